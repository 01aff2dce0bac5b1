import { expect, test } from 'vitest'
import { cutExcerpt, findPart, headingsAbove } from '../../../../renderer/palette/preview-excerpt.ts'

test('a text of usual length is drawn whole, with the headings above a place', () => {
  const text = '# one\n\n## two\n\nhere\n\n# three\n\nthere\n'
  expect(findPart(text, 20)).toEqual([0, text.length])
  const { blocks } = cutExcerpt(text, [], 0, text.length)
  expect(headingsAbove(blocks, text.indexOf('here'))).toEqual(['one', 'two'])
  expect(headingsAbove(blocks, text.indexOf('there'))).toEqual(['three'])
  expect(headingsAbove(blocks, 0)).toEqual([])
})

test('of the front matter only the lines with a hit are shown', () => {
  const text = '---\ntags: [mentor]\ndraft: true\n---\n\na mentor\n'
  const at = text.lastIndexOf('mentor')
  expect(cutExcerpt(text, [[at, at + 6]], 0, text.length).head).toEqual([])
  expect(cutExcerpt(text, [[11, 17]], 0, text.length).head).toEqual([{ text: 'tags: [mentor]', from: 4 }])
})

test('of a very long text a part is drawn, the same one for near places, and the hits are moved to it', () => {
  const paragraph = `${'words and words. '.repeat(30)}\n\n`
  const text = paragraph.repeat(2000)
  const place = 500_010
  const [from, to] = findPart(text, place)
  expect(to - from).toBeLessThan(100_000)
  expect(from).toBeLessThan(place - 5_000)
  expect(to).toBeGreaterThan(place + 15_000)
  expect(findPart(text, place + 40)).toEqual([from, to])
  const { hits, offset } = cutExcerpt(text, [[place, place + 5]], from, to)
  expect(offset + (hits[0]?.from ?? 0)).toBe(place)
})

test('a text without a blank line is cut all the same', () => {
  const text = 'word '.repeat(60_000)
  const [from, to] = findPart(text, 150_000)
  expect(from).toBeLessThanOrEqual(150_000)
  expect(to).toBeGreaterThan(150_000)
  expect(to - from).toBeLessThan(100_000)
})
