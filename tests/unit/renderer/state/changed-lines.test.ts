import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareLines, countChangedLines } from '../../../../renderer/state/changed-lines.ts'

test('counts a changed line once, not as one removed and one added', () => {
  expect(countChangedLines('a\nb\nc\n', 'a\nB\nc\n')).toBe(1)
  expect(countChangedLines('a\nb\nc\n', 'a\nB\nc\nd\n')).toBe(2)
  expect(countChangedLines('a\nb\n', 'a\nb\n')).toBe(0)
})

test('a change that no line shows still counts', () => {
  expect(countChangedLines('a\r\n', 'a\n')).toBe(1)
})

test('finds one changed, added or removed line in a text of a million', () => {
  const text = 'line\n'.repeat(500_000)
  expect(countChangedLines(`${text}old\r\n${text}`, `${text}new\n${text}`)).toBe(1)
  expect(countChangedLines(text + text, `${text}added\n${text}`)).toBe(1)
  expect(countChangedLines(`\n${text}`, text)).toBe(1)
})

test('two texts with nothing in common count as changed as a whole', () => {
  const lines = (word: string) => Array.from({ length: 3000 }, (_, at) => `${word} ${at}`).join('\n')
  expect(countChangedLines(lines('one'), lines('other'))).toBe(3000)
})

test('counts what the difference shows, whatever the line ends', () => {
  const text = fc
    .array(fc.constantFrom('a\n', 'b\r\n', '\n', 'c'), { maxLength: 12 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const shown = compareLines(before, after).filter((line) => line.kind !== 'same').length
      const counted = countChangedLines(before, after)
      if (before === after) expect(counted).toBe(0)
      else {
        expect(counted).toBeGreaterThanOrEqual(Math.max(1, shown / 2))
        expect(counted).toBeLessThanOrEqual(Math.max(1, shown))
      }
    }),
    { seed: 20250920, numRuns: 500 },
  )
})

test('numbers lines in both texts', () => {
  expect(compareLines('a\nb\nc', 'a\nx\ny\nc')).toEqual([
    { kind: 'same', text: 'a', before: 1, after: 1 },
    { kind: 'removed', text: 'b', before: 2, after: null },
    { kind: 'added', text: 'x', before: null, after: 2 },
    { kind: 'added', text: 'y', before: null, after: 3 },
    { kind: 'same', text: 'c', before: 3, after: 4 },
  ])
})

test('the same and removed lines are the old text, the same and added lines the new one', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '', 'c d'), { maxLength: 30 })
    .map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = compareLines(before, after)
      const side = (other: 'added' | 'removed') =>
        lines
          .filter((line) => line.kind !== other)
          .map((line) => line.text)
          .join('\n')
      expect(side('added')).toBe(before)
      expect(side('removed')).toBe(after)
    }),
    { seed: 20250920, numRuns: 300 },
  )
})
