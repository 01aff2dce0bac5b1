import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Splice } from '../../../../shared/contract/edits.ts'
import { invertSplices, spliceText } from '../../../../shared/entry/splice-text.ts'

test('replaces each range and leaves the rest', () => {
  const splices = [
    { from: 0, to: 1, text: 'A' },
    { from: 2, to: 2, text: '+' },
    { from: 3, to: 4, text: '' },
  ]
  expect(spliceText('abcd', splices)).toBe('Ab+c')
  expect(spliceText('abcd', [])).toBe('abcd')
})

test('refuses ranges that overlap, go back or reach beyond', () => {
  const cut = (from: number, to: number): Splice => ({ from, to, text: '' })
  for (const splices of [[cut(0, 2), cut(1, 3)], [cut(2, 3), cut(0, 1)], [cut(3, 5)], [cut(2, 1)]])
    expect(spliceText('abcd', splices)).toBeNull()
})

const casesArbitrary = fc
  .tuple(fc.string({ maxLength: 40 }), fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.string({ maxLength: 6 }))))
  .map(([text, wanted]) => {
    const splices: Splice[] = []
    let at = 0
    for (const [gap, length, inserted] of wanted) {
      const from = at + (gap % 7)
      const to = from + length
      if (to > text.length) break
      splices.push({ from, to, text: inserted })
      at = to
    }
    return { text, splices }
  })

test('the inverse gives the text back, whatever was spliced', () => {
  fc.assert(
    fc.property(casesArbitrary, ({ text, splices }) => {
      const edited = spliceText(text, splices)
      if (edited === null) throw new Error('the splices must fit')
      expect(spliceText(edited, invertSplices(text, splices))).toBe(text)
    }),
    { seed: 11, numRuns: 300 },
  )
})
