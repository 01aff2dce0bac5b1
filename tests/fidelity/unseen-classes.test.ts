import { describe, expect, test } from 'vitest'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { nodeAt, retype, saveAfter } from '../support/save-fixture.ts'
import type { DraftNode } from '../support/tree-draft.ts'
import { openTypist } from '../support/entry-typing.ts'

/** Shapes that only files of other authors had; each test is named after what is special about them. */
describe('a word is changed, and nothing but its line', () => {
  test.each([
    ['in a lazy quote whose lines have ever fewer marks', '>>> one\n>> two\n> three\nfour\n', 'two'],
    ['in a lazy paragraph with a form feed on a line of its own', '  one\ntwo\n\f\n  three\n', 'two'],
    ['in a lazy line of a quote in an item', '- > one\n  two\n  > three\n', 'three'],
  ])('%s', (_, text, word) => {
    expect(saveAfter(text, retype(word, 'changed'))).toBe(text.replace(word, 'changed'))
  })
})

describe('a heading in an item with a box stands on a line of its own', () => {
  const makeHeading = (blocks: DraftNode[]): void => {
    const item = nodeAt(blocks, 'item')
    item.blocks[0] = { type: 'heading', level: 2, runs: item.blocks[0]?.runs ?? [] } as unknown as DraftNode
  }

  test.each([
    ['- [ ] one\n- two\n', '- [ ]\n  ## one\n- two\n'],
    ['1. [x] one\n\n   next\n', '1. [x]\n   ## one\n\n   next\n'],
  ])('%j', (text, expected) => {
    expect(saveAfter(text, makeHeading)).toBe(expected)
  })
})

describe('a link with nothing but white space for its text', () => {
  test.each(['[ ](u)', '[](u)', '[\t ][r]'])('is kept as it is written: %j', (link) => {
    const text = `one ${link} two\n\n[r]: u\n`
    expect(parseEntry(text).blocks[0]).toMatchObject({
      runs: [{}, { kind: 'opaque', form: 'empty-link', source: link }, {}],
    })
    expect(saveAfter(text, retype('two', 'three'))).toBe(text.replace('two', 'three'))
  })

  test('is not lost where paragraphs are merged', async () => {
    const typist = openTypist('[ ](u)\n\ntwo\n')
    typist.caret('|two')
    await typist.backspace()
    expect(typist.text()).toBe('[ ](u)two\n')
  })
})

describe('a line that becomes empty in the middle of a paragraph', () => {
  test('is gone, since a blank line would end the paragraph', async () => {
    const typist = openTypist('> one\n> two\n> three\n')
    typist.select('two')
    await typist.backspace()
    expect(typist.text()).toBe('> one\n> three\n')
  })

  test('stays between two hard breaks', async () => {
    const typist = openTypist('one\\\ntwo\\\nthree\n')
    typist.select('two')
    await typist.backspace()
    expect(typist.text()).toBe('one\\\n\\\nthree\n')
  })
})
