import { $getRoot } from 'lexical'
import { describe, expect, test } from 'vitest'
import { toggleMark } from '../../editor/commands/marks.ts'
import { setLink } from '../../editor/commands/links.ts'
import { moveBlocks } from '../../editor/commands/move-blocks.ts'
import { toggleBox } from '../../editor/commands/item-commands.ts'
import { setBlockType } from '../../editor/commands/block-type.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { removeBlock } from '../support/entry-blocks.ts'
import { openTypist, type Typist } from '../support/entry-typing.ts'

/** Places where the obvious source means something else: each was written wrong, or refused, by an earlier design. */

function selectBlockStart({ editor }: Typist, index: number): void {
  editor.update(
    () => {
      const block = $getRoot().getChildAtIndex(index)
      block?.selectStart()
    },
    { discrete: true },
  )
}

describe('bare addresses', () => {
  test('a mark goes around the whole address or not at all', async () => {
    const typist = openTypist('see https://a.example/word/x now\n')
    typist.select('word')
    toggleMark(typist.editor, 'bold')
    expect(typist.text()).toBe('see **https://a.example/word/x** now\n')
    await typist.undo()
    expect(typist.text()).toBe('see https://a.example/word/x now\n')
  })

  test('a link goes around the whole address or not at all', () => {
    const typist = openTypist('see https://a.example/word/x now\n')
    typist.select('word')
    setLink(typist.editor, 'https://b.example')
    expect(typist.text()).toBe('see [https://a.example/word/x](https://b.example) now\n')
  })

  test.each(['*', '_', '\\', '&amp;', '`', '<b>', '~~', '|'])(
    '%s typed inside one is part of it',
    async (typed) => {
      const typist = openTypist('see https://a.example/word now\n')
      typist.caret('wo|rd')
      await typist.type(typed)
      const saved = typist.session.readText()
      // What cannot stand in an address is refused and said so; what is written reads as it was typed.
      if (saved.refused.length > 0) expect(saved.text).toBe('see https://a.example/word now\n')
      else expect(saved.text.replaceAll('&#124;', '|')).toContain('a.example/wo')
    },
  )

  test('no escape gets into one from an edit beside it', async () => {
    const typist = openTypist('see https://a.example/b_c word\n')
    typist.select('word')
    await typist.type('*x*_y')
    expect(typist.text()).toMatch(/^see https:\/\/a\.example\/b_c /)
  })

  test('a hard break behind one is made of spaces, since a backslash would be part of it', async () => {
    const typist = openTypist('https://a.example/b word\n\na\\\nb\n')
    typist.caret('/b| ')
    await typist.lineBreak()
    expect(typist.text()).toMatch(/^https:\/\/a\.example\/b {2}\n *word\n\na\\\nb\n$/)
  })

  test('an edit that needs every escape there is keeps them addresses', async () => {
    const typist = openTypist('*a.* b https://a.example/x_y www.b.example\n')
    typist.select(' b')
    await typist.type('b')
    expect(typist.text()).toContain(' https://a.example/x_y www.b.example\n')
  })

  test('one typed inside the text of a link cannot be a link of its own: written as text, or refused', async () => {
    const typist = openTypist('a [text word](u) b\n')
    typist.select('word')
    await typist.type('https://c.example')
    const saved = typist.session.readText()
    if (saved.refused.length > 0) expect(saved.text).toBe('a [text word](u) b\n')
    else
      expect(parseEntry(saved.text).blocks).toMatchObject([
        { runs: [{ text: 'a ' }, { text: 'text https://c.example', link: { url: 'u' } }, { text: ' b' }] },
      ])
  })
})

describe('display math', () => {
  test.each([
    ['over several lines inside a paragraph', 'text $$\na_b*c*d\n$$ word\n'],
    ['as a block behind a paragraph', 'word\n$$\na_b*c*d\n- e\n$$\n'],
    ['in an item', '- word\n  $$\n  a_b*c*d\n  $$\n'],
    ['in a quote', '> word\n> $$\n> a_b*c*d\n> $$\n'],
  ])('%s is kept by an edit beside it', async (_, text) => {
    const typist = openTypist(text)
    typist.select('word')
    await typist.type('two words_')
    expect(typist.text()).toBe(text.replace('word', 'two words_'))
  })
})

describe('lists', () => {
  test('an empty item under a paragraph is no underline', async () => {
    const typist = openTypist('text\n')
    typist.caret('text|')
    await typist.enter()
    await typist.type('- ')
    expect(parseEntry(typist.text()).blocks.map(({ type }) => type)).toEqual(['paragraph', 'list'])
  })

  test('two ordered lists that become neighbours go on counting as written', () => {
    const typist = openTypist('1. a\n2. b\n\ntext\n\n7) c\n8) d\n')
    removeBlock(typist.editor, 1)
    expect(typist.text()).toBe('1. a\n2. b\n\n7) c\n8) d\n')
  })

  test('indented code does not become part of the list above when what is between them goes', () => {
    const typist = openTypist('- a\n\ntext\n\n    code\n')
    removeBlock(typist.editor, 1)
    expect(typist.text()).toBe('- a\n\n<!-- -->\n\n    code\n')
  })

  test('the indent of a nested block goes when the block moves out', async () => {
    const typist = openTypist('- a\n\t- b\n\t- c\n\nd\n')
    typist.caret('|b')
    await typist.backspace()
    await typist.backspace()
    expect(typist.text()).not.toMatch(/^\t{2}/m)
    expect(parseEntry(typist.text()).blocks.length).toBeGreaterThan(1)
    await typist.undo()
    await typist.undo()
    expect(typist.text()).toBe('- a\n\t- b\n\t- c\n\nd\n')
  })

  test('a box with nothing behind it is an empty task', async () => {
    const typist = openTypist('- [ ]\n- a\n')
    typist.caret('a|')
    await typist.type('b')
    expect(typist.text()).toBe('- [ ]\n- ab\n')
    selectBlockStart(typist, 0)
    toggleBox(typist.editor)
    expect(typist.text()).toBe('- [x]\n- ab\n')
  })

  test('an item can begin with code, whose lines change alone', async () => {
    const typist = openTypist('- ```js\n  one\n\n  two\n  ```\n- b\n')
    typist.select('two')
    await typist.type('three')
    expect(typist.text()).toBe('- ```js\n  one\n\n  three\n  ```\n- b\n')
  })

  test('an ordered list that starts at 3 needs a blank line under a paragraph', () => {
    const typist = openTypist('text\n\n3. a\n4. b\n')
    typist.caret('|a')
    expect(typist.text()).toBe('text\n\n3. a\n4. b\n')
    setBlockType(typist.editor, 'paragraph')
    setBlockType(typist.editor, 'number-list')
    expect(parseEntry(typist.text()).blocks.map(({ type }) => type)).toEqual(['paragraph', 'list'])
  })

  test('a list behind a quote in a quote gets the line between that it needs', async () => {
    const typist = openTypist('> > a\n')
    typist.caret('a|')
    await typist.enter()
    await typist.enter()
    await typist.type('- b')
    expect(typist.text()).toBe('> > a\n>\n> - b\n')
  })
})

