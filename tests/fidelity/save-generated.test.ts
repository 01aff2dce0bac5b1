import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { saveEntryText } from '../../shared/markdown/save/save-entry-text.ts'
import { entryTextArbitrary } from '../support/markdown-arbitrary.ts'
import { judgeSave } from '../../shared/markdown/judge/judge-save.ts'
import { asBlocks, draftEntry, Random } from '../support/tree-draft.ts'
import { editAtRandom, treeEdits } from '../support/tree-edits.ts'

/**
 * How long and from where the search goes: `FUZZ_RUNS` multiplies the number of documents, `FUZZ_SEED` begins
 * elsewhere. Without them the same documents are tried each time, in some twenty seconds.
 */
const runs = Number(process.env['FUZZ_RUNS'] ?? 1)
const seed = Number(process.env['FUZZ_SEED'] ?? 20250920)

/** What no accepted save may ever show. More changed lines than meant is a matter of degree: see the figures. */
const neverWrong = ['tree', 'head', 'words', 'spans']

describe('saving generated entries', () => {
  it('keeps every byte without an edit', () => {
    fc.assert(
      fc.property(entryTextArbitrary, (text) => {
        const base = parseEntry(text)
        expect(saveEntryText(base, asBlocks(draftEntry(base)))).toMatchObject({ text, refused: [] })
      }),
      { seed, numRuns: 300 * runs },
    )
  })

  it.each(treeEdits.map((edit) => [edit.name, edit] as const))(
    'writes what was meant or refuses: %s',
    (_, edit) => {
      fc.assert(
        fc.property(entryTextArbitrary, fc.nat(), (text, choice) => {
          const base = parseEntry(text)
          const draft = draftEntry(base)
          fc.pre(edit.apply(draft, new Random(choice)))
          const intended = asBlocks(draft)
          const outcome = saveEntryText(base, intended, { wholeCheckLimit: 0 })
          if (outcome.refused.length > 0) return
          const wrong = judgeSave(base, intended, outcome, edit.lines).filter((kind) =>
            neverWrong.includes(kind),
          )
          expect({ wrong, text: outcome.text }).toEqual({ wrong: [], text: outcome.text })
        }),
        { seed, numRuns: 20 * runs, maxSkipsPerRun: 200 },
      )
    },
  )

  it('writes several edits at once, and nothing when all are taken back', () => {
    fc.assert(
      fc.property(entryTextArbitrary, fc.nat(), (text, choice) => {
        const base = parseEntry(text)
        const draft = draftEntry(base)
        editAtRandom(draft, new Random(choice), 6)
        const intended = asBlocks(draft)
        const outcome = saveEntryText(base, intended, { wholeCheckLimit: 0 })
        if (outcome.refused.length === 0) {
          const wrong = judgeSave(base, intended, outcome, 'any').filter((kind) => neverWrong.includes(kind))
          expect({ wrong, text: outcome.text }).toEqual({ wrong: [], text: outcome.text })
        }
        expect(saveEntryText(base, asBlocks(draftEntry(base))).text).toBe(text)
      }),
      { seed, numRuns: 100 * runs },
    )
  })

  it('loses no word even where it refuses', () => {
    fc.assert(
      fc.property(entryTextArbitrary, fc.nat(), (text, choice) => {
        const base = parseEntry(text)
        const draft = draftEntry(base)
        editAtRandom(draft, new Random(choice), 4)
        const outcome = saveEntryText(base, asBlocks(draft))
        if (outcome.refused.length === 0) return
        // What is refused keeps its old source, so that the head and the block's place stay.
        expect(parseEntry(outcome.text).head).toEqual(base.head)
        expect(outcome.spans).toHaveLength(draft.length)
      }),
      { seed, numRuns: 60 * runs },
    )
  })
})
