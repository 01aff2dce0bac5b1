import fc from 'fast-check'
import { $getRoot, REDO_COMMAND, UNDO_COMMAND, type LexicalEditor } from 'lexical'
import { describe, expect, test } from 'vitest'
import { createEntrySession } from '../../../editor/create-entry-session.ts'
import { EntryProjection } from '../../../editor/entry-projection.ts'
import type { BaseByKey } from '../../../editor/import-entry.ts'
import { $pairBases } from '../../../editor/pair-bases.ts'
import { $projectBlocks } from '../../../editor/project-entry.ts'
import { trackDirtyBlocks } from '../../../editor/track-dirty-blocks.ts'
import { createRandom, type Random } from '../../../editor/trials/random.ts'
import { trialEdits } from '../../../editor/trials/trial-edits.ts'
import { canonicalKey } from '../../../shared/markdown/canonical-key.ts'
import { parseEntry } from '../../../shared/markdown/parse-entry.ts'
import { markdownArbitrary } from '../../support/markdown-arbitrary.ts'

/** An editor with a projection beside the session's own. */
function openProjected(text: string): {
  editor: LexicalEditor
  projection: EntryProjection
  bases: BaseByKey
} {
  let nowMs = 0
  const options = { text, isEditable: true, onEdited: () => undefined, nowMs: () => (nowMs += 60_000) }
  const { editor } = createEntrySession(options)
  const base = parseEntry(text)
  const projection = new EntryProjection()
  const bases: BaseByKey = new Map()
  editor.read(() => {
    for (const [index, node] of $getRoot().getChildren().entries()) {
      const block = base.blocks[index]
      if (block !== undefined) $pairBases(node, block, bases)
    }
    projection.$seed(base, bases)
  })
  trackDirtyBlocks(editor, projection, () => undefined)
  return { editor, projection, bases }
}

function step(editor: LexicalEditor, random: Random): void {
  const roll = random.below(6)
  if (roll === 0) editor.dispatchCommand(UNDO_COMMAND, undefined)
  else if (roll === 1) editor.dispatchCommand(REDO_COMMAND, undefined)
  else random.pick(trialEdits)?.run(editor, random)
}

describe('what is kept from one reading to the next', () => {
  test('is what a fresh reading says, through edits, undo and redo in any order', () => {
    fc.assert(
      fc.property(markdownArbitrary, fc.nat(), (text, seed) => {
        const random = createRandom(seed)
        const { editor, projection, bases } = openProjected(text)
        for (let steps = 0; steps < 12; steps += 1) {
          step(editor, random)
          if (random.below(2) === 0) continue
          const [kept, fresh] = editor.read(() => [
            projection.$readBlocks(),
            $projectBlocks($getRoot(), bases),
          ])
          expect(kept).toHaveLength(fresh.length)
          expect(canonicalKey(kept)).toBe(canonicalKey(fresh))
        }
      }),
      { seed: 20260101, numRuns: 60 },
    )
  })

  test('a letter in one item leaves the items beside it the nodes they were', () => {
    const { editor, projection } = openProjected('- one\n- two\n- three\n')
    const [before] = editor.read(() => projection.$readBlocks())
    editor.update(() => void $getRoot().getAllTextNodes()[1]?.spliceText(0, 0, 'x'), { discrete: true })
    const [after] = editor.read(() => projection.$readBlocks())
    if (before?.type !== 'list' || after?.type !== 'list') throw new Error('The list is no list any more')
    expect(after.items.map((item, index) => item === before.items[index])).toEqual([true, false, true])
  })

  test('undo leaves the blocks that it does not touch the nodes they were', () => {
    const { editor, projection } = openProjected('one\n\ntwo\n')
    const before = editor.read(() => projection.$readBlocks())
    editor.update(() => void $getRoot().getAllTextNodes()[1]?.spliceText(0, 0, 'x'), { discrete: true })
    editor.dispatchCommand(UNDO_COMMAND, undefined)
    const after = editor.read(() => projection.$readBlocks())
    expect(after[0]).toBe(before[0])
    expect(canonicalKey(after)).toBe(canonicalKey(before))
  })

  test('nothing touched is the same array', () => {
    const { editor, projection } = openProjected('one\n\ntwo\n')
    const blocks = editor.read(() => projection.$readBlocks())
    expect(editor.read(() => projection.$readBlocks())).toBe(blocks)
  })
})
