import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type ElementNode,
  type LexicalEditor,
} from 'lexical'
import { describe, expect, test } from 'vitest'
import { MARKDOWN_TYPE } from '../../../editor/clipboard/own-format.ts'
import { $copy, $paste } from '../../../editor/clipboard/register-entry-clipboard.ts'
import { $removeSelectedText } from '../../../editor/commands/remove-text.ts'
import { openTypist, outline, type Typist } from '../../support/entry-typing.ts'
import { createTestClipboard } from '../../support/test-clipboard.ts'

function copy(editor: LexicalEditor): ReturnType<typeof createTestClipboard> {
  const board = createTestClipboard()
  editor.update(() => $copy(editor, board), { discrete: true })
  return board
}

function paste(editor: LexicalEditor, data: Record<string, string>): void {
  editor.update(() => $paste(editor, createTestClipboard(data)), { discrete: true })
}

/** Selects whole top-level blocks, from the start of one to the end of another. */
function selectBlocks(typist: Typist, from: number, to: number): void {
  typist.editor.update(
    () => {
      const [first, last] = [$getRoot().getChildAtIndex(from), $getRoot().getChildAtIndex(to)]
      if (!$isElementNode(first) || !$isElementNode(last)) throw new Error('not text')
      const end = last.selectEnd().focus
      const { key, offset, type } = end
      first.selectStart().focus.set(key, offset, type)
    },
    { discrete: true },
  )
}

function cut(editor: LexicalEditor): Record<string, string> {
  const board = copy(editor)
  editor.update(
    () => {
      const selection = $getSelection()
      if ($isRangeSelection(selection)) $removeSelectedText(selection)
    },
    { discrete: true },
  )
  return board.data
}

describe('copying', () => {
  test('gives Markdown as text and as our own type', () => {
    const typist = openTypist('a **b [c](u "t") d** e\n')
    typist.select('b …c')
    const { data } = copy(typist.editor)
    expect(data['text/plain']).toBe('**b [c](u "t")**')
    expect(JSON.parse(data[MARKDOWN_TYPE] ?? '')).toEqual({ markdown: '**b [c](u "t")**', isInline: true })
  })

  test('of a part of code gives the code as it is', () => {
    const typist = openTypist('```\na_b_c *d*\n```\n')
    typist.select('_c *d*')
    expect(copy(typist.editor).data).toEqual({ 'text/plain': '_c *d*' })
  })

  test('over blocks keeps their types, boxes and depth', () => {
    const typist = openTypist('# Head\n\n- [x] a\n  - b\n- c\n\ntail\n')
    typist.select('Head…tai')
    expect(copy(typist.editor).data['text/plain']).toBe('# Head\n\n- [x] a\n  - b\n- c\n\ntai')
  })

  test('of sub-items alone gives a list at the outer level', () => {
    const typist = openTypist('- a\n  - b\n  - c\n')
    typist.select('b…c')
    expect(copy(typist.editor).data['text/plain']).toBe('- b\n- c')
  })

  test('resolves reference links, whose definitions stay behind', () => {
    const typist = openTypist('see [this][r] now\n\n[r]: https://a.example\n')
    typist.select('see …this')
    expect(copy(typist.editor).data['text/plain']).toBe('see [this](https://a.example)')
  })

  test('gives pictures that refer to a definition their own target', () => {
    const typist = openTypist('a ![Pic][] and ![b][pic] c\n\n[pic]: p.png "t"\n')
    typist.select('a … c')
    expect(copy(typist.editor).data['text/plain']).toBe('a ![Pic](p.png "t") and ![b](p.png "t") c')
  })
})

