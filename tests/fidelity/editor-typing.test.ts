import { existsSync, readFileSync } from 'node:fs'
import { $getRoot, $isElementNode, type LexicalNode, type NodeKey } from 'lexical'
import { describe, expect, test } from 'vitest'
import { createEntrySession } from '../../editor/create-entry-session.ts'
import type { EntrySession } from '../../editor/entry-session.ts'

const essayFile = '../shared/text/career-exploration.md'
const essay = existsSync(essayFile) ? readFileSync(essayFile, 'utf8') : null

function open(text: string): EntrySession {
  return createEntrySession({ text, isEditable: true, onEdited: () => undefined })
}

/** Keys of the paragraphs, headings and code blocks that have text, in order. */
function listTextBlocks(session: EntrySession): NodeKey[] {
  return session.editor.read(() => {
    const keys: NodeKey[] = []
    const visit = (node: LexicalNode): void => {
      if (!$isElementNode(node)) return
      if (
        ['paragraph', 'heading', 'entry-code'].includes(node.getType()) &&
        node.getAllTextNodes().length > 0
      )
        keys.push(node.getKey())
      for (const child of node.getChildren()) visit(child)
    }
    visit($getRoot())
    return keys
  })
}

/** Types a word at the end of the last text node of a block, and gives what the block said. */
function typeInto(session: EntrySession, key: NodeKey, word: string): string {
  let text = ''
  session.editor.update(
    () => {
      const node = $getRoot()
        .getAllTextNodes()
        .findLast((candidate) => candidate.getParents().some((parent) => parent.getKey() === key))
      if (node === undefined) throw new Error('a block without text')
      text = node.getTextContent()
      node.spliceText(Math.ceil(node.getTextContentSize() / 2), 0, word)
    },
    { discrete: true },
  )
  return text
}

describe.skipIf(essay === null)('the first text (skipped where it is missing)', () => {
  const text = essay ?? ''
  const lines = text.split('\n')

  test('comes out byte for byte when nothing is edited', () => {
    expect(open(text).readText()).toMatchObject({ text, refused: [] })
  })

  test('changes by exactly one line when a word is typed into any of its blocks', () => {
    const count = listTextBlocks(open(text)).length
    expect(count).toBeGreaterThan(100)
    for (let index = 0; index < count; index += 1) {
      const session = open(text)
      const key = listTextBlocks(session)[index] ?? ''
      const touched = typeInto(session, key, ' quick ')
      const saved = session.readText()
      expect(saved.refused, touched).toEqual([])
      const now = saved.text.split('\n')
      expect(now.length, touched).toBe(lines.length)
      expect(now.filter((line, at) => line !== lines[at]).length, touched).toBe(1)
    }
  })
})
