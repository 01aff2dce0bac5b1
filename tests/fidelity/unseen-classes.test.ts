import { describe, expect, test } from 'vitest'
import { retype, saveAfter } from '../support/save-fixture.ts'

/** Shapes that only files of other authors had; each test is named after what is special about them. */
describe('a word is changed, and nothing but its line', () => {
  test.each([
    ['in a lazy quote whose lines have ever fewer marks', '>>> one\n>> two\n> three\nfour\n', 'two'],
    ['in a lazy line of a quote in an item', '- > one\n  two\n  > three\n', 'three'],
  ])('%s', (_, text, word) => {
    expect(saveAfter(text, retype(word, 'changed'))).toBe(text.replace(word, 'changed'))
  })
})
