import { $getRoot } from 'lexical'
import { describe, expect, test } from 'vitest'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { Mark } from '../../shared/markdown/tree.ts'
import { newLink, nodeAt, restyle, retype, saveAfter } from '../support/save-fixture.ts'
import { textRun, type DraftNode } from '../support/tree-draft.ts'
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

test('a mark around code with a letter behind it, where Markdown sees no delimiter, has that letter as an entity', () => {
  expect(saveAfter('the `Link`s of\n', restyle('Link', { marks: Mark.code | Mark.italic }))).toBe(
    'the *`Link`*&#115; of\n',
  )
})

test('an address with stars in it can be the text of a link', () => {
  const text = 'see http://a.example/b**c**d now\n'
  expect(saveAfter(text, restyle('http://a.example/b**c**d', { link: newLink('u') }))).toBe(
    'see [http://a.example/b\\*\\*c\\*\\*d](u) now\n',
  )
})

describe('HTML that comes to the start of a paragraph is kept from beginning a block', () => {
  test.each(['one <br>\ntwo\n', 'one <!-- note --> two\n', 'one <b>two</b>\n'])('%j', async (text) => {
    const typist = openTypist(text)
    typist.caret('one|')
    await typist.enter()
    expect(typist.session.readText().refused).toEqual([])
    expect(typist.text()).toMatch(/^one\n\n(?:&#32;)?<b>|^one\n\n&#32;<(?:br|!-)/)
  })
})

describe('a mark is taken from a word', () => {
  test.each([
    ['in a link within it', '**a [b c](u) d**\n', 'b', 1, '**a** [b **c**](u) **d**\n'],
    ['between two marks around it', '**_a: b c_**\n', 'b', 1, '**_a:_** _b_ **_c_**\n'],
  ])('%s', (_, text, word, mark, expected) => {
    const run = parseEntry(text)
    expect(run.blocks).toHaveLength(1)
    expect(saveAfter(text, unmark(word, mark))).toBe(expected)
  })

  function unmark(word: string, mark: number): (blocks: DraftNode[]) => void {
    return (blocks) => {
      const marks = nodeAt(blocks, 'paragraph').runs.find(({ text }) => text?.includes(word))?.marks ?? 0
      restyle(word, { marks: marks & ~mark })(blocks)
    }
  }
})

test('a star typed at the start of a line is escaped, and the other lines keep their spaces', () => {
  const text = 'one\nIt is \nthree\n'
  expect(saveAfter(text, retype('It', '*'))).toBe('one\n\\* is \nthree\n')
})

test('Enter at the start of a callout leaves the callout whole', async () => {
  const typist = openTypist('> [!note]\n> one\n')
  typist.editor.update(() => $getRoot().getFirstDescendant()?.selectPrevious(), { discrete: true })
  await typist.enter()
  expect(typist.session.readText().refused).toEqual([])
  expect(typist.editor.read(() => $getRoot().getChildrenSize())).toBe(2)
})

test('an underscore that comes to stand in a word becomes a star, and nothing else is written anew', () => {
  const text = '_one C++\ntwo_ C++\n'
  const put = (blocks: DraftNode[]): void => void nodeAt(blocks, 'paragraph').runs.unshift(textRun('z'))
  expect(saveAfter(text, put)).toBe('z*one C++\ntwo* C++\n')
})

test('a paragraph with a tag over several lines becomes a heading of several lines', () => {
  const put = (blocks: DraftNode[]): void => {
    blocks[0] = { type: 'heading', level: 2, runs: blocks[0]?.runs ?? [] } as unknown as DraftNode
  }
  expect(saveAfter('one <b\nid="x">two\n', put)).toBe('one <b\nid="x">two\n---\n')
})

describe('a paragraph that is no table, because its first line has a cell too few or too many', () => {
  const dashes = ':--|:--:|--'

  test.each([
    ['gets a cell more in its first line', `a|b\n${dashes}\nc|d\n`, 'a', '+ x|'],
    ['loses a cell of its first line', `a|b|c|d\n${dashes}\ne|f\n`, 'a|b', 'a'],
    ['gets another line of dashes', `a|b\n${dashes}\nc|d\n`, dashes, ':-|-:'],
  ])('%s and stays a paragraph, all other lines as they were', (_, text, word, replacement) => {
    const saved = saveAfter(text, retype(word, replacement)).split('\n')
    const lines = text.split('\n')
    expect(parseEntry(saved.join('\n')).blocks).toMatchObject([{ type: 'paragraph' }])
    expect(saved.filter((line, at) => line !== lines[at])).toHaveLength(1)
  })
})

test('HTML that is indented by a tab in an item keeps its lines one below the other in the item that Enter makes', async () => {
  const typist = openTypist('- one two\n\t<details>\n\t\tthree\n\t</details>\n')
  typist.caret('one|')
  await typist.enter()
  expect(typist.text()).toBe('- one\n- two\n\n    <details>\n    \tthree\n    </details>\n')
})

describe('an address that what is typed would be read as a part of is plain text', () => {
  test.each([
    [
      'a comment in its middle',
      'https://a.example/b/c\n',
      'b',
      '<!-- x -->',
      'https&#58;//a.example/\\<!-- x -->/c\n',
    ],
    [
      'in front of an escaped tag',
      '\\<div>foo\\</div>\n',
      'foo',
      'http://a.example',
      '\\<div>http&#58;//a.example\\</div>\n',
    ],
  ])('%s', (_, text, word, typed, expected) => {
    expect(saveAfter(text, retype(word, typed))).toBe(expected)
  })
})

describe('a box on a line of its own, with no paragraph behind it', () => {
  test.each([
    '- [ ]\n  - one two\n',
    '- [x]\n  > one two\n',
    '- [ ]\n  # one two\n- [ ]\n\n  ```\n  one\n  ```\n',
    '- [ ]\n  | one two |\n  |---|\n',
  ])('stays when what it stands over is edited: %j', async (text) => {
    const typist = openTypist(text)
    typist.select('one')
    await typist.type('three')
    expect(typist.text()).toBe(text.replace('one', 'three'))
  })
})
