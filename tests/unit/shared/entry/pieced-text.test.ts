import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Splice } from '../../../../shared/contract/edits.ts'
import { PiecedText } from '../../../../shared/entry/pieced-text.ts'
import { spliceText } from '../../../../shared/entry/splice-text.ts'

test('is what splicing the text gives, however many splices are made one after the other', () => {
  const changes = fc.array(fc.tuple(fc.nat(), fc.nat(9), fc.string({ maxLength: 9 })), {
    minLength: 1,
    maxLength: 500,
    size: 'max',
  })
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), changes, (opened, wanted) => {
      let text = opened
      let pieced = new PiecedText(opened)
      for (const [at, length, inserted] of wanted) {
        const from = at % (text.length + 1)
        const splice: Splice = { from, to: Math.min(text.length, from + length), text: inserted }
        text = spliceText(text, [splice]) ?? ''
        pieced = pieced.splice(splice)
        expect(pieced.text).toBe(text)
      }
    }),
    { seed: 20261124, numRuns: 60 },
  )
})

test('refuses a splice beyond its end', () => {
  const pieced = new PiecedText('one')
  expect(() => pieced.splice({ from: 2, to: 4, text: '' })).toThrow('does not fit')
  expect(() => pieced.splice({ from: 2, to: 1, text: '' })).toThrow('does not fit')
})
