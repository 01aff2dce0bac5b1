import { INDENT_CONTENT_COMMAND } from 'lexical'
import { describe, expect, test } from 'vitest'
import { moveBlocks } from '../../editor/commands/move-blocks.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { openTypist } from '../support/entry-typing.ts'
import { removeBlock } from '../support/entry-blocks.ts'

/**
 * The constructs that editors rewrite, each edited through the commands of keys and buttons: the file after the save
 * is the file before it but for the words that were typed.
 */

/** Types over the first occurrence of `old`, as a hand does, and gives the saved text. */
async function typeOver(text: string, old: string, typed: string): Promise<string> {
  const typist = openTypist(text)
  typist.select(old)
  await typist.type(typed)
  return typist.text()
}

async function expectOneChange(text: string, old: string, typed = 'new'): Promise<void> {
  expect(await typeOver(text, old, typed)).toBe(text.replace(old, () => typed))
}

describe('a list is not one block', () => {
  const list = '1. [x] one\n\t* two\n\n\t  three\n\t* four\n3. five\n   - six\n10) seven\n'
  test.each(['one', 'two', 'three', 'four', 'five', 'six', 'seven'])(
    'an edit in it keeps markers, numbers, tabs, boxes and tightness of all else: %s',
    (word) => expectOneChange(list, word),
  )
})

describe('a table', () => {
  test.each(['b', 'd', 'f'])('is not padded anew when a cell grows: %s', (word) =>
    expectOneChange('|a|b  |\n|--|:-:|\n| c|d|\n|  e | f\n', word, 'much longer than all the rest'),
  )
})

describe('the other lines of a leaf', () => {
  test.each([
    ['dialect text', '[[w|x_y_]] {{< a_b >}} {% c %} $x_1*y$ #tag_a\nword'],
    ['escapes and characters that could be marks', '_ * [ & \\* \\_ &amp; &copy; <\nword'],
    ['a trailing space', 'first \nword'],
    ['the indent of a continuation', '- first\n     second\n word'],
    ['a hard break by two spaces', 'first  \nword'],
    ['a hard break by a backslash', 'first\\\nword'],
    ['a line with nothing but a backslash', 'first\n\\\nword'],
    ['wrapping', 'a long line\nthat is\nwrapped by hand\nword'],
  ])('keep their spelling: %s', (_, text) => expectOneChange(`${text}\nlast\n`, 'word'))
})

describe('text of a dialect is not escaped by an edit beside it', () => {
  test.each([
    ['a wiki link', '[[snake_case#a_b|*alias*]]'],
    ['an embed', '![[pic_a_b.png|300x200]]'],
    ['a shortcode', '{{< figure src="a_b*c*" >}}'],
    ['a shortcode that is Markdown', '{{% note "_a_" %}}'],
    ['Liquid', '{{ page.a_b | upcase }} {% if a_b %}'],
    ['TeX', '$x_1*y*_z$ and $$a_b$$'],
    ['a tag', '#tag/sub_tag'],
    ['a block id', '^block-id'],
    ['a mark', '==marked=='],
    ['a comment', '%%hidden _x_%%'],
    ['attributes', '{.class_a #id}'],
    ['a Logseq property', 'key_a:: value'],
    ['a footnote', '[^note_1]'],
    ['inline HTML', '<span class="a_b*">x</span>'],
  ])('%s', async (_, token) => {
    await expectOneChange(`word ${token} end\n`, 'word')
    await expectOneChange(`start ${token} word\n`, 'word')
    const typist = openTypist(`word ${token} end\n`)
    typist.caret('word|')
    await typist.type(' * [x] _y_')
    expect(typist.text()).toContain(token)
  })

  test('the mark and the title of a callout, folded or not, nested', async () => {
    const text = '> [!note]- A _title_ word\n> text\n> > [!tip]+\n> > inner\n'
    await expectOneChange(text, 'word')
    await expectOneChange(text, 'text')
    await expectOneChange(text, 'inner')
  })
})

describe('references', () => {
  test.each(['[menu templates][]', '[menu templates]'])(
    '%s keeps its target when its text changes',
    async (link) => {
      const text = `see ${link}\n\n[menu templates]: /u\n`
      expect(await typeOver(text, 'menu', 'new')).toBe(
        'see [new templates][menu templates]\n\n[menu templates]: /u\n',
      )
    },
  )

  test('a definition cannot go or change while something refers to it: deleting it says so', () => {
    const text = 'see [a][b] and [^1]\n\n[b]: /u\n\n[^1]: note\n\nend\n'
    const typist = openTypist(text)
    removeBlock(typist.editor, 1)
    const saved = typist.session.readText()
    expect(saved.refused.length).toBeGreaterThan(0)
    expect(saved.text).toBe(text)
  })

  test('moving a definition leaves what refers to it alone', () => {
    const typist = openTypist('see [a][b]\n\n[b]: /u\n\nend\n')
    typist.caret('en|d')
    moveBlocks(typist.editor, 'up')
    expect(typist.text()).toBe('see [a][b]\n\nend\n\n[b]: /u\n')
  })
})

