import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Splice } from '../../../../shared/contract/edits.ts'
import { findSplice, invertSplices, spliceText } from '../../../../shared/entry/splice-text.ts'

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
    { seed: 11, numRuns: 100 },
  )
})

test('finds the one splice between two texts', () => {
  expect(findSplice('one two three', 'one 2 three')).toEqual({ from: 4, to: 7, text: '2' })
  expect(findSplice('aa', 'aaa')).toEqual({ from: 2, to: 2, text: 'a' })
  expect(findSplice('same', 'same')).toEqual({ from: 4, to: 4, text: '' })
  expect(findSplice('', 'all')).toEqual({ from: 0, to: 0, text: 'all' })
})

test('cuts no character in two', () => {
  expect(findSplice('a🪨b', 'a🪵b')).toEqual({ from: 1, to: 3, text: '🪵' })
  expect(findSplice('\ud83e\udea8', '\ud83d\udea8')).toEqual({ from: 0, to: 2, text: '\ud83d\udea8' })
})

test('a splice that was found makes the one text the other, however long they are', () => {
  const longText = fc
    .tuple(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), fc.nat(500))
    .map(([piece, times]) => piece.repeat(times))
  fc.assert(
    fc.property(longText, fc.string({ unit: 'binary' }), longText, fc.nat(), (head, middle, tail, at) => {
      const before = head + middle + tail
      const cut = at % (before.length + 1)
      for (const after of [head + tail, before.slice(0, cut) + 'x' + before.slice(cut), middle, before])
        expect(spliceText(before, [findSplice(before, after)])).toBe(after)
    }),
    { seed: 20261124, numRuns: 100 },
  )
})
