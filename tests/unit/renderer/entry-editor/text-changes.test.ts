import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findTextChanges, type TextChange } from '../../../../renderer/entry-editor/text-changes.ts'

function apply(text: string, changes: readonly TextChange[]): string {
  return changes.reduceRight(
    (result, change) => result.slice(0, change.from) + change.insert + result.slice(change.to),
    text,
  )
}

const lines = fc
  .array(fc.constantFrom('one\n', 'two\n', 'twofold\n', '\n', '- three\n', 'end'), { maxLength: 30 })
  .map((parts) => parts.join(''))

describe('changes between two texts', () => {
  it('turn the old text into the new one, whatever the two are', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        expect(apply(before, findTextChanges(before, after))).toBe(after)
      }),
      { seed: 21, numRuns: 1000 },
    )
  })

  it('are sorted and do not overlap', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const changes = findTextChanges(before, after)
        for (const [index, change] of changes.entries()) {
          expect(change.from).toBeLessThanOrEqual(change.to)
          expect(change.from).toBeGreaterThanOrEqual(index === 0 ? 0 : (changes[index - 1]?.to ?? 0))
        }
      }),
      { seed: 22, numRuns: 500 },
    )
  })

  it('are as small as the words that differ', () => {
    expect(findTextChanges('one two\nthree four\nfive\nsix', 'one 2\nthree four\nfive\nsix!')).toEqual([
      { from: 4, to: 7, insert: '2' },
      { from: 27, to: 27, insert: '!' },
    ])
  })

  it('become one replacement when nearly every line differs', () => {
    const before = Array.from({ length: 3000 }, (_, index) => `old ${index}\n`).join('')
    const after = Array.from({ length: 3000 }, (_, index) => `new ${index}\n`).join('')
    expect(findTextChanges(before, after)).toHaveLength(1)
  })
})