describe('cutting and pasting', () => {
  test.each([
    ['a heading that is one link', '# [head](https://a.example)\n\ntext\n\nlast\n'],
    ['code', '```js\nif (a) {\n  b *c* _d_\n}\n```\n\ntext\n\nlast\n'],
    ['a list with boxes and wiki links', '- [ ] a [[w_x]]\n\t- b\n\ntext\n\nlast\n'],
  ])('a block keeps %s', (_, text) => {
    const typist = openTypist(text)
    selectBlocks(typist, 0, 0)
    const source = text.slice(0, text.indexOf('\n\ntext'))
    const data = cut(typist.editor)
    typist.caret('las|t')
    typist.editor.update(() => $getRoot().getLastChild()?.selectEnd(), { discrete: true })
    paste(typist.editor, data)
    expect(typist.text()).toContain(`last\n\n${source}\n`)
  })

  test('in one entry what refers to a definition keeps its spelling', () => {
    const blocks = 'a [b][r] ![c][] [^1]\n\n- [d]'
    const rest = 'last\n\n[r]: u\n[c]: v\n\n[^1]: note\n\n[d]: w\n'
    const typist = openTypist(`${blocks}\n\n${rest}`)
    selectBlocks(typist, 0, 1)
    const data = cut(typist.editor)
    typist.editor.update(() => $getRoot().getChildAtIndex<ElementNode>(1)?.selectEnd(), { discrete: true })
    paste(typist.editor, data)
    expect(typist.text()).toBe(rest.replace('last', `last${blocks}`))
  })

  test('in another entry it says its target itself', () => {
    const from = openTypist('a [b][r] ![c][]\n\nx\n\n[r]: u\n[c]: v\n')
    selectBlocks(from, 0, 1)
    const to = openTypist('one\n\n[r]: other\n')
    to.editor.update(() => $getRoot().getFirstChild<ElementNode>()?.selectEnd(), { discrete: true })
    paste(to.editor, copy(from.editor).data)
    expect(to.text()).toBe('onea [b](u) ![c](v)\n\nx\n\n[r]: other\n')
  })

  test('text in the middle of a paragraph joins it', () => {
    const typist = openTypist('one two\n')
    typist.caret('one| ')
    paste(typist.editor, { [MARKDOWN_TYPE]: JSON.stringify({ markdown: '**b** [l](u)', isInline: true }) })
    expect(typist.text()).toBe('one**b** [l](u) two\n')
  })

  test('blocks in the middle of a paragraph stand between its halves', () => {
    const typist = openTypist('one two\n')
    typist.caret('one| ')
    paste(typist.editor, { [MARKDOWN_TYPE]: JSON.stringify({ markdown: 'x\n\n> q\n\ny', isInline: false }) })
    expect(outline(typist.editor)).toBe(
      'paragraph\n  "onex"\nquote\n  paragraph\n    "q"\nparagraph\n  "y two"',
    )
  })

  test('blocks at the start of a heading stand in front of it', () => {
    const typist = openTypist('plain\n===\n')
    typist.caret('|plain')
    paste(typist.editor, { 'text/plain': 'a\n\nb\n' })
    expect(typist.text()).toBe('a\n\nb\n\nplain\n===\n')
  })

  test('items pasted into an item become its neighbours', () => {
    const typist = openTypist('- one\n- two\n')
    typist.caret('one|')
    paste(typist.editor, { [MARKDOWN_TYPE]: JSON.stringify({ markdown: '- [ ] x\n  - y', isInline: false }) })
    expect(typist.text()).toBe('- one\n- [ ] x\n  - y\n- two\n')
  })

  test('in a cell only the words arrive', () => {
    const typist = openTypist('| a |\n|---|\n| b |\n')
    typist.caret('b|')
    paste(typist.editor, { [MARKDOWN_TYPE]: JSON.stringify({ markdown: '# x\n\ny | z', isInline: false }) })
    expect(outline(typist.editor)).toContain('"bx y | z"')
    expect(typist.text()).toContain('bx y \\| z')
  })

  test('in code the lines arrive as they are', () => {
    const typist = openTypist('```\ncode\n```\n')
    typist.caret('code|')
    paste(typist.editor, { 'text/plain': '\n\n  *x*\r\n# y' })
    expect(typist.text()).toBe('```\ncode\n\n  *x*\n# y\n```\n')
  })
})

describe('pasting from elsewhere', () => {
  test('an address on a selection links it', () => {
    const typist = openTypist('one two\n')
    typist.select('two')
    paste(typist.editor, { 'text/plain': 'https://a.example/x ' })
    expect(typist.text()).toBe('one [two](https://a.example/x)\n')
  })

  test('text that looks like Markdown stays text, line by line', () => {
    const typist = openTypist('one\n')
    typist.caret('one|')
    paste(typist.editor, { 'text/plain': '\n- a\n# b\n\n**c**\n' })
    expect(outline(typist.editor)).toBe('paragraph\n  "one- a"\n  linebreak\n  "# b"\nparagraph\n  "**c**"')
    typist.text()
  })

  test('text on a selection inside a link keeps the link', () => {
    const typist = openTypist('a [b](u) c\n')
    typist.select('b')
    paste(typist.editor, { 'text/plain': 'new' })
    expect(typist.text()).toBe('a [new](u) c\n')
  })

  test('our type with rubbish in it falls back to the text', () => {
    const typist = openTypist('one\n')
    typist.caret('one|')
    paste(typist.editor, { [MARKDOWN_TYPE]: '{not json', 'text/plain': 'x' })
    expect(typist.text()).toBe('onex\n')
  })
})
