import assert from 'node:assert/strict'
import fc from 'fast-check'
import { parseEntry } from '../../../shared/markdown/parse-entry.ts'
import { saveEntryText } from '../../../shared/markdown/save/save-entry-text.ts'
import { entryTextArbitrary } from '../../support/markdown-arbitrary.ts'
import { asBlocks, draftEntry, Random } from '../../support/tree-draft.ts'
import { editAtRandom, treeEdits } from '../../support/tree-edits.ts'
import { listDamage } from './judge-edit.ts'
import { defineEditProperty, type FidelityProperty } from './property.ts'

/** No check of the whole new text: the checks of the changed stretches have to be right by themselves. */
const options = { wholeCheckLimit: 0 }

/** Edits of the tree itself, without the editor: far more of them in the same time, and some that it has no key for. */
export const treeProperties: readonly FidelityProperty[] = [
  ...treeEdits.map((edit) =>
    defineEditProperty(
      {
        name: `an edit of the tree is written as meant or refused: ${edit.name}`,
        runs: 20,
        mostRefused: 0.5,
      },
      [entryTextArbitrary, fc.nat()],
      (tally, text, choice) => {
        const base = parseEntry(text)
        const draft = draftEntry(base)
        fc.pre(edit.apply(draft, new Random(choice)))
        const intended = asBlocks(draft)
        const outcome = saveEntryText(base, intended, options)
        tally.edits += 1
        if (outcome.refused.length > 0) tally.refused += 1
        else assert.deepEqual(listDamage(base, intended, outcome), [], outcome.text)
      },
    ),
  ),
  defineEditProperty(
    {
      name: 'several edits of the tree at once are written as meant, and none once all are taken back',
      runs: 100,
      mostRefused: 0.5,
    },
    [entryTextArbitrary, fc.nat()],
    (tally, text, choice) => {
      const base = parseEntry(text)
      const draft = draftEntry(base)
      editAtRandom(draft, new Random(choice), 6)
      const intended = asBlocks(draft)
      const outcome = saveEntryText(base, intended, options)
      tally.edits += 1
      if (outcome.refused.length > 0) {
        tally.refused += 1
        // What is refused keeps its old source, so that the head and the block's place stay.
        assert.deepEqual(parseEntry(outcome.text).head, base.head)
        assert.equal(outcome.spans.length, intended.length)
      } else assert.deepEqual(listDamage(base, intended, outcome), [], outcome.text)
      assert.equal(saveEntryText(base, asBlocks(draftEntry(base))).text, text)
    },
  ),
]