describe('addresses', () => {
  test('an autolink is one thing that an edit beside it keeps', () =>
    expectOneChange('<https://a.example/b_c> word <me@a.example>\n', 'word'))

  test('a literal address typed as text is written as it was typed', async () => {
    expect(await typeOver('a word\n', 'word', 'https://a.example/b_c_d')).toBe('a https://a.example/b_c_d\n')
  })

  test('words beside literal addresses change alone, wherever the address stands', () =>
    expectOneChange(
      'https://a.example/x_y word (www.b.example) me@c.example\nhttps://d.example/_z_\n',
      'word',
    ))
})

describe('prefixes of containers', () => {
  test.each(['a1', 'b1', 'c1', 'd1', 'e1'])('of quotes, callouts and items stay on every line: %s', (word) =>
    expectOneChange('> [!info]- T\n>a1\n> > b1\n>   c1\n>\n>   1.  d1\n>\n>       e1\n', word, 'new'),
  )

  test.each(['two', 'four'])('a lazy line stays lazy: %s', (word) =>
    expectOneChange('- one\ntwo\n\n> three\nfour\n', word),
  )

  test('the indent of a lazy line keeps what looks like a list from being one', () =>
    expectOneChange('> foo\n    - bar\n', 'foo'))

  test('in an item too', () => expectOneChange('- a\n - b\n  - c\n   - d\n    - e\n', 'd'))
})

describe('pairs that open in one block and close in another', () => {
  test.each([
    ['HTML', '<details>\n\nword\n\n</details>\n'],
    ['a shortcode', '{{< details >}}\n\nword\n\n{{< /details >}}\n'],
    ['a shortcode that is Markdown, tight', '{{% note %}}\nword\n{{% /note %}}\n'],
    ['Liquid', '{% raw %}\n\nword\n\n{% endraw %}\n'],
  ])('are kept in both: %s', (_, text) => expectOneChange(text, 'word'))
})

describe('lists that become neighbours', () => {
  test.each([
    ['of one marker are one list', '- a\n\ntext\n\n- b\n', '- a\n\n- b\n'],
    ['of two markers keep them', '- a\n\ntext\n\n* b\n', '- a\n\n* b\n'],
    ['with numbers go on counting as written', '1. a\n\ntext\n\n5. b\n', '1. a\n\n5. b\n'],
  ])('%s', (_, before, after) => {
    const typist = openTypist(before)
    removeBlock(typist.editor, 1)
    expect(typist.text()).toBe(after)
  })
})

describe('bytes around the text', () => {
  test('Windows line ends are kept and written in new lines too, never doubled', async () => {
    const typist = openTypist('a  \r\nb\r\n\r\n- c\r\n')
    typist.caret('c|')
    await typist.enter()
    await typist.type('d')
    expect(typist.text()).toBe('a  \r\nb\r\n\r\n- c\r\n- d\r\n')
  })

  test('a lone CR ends lines too', () => expectOneChange('a\r\rword\r- c\r', 'word'))

  test('a byte order mark is no part of the text', async () => {
    await expectOneChange('\uFEFF# word\n', 'word')
    await expectOneChange('\uFEFFword\n', 'word')
  })

  test('JSON front matter is no Markdown', () => expectOneChange('{\n  "a": "*x*"\n}\nword\n', 'word'))

  test('TOML and YAML front matter are no Markdown', async () => {
    await expectOneChange('+++\na = "*x*"\n+++\nword\n', 'word')
    await expectOneChange('---\na: *x # y\n---\nword\n', 'word')
  })

  test('a single tilde is a tilde', async () => {
    await expectOneChange('3~6 and 2~4 word\n', 'word', '5~7')
    expect(parseEntry('3~6 and 2~4\n').blocks).toMatchObject([{ runs: [{ text: '3~6 and 2~4', marks: 0 }] }])
  })

  test('nesting an item keeps the tabs of the file', () => {
    const typist = openTypist('- a\n\t- b\n- c\n')
    typist.caret('|c')
    typist.editor.dispatchCommand(INDENT_CONTENT_COMMAND, undefined)
    expect(typist.text()).toBe('- a\n\t- b\n\t- c\n')
  })
})
