import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutRun, cutSource, hitsWithin, type NumberedHit } from '../../../../renderer/palette/mark-pieces.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import type { TextRun } from '../../../../shared/markdown/tree.ts'

function hitsOf(text: string, word: string): NumberedHit[] {
  return [...text.matchAll(new RegExp(word, 'g'))].map((match, number) => ({
    from: match.index,
    to: match.index + word.length,
    number,
  }))
}
function runsOf(text: string): readonly TextRun[] {
  const [block] = parseEntry(text).blocks
  const runs = block?.type === 'paragraph' ? block.runs : []
  return runs.filter((run): run is TextRun => run.kind === 'text')
}
function marked(text: string, word: string): string[] {
  return runsOf(text).flatMap((run) =>
    cutRun(run, hitsOf(text, word))
      .filter(({ hit }) => hit !== null)
      .map((piece) => piece.text),
  )
}

test('hits are marked in plain, bold and linked text, wherever the markup stands', () => {
  expect(marked('a mentor, a **mentor**, a [mentor](https://mentor.org)', 'mentor')).toEqual([
    'mentor',
    'mentor',
    'mentor',
  ])
})

test('a hit that reaches over markup is marked on both sides with the same number', () => {
  const text = 'men**tor**'
  const numbers = runsOf(text).flatMap((run) =>
    cutRun(run, [{ from: 0, to: 8, number: 4 }]).map(({ hit }) => hit),
  )
  expect(numbers).toEqual([4, 4])
})

test('behind an escape or an entity the marks stand at the right letters', () => {
  expect(marked('\\*\\*stars &amp; mentor', 'mentor')).toEqual(['mentor'])
})

test('a line of source is cut by its own place in the text', () => {
  expect(cutSource('let mentor = 1', 100, [{ from: 104, to: 110, number: 0 }])).toEqual([
    { text: 'let ', hit: null },
    { text: 'mentor', hit: 0 },
    { text: ' = 1', hit: null },
  ])
})

test('only the hits that reach into a place are taken', () => {
  const hits = [0, 10, 20, 30].map((from, number) => ({ from, to: from + 5, number }))
  expect(hitsWithin(hits, 5, 21).map(({ number }) => number)).toEqual([1, 2])
  expect(hitsWithin(hits, 0, 0)).toEqual([])
})

test('whatever the hits, the pieces of a run are its text', () => {
  const ranges = fc.array(fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 9 })), { maxLength: 6 })
  const words = fc.string({
    unit: fc.constantFrom('a', '*', ' ', '&amp;', '\\_', '[b](c)', 'é'),
    maxLength: 14,
  })
  fc.assert(
    fc.property(words, ranges, (text, spans) => {
      const hits = spans
        .toSorted((one, other) => one[0] - other[0])
        .map(([from, length], number) => ({ from, to: from + length, number }))
      for (const run of runsOf(`x${text}`)) {
        const pieces = cutRun(run, hits)
        expect(pieces.map((piece) => piece.text).join('')).toBe(run.text)
      }
    }),
    { seed: 11, numRuns: 300 },
  )
})
