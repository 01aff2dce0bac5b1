import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEditMeter } from '../../../../shared/search/edit-distance.ts'

/** The textbook table, with a swap of neighbours as one edit. */
function slowDistance(left: string, right: string): number {
  const rows = Array.from({ length: left.length + 1 }, (_, at) => [at])
  for (let column = 1; column <= right.length; column += 1) (rows[0] as number[])[column] = column
  for (let row = 1; row <= left.length; row += 1) {
    for (let column = 1; column <= right.length; column += 1) {
      const cell = (up: number, back: number): number => rows[row - up]?.[column - back] ?? Infinity
      const differs = left[row - 1] === right[column - 1] ? 0 : 1
      let least = Math.min(cell(1, 0) + 1, cell(0, 1) + 1, cell(1, 1) + differs)
      if (
        row > 1 &&
        column > 1 &&
        left[row - 1] === right[column - 2] &&
        left[row - 2] === right[column - 1]
      ) {
        least = Math.min(least, cell(2, 2) + 1)
      }
      ;(rows[row] as number[])[column] = least
    }
  }
  return rows[left.length]?.[right.length] ?? 0
}

const word = fc.string({ unit: fc.constantFrom(...'abcdé字'), minLength: 1, maxLength: 12 })

describe('edit distance', () => {
  it('counts a swap of neighbours as one edit', () => {
    expect(createEditMeter('mentroship').distance('mentorship')).toBe(1)
    expect(createEditMeter('mechanistc').distance('mechanistic')).toBe(1)
    expect(createEditMeter('interpreatbilty').distance('interpretability')).toBe(2)
  })

  it('agrees with the textbook table', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(createEditMeter(left).distance(right)).toBe(slowDistance(left, right))
      }),
      { seed: 7, numRuns: 2000 },
    )
  })

  it('measures to the nearest beginning of about the same length', () => {
    fc.assert(
      fc.property(word, word, (left, right) => {
        const beginnings = Array.from({ length: right.length }, (_, at) => right.slice(0, at + 1)).filter(
          ({ length }) => Math.abs(length - left.length) <= 1,
        )
        const nearest = Math.min(Infinity, ...beginnings.map((beginning) => slowDistance(left, beginning)))
        expect(createEditMeter(left).prefixDistance(right, 1)).toBe(nearest)
      }),
      { seed: 8, numRuns: 1000 },
    )
  })

  it('takes words of 31 letters', () => {
    const long = 'abcdefghijklmnopqrstuvwxyzabcde'
    expect(createEditMeter(long).distance(long)).toBe(0)
    expect(createEditMeter(long).distance(`${long.slice(0, -1)}x`)).toBe(1)
  })
})
