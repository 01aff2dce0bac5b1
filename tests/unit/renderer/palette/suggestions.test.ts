import { expect, test } from 'vitest'
import { suggest, takeCompletion } from '../../../../renderer/palette/suggestions.tsx'

const values = {
  tags: ['career', 'ai-safety'],
  authors: ['Neel Nanda'],
  folders: ['drafts/'],
  hosts: ['arxiv.org'],
}

function take(text: string, caret = text.length) {
  const [first] = suggest(text, caret, values)
  return first === undefined ? null : takeCompletion(text, first)
}

test('the beginning of a key becomes the key, and the caret waits for its value', () => {
  expect(take('ta')).toEqual({ text: 'tag:', caret: 4 })
  expect(take('mentor ta')).toEqual({ text: 'mentor tag:', caret: 11 })
})

test('a value is taken whole, quoted where it needs it, and one goes on behind it', () => {
  expect(take('tag:ca')).toEqual({ text: 'tag:career ', caret: 11 })
  expect(take('by:nan')).toEqual({ text: 'by:"Neel Nanda" ', caret: 16 })
  expect(take('by:nan mentor', 6)).toEqual({ text: 'by:"Neel Nanda" mentor', caret: 16 })
})

test('nothing is suggested for a single letter, for plain words, for commands and for help', () => {
  for (const text of ['t', 'mentorship', '> ta', '?', ''])
    expect(suggest(text, text.length, values)).toEqual([])
})
