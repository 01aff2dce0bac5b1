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
