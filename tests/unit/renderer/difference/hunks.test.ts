import { expect, test } from 'vitest'
import { cutIntoHunks, markWords } from '../../../../renderer/difference/hunks.ts'
import { compareLines } from '../../../../renderer/state/changed-lines.ts'

const lines = (count: number, change: (at: number) => string = String) =>
  Array.from({ length: count }, (_, at) => change(at))

test('leaves out the stretches far from any change, and says how long they are', () => {
  const before = lines(40).join('\n')
  const after = lines(40, (at) => (at === 20 ? 'changed' : String(at))).join('\n')
  const hunks = cutIntoHunks(compareLines(before, after))
  expect(hunks).toHaveLength(1)
  expect(hunks[0]?.skippedBefore).toBe(17)
  expect(hunks[0]?.lines.map(({ text }) => text)).toEqual([
    '17',
    '18',
    '19',
    '20',
    'changed',
    '21',
    '22',
    '23',
  ])
})

test('changes close together are one hunk', () => {
  const after = lines(20, (at) => (at === 5 || at === 9 ? 'x' : String(at))).join('\n')
  expect(cutIntoHunks(compareLines(lines(20).join('\n'), after))).toHaveLength(1)
})

test('equal texts have no hunk', () => {
  expect(cutIntoHunks(compareLines('a\nb', 'a\nb'))).toEqual([])
})

test('marks the words that differ in a changed line', () => {
  const [removed, added] = markWords(compareLines('a strong signal', 'a weak signal'))
  expect(removed?.marked.filter(({ isChanged }) => isChanged).map(({ text }) => text)).toEqual(['strong'])
  expect(added?.marked.filter(({ isChanged }) => isChanged).map(({ text }) => text)).toEqual(['weak'])
  expect(added?.marked.map(({ text }) => text).join('')).toBe('a weak signal')
})

test('a line without a partner is marked as a whole line only', () => {
  const marked = markWords(compareLines('a', 'a\nb'))
  expect(marked.at(-1)?.marked).toEqual([{ text: 'b', isChanged: false }])
})
