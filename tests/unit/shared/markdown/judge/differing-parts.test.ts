import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countMatches, missingFrom } from '../../../../../shared/markdown/judge/count-letters.ts'
import { differingParts } from '../../../../../shared/markdown/judge/differing-parts.ts'
import { countDialectTokens } from '../../../../../shared/markdown/save/dialect.ts'

test('is what differs, with a line in front of it and behind it', () => {
  expect(differingParts('one\ntwo\nthree\nfour\nfive\nsix', 'one\ntwo\nthree\n4\nfive\nsix')).toEqual([
    '\nthree\nfour\nfive\n',
    '\nthree\n4\nfive\n',
  ])
  expect(differingParts('one', 'two')).toEqual(['one', 'two'])
})

const pieces = [
  '\n',
  '\n\n',
  'a',
  ' word',
  '^id',
  '#tag',
  '[[w]]',
  '{: .x}',
  'http://a.b',
  '&amp;',
  '&#65;',
  '\u0001',
]
const textArbitrary = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((all) => all.join(''))

test('what is missing from one text is missing from its part', () => {
  fc.assert(
    fc.property(textArbitrary, textArbitrary, textArbitrary, textArbitrary, (head, before, after, tail) => {
      const [old, now] = [head + before + tail, head + after + tail]
      const [oldPart, nowPart] = differingParts(old, now)
      expect(missingFrom(countDialectTokens(oldPart), countDialectTokens(nowPart))).toEqual(
        missingFrom(countDialectTokens(old), countDialectTokens(now)),
      )
      for (const pattern of [/\p{L}/gu, /[\p{L}\p{N}]+/gu])
        expect(missingFrom(countMatches(oldPart, pattern), countMatches(nowPart, pattern))).toEqual(
          missingFrom(countMatches(old, pattern), countMatches(now, pattern)),
        )
    }),
    { seed: 20261124, numRuns: 1500 },
  )
})
