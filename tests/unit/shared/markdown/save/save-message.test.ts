import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PiecedText } from '../../../../../shared/entry/pieced-text.ts'
import { parseEntry } from '../../../../../shared/markdown/parse-entry.ts'
import { saveEntryText } from '../../../../../shared/markdown/save/save-entry-text.ts'
import {
  NumberedBase,
  packIntended,
  packOutcome,
  unpackIntended,
  unpackOutcome,
} from '../../../../../shared/markdown/save/save-message.ts'
import type { Block } from '../../../../../shared/markdown/tree.ts'
import { entryTextArbitrary } from '../../../../support/markdown-arbitrary.ts'
import { asBlocks, draftEntry, Random } from '../../../../support/tree-draft.ts'
import { editAtRandom } from '../../../../support/tree-edits.ts'

/** The save of `intended` as another thread works it out, everything that crosses cloned as between threads. */
function saveElsewhere(text: string, base: NumberedBase, intended: readonly Block[], last: string) {
  const there = new NumberedBase(parseEntry(text))
  const received = unpackIntended(there, structuredClone(packIntended(base, intended)))
  const outcome = saveEntryText(there.base, received)
  const message = structuredClone(packOutcome(outcome, received, last))
  return unpackOutcome(message, intended, new PiecedText(last)).outcome
}

describe('a save that is worked out on another thread', () => {
  test('is the save that is worked out here: text, spans, refused blocks', () => {
    fc.assert(
      fc.property(entryTextArbitrary, fc.nat(), (text, seed) => {
        const base = parseEntry(text)
        const draft = draftEntry(base)
        editAtRandom(draft, new Random(seed), 3)
        const blocks = asBlocks(draft)
        const here = saveEntryText(base, blocks)
        const there = saveElsewhere(text, new NumberedBase(base), blocks, text)
        expect(there.text).toBe(here.text)
        expect(there.spans).toEqual(here.spans)
        expect(there.refused.map(({ reason, candidate }) => ({ reason, candidate }))).toEqual(
          here.refused.map(({ reason, candidate }) => ({ reason, candidate })),
        )
        here.refused.forEach(({ block }, at) => {
          if (blocks.includes(block)) expect(there.refused[at]?.block).toBe(block)
        })
      }),
      { seed: 20260102, numRuns: 150 },
    )
  })

  test('gives what was opened back when the intended tree is the base, and sends numbers alone', () => {
    const text = '# one\n\n- a\n  - b\n\n| x |\n|---|\n| y |\n'
    const base = parseEntry(text)
    const numbered = new NumberedBase(base)
    expect(packIntended(numbered, base.blocks).every((sent) => typeof sent === 'number')).toBe(true)
    expect(saveElsewhere(text, numbered, base.blocks, text).text).toBe(text)
  })

  test('comes back as what changed since the text that came back last', () => {
    const base = parseEntry('one\n\ntwo\n')
    const numbered = new NumberedBase(base)
    const draft = draftEntry(base)
    const run = draft[1]?.runs[0]
    if (run !== undefined) run.text = 'twos'
    const first = saveElsewhere(base.text, numbered, asBlocks(draft), base.text)
    expect(first.text).toBe('one\n\ntwos\n')
    expect(saveElsewhere(base.text, numbered, base.blocks, first.text).text).toBe(base.text)
  })

  test('is not taken for a change of another text', () => {
    const base = parseEntry('one\n')
    const answer = packOutcome(saveEntryText(base, base.blocks), base.blocks, base.text)
    expect(() => unpackOutcome(answer, base.blocks, new PiecedText('another\n'))).toThrow('same text')
  })
})
