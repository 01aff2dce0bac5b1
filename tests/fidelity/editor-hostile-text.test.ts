import { $getRoot, $isElementNode, type LexicalNode } from 'lexical'
import { describe, expect, test } from 'vitest'
import { canonicalKey } from '../../shared/markdown/canonical-key.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { $projectBlocks } from '../../editor/project-entry.ts'
import { createEntrySession } from '../../editor/create-entry-session.ts'
import { hostileLiterals } from '../../editor/trials/hostile-literals.ts'

const entry =
  [
    'plain words here',
    '## heading words here',
    '- item words here\n  - sub words here\n  - [ ] box words here',
    '> quote words here',
    'with [link words here](https://a.example) and **bold words here**',
    '| cell words here | b |\n|---|---|\n| c | d |',
    '```\ncode words here\n```',
    'last',
  ].join('\n\n') + '\n'

/** Replaces the middle word of the n-th text that has it, as a paste of plain text would. */
function typeLiteral(place: number, literal: string, atStart: boolean) {
  const session = createEntrySession({ text: entry, isEditable: true, onEdited: () => undefined })
  session.editor.update(
    () => {
      const nodes = $getRoot()
        .getAllTextNodes()
        .filter((node) => node.getTextContent().includes('words'))
      const node = nodes[place]
      if (node === undefined) throw new Error('no such place')
      if (atStart) node.spliceText(0, 0, literal)
      else node.spliceText(node.getTextContent().indexOf('words'), 'words'.length, literal)
    },
    { discrete: true },
  )
  return session
}

describe.each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])('in text %i of an entry of all kinds', (place) => {
  test.each([true, false])('hostile hostileLiterals are text (at the start of it: %s)', (atStart) => {
    const refused: string[] = []
    for (const literal of hostileLiterals) {
      const session = typeLiteral(place, literal, atStart)
      const saved = session.readText()
      if (saved.refused.length > 0) {
        expect(saved.text, literal).toBe(entry)
        refused.push(literal)
        continue
      }
      const intended = session.editor.read(() => $projectBlocks($getRoot(), new Map()))
      expect(canonicalKey(parseEntry(saved.text).blocks), literal).toBe(canonicalKey(intended))
    }
    // A refusal is told and keeps the file; more than a few would make the editor useless.
    expect(refused.length, refused.join(' ')).toBeLessThanOrEqual(3)
  })
})

test('no node of the editor holds source but the opaque ones', () => {
  const session = createEntrySession({ text: entry, isEditable: true, onEdited: () => undefined })
  session.editor.read(() => {
    const visit = (node: LexicalNode): void => {
      expect(Object.keys(node)).not.toContain('__source')
      if ($isElementNode(node)) for (const child of node.getChildren()) visit(child)
    }
    visit($getRoot())
  })
})