describe('front matter', () => {
  test('a rule that moves to the first line begins none', () => {
    const typist = openTypist('a\n\n---\n\nb\n\n---\n')
    selectBlockStart(typist, 0)
    moveBlocks(typist.editor, 'down')
    const saved = typist.text()
    expect(parseEntry(saved)).toMatchObject({ head: null })
    expect(parseEntry(saved).blocks.map(({ type }) => type)).toEqual([
      'rule',
      'paragraph',
      'paragraph',
      'rule',
    ])
  })

  test('that ends with the file gets a line end before what is typed behind it', async () => {
    const typist = openTypist('---\na: b\n---')
    typist.caret('|')
    await typist.type('x')
    expect(typist.text()).toMatch(/^---\na: b\n---\n+x\n?$/)
    await typist.backspace()
    await typist.undo()
    await typist.undo()
    expect(typist.text()).toBe('---\na: b\n---')
  })
})

describe('references', () => {
  test('keep their short form while the text is the label, and name the old label afterwards', async () => {
    const text = '[menu templates][] word\n\n[menu templates]: /u\n'
    const typist = openTypist(text)
    typist.select('word')
    await typist.type('x')
    expect(typist.text()).toBe(text.replace('word', 'x'))
    typist.select('menu')
    await typist.type('new')
    expect(typist.text()).toBe('[new templates][menu templates] x\n\n[menu templates]: /u\n')
  })

  test('keep their label beside another reference to it that has a text of its own', async () => {
    const typist = openTypist('[foo][ref] and [ref]\n\n[ref]: /u\n')
    typist.caret('re|f')
    await typist.type('x')
    expect(typist.text()).toBe('[foo][ref] and [rexf][ref]\n\n[ref]: /u\n')
  })

  test('with a long label keep it when a part of the text is made bold', () => {
    const typist = openTypist('[a long label here][]\n\n[a long label here]: /u\n')
    typist.select('long')
    toggleMark(typist.editor, 'bold')
    expect(typist.text()).toBe('[a **long** label here][a long label here]\n\n[a long label here]: /u\n')
  })

  test('and footnotes are read with their definitions, wherever these stand', async () => {
    const text = '> [a][b] word[^n]\n\n- item [b]\n\n[b]: /u\n\n[^n]: note\n'
    const typist = openTypist(text)
    typist.select('word')
    await typist.type('x')
    expect(typist.text()).toBe(text.replace('word', 'x'))
  })
})

describe('tables', () => {
  test('a row with more cells than the header is kept as source', async () => {
    const text = '| a |\n| --- |\n| {{ x | y }} |\n\nword\n'
    const typist = openTypist(text)
    typist.select('word')
    await typist.type('z')
    expect(typist.text()).toBe(text.replace('word', 'z'))
  })

  test('a pipe typed in a cell is escaped', async () => {
    const typist = openTypist('| x |\n| --- |\n')
    typist.select('x')
    await typist.type('a|b')
    expect(typist.text()).toBe('| a\\|b |\n| --- |\n')
  })
})

describe('marks', () => {
  test('emphasis that ends in punctuation can be joined with a letter', async () => {
    const typist = openTypist('*a.* b\n')
    typist.select(' b')
    await typist.type('b')
    expect(typist.text()).toBe('*a.*&#98;\n')
  })

  test.each([
    ['split by Enter', '[one\ntwo](u) word\n'],
    ['half unmade bold', '**one\ntwo** word\n'],
  ])('and links over a line break change on the lines they touch: %s', async (_, text) => {
    const typist = openTypist(text)
    typist.select('word')
    await typist.type('x')
    expect(typist.text()).toBe(text.replace('word', 'x'))
    typist.select('two')
    await typist.type('2')
    expect(typist.text()).toBe(text.replace('word', 'x').replace('two', '2'))
  })

  test('taken off one of two lines stay on the other', () => {
    const typist = openTypist('**one\ntwo** word\n')
    typist.select('two')
    toggleMark(typist.editor, 'bold')
    expect(typist.text()).toBe('**one**\ntwo word\n')
  })
})

test('deleting what stands between two lists of one kind joins them and loses nothing', () => {
  const typist = openTypist('- a\n\ntext\n\n- b\n')
  removeBlock(typist.editor, 1)
  expect(typist.text()).toBe('- a\n\n- b\n')
})
