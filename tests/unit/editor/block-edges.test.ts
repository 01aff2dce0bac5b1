import { $getSelection, $isNodeSelection, $isRangeSelection } from 'lexical'
import { describe, expect, test } from 'vitest'
import { openTypist, outline, textBeforeCaret, type Typist } from '../../support/entry-typing.ts'

function selectedType(typist: Typist): string {
  return typist.editor.read(() => {
    const selection = $getSelection()
    if ($isNodeSelection(selection))
      return selection
        .getNodes()
        .map((node) => node.getType())
        .join()
    return $isRangeSelection(selection) && !selection.isCollapsed()
      ? `text: ${selection.getTextContent()}`
      : 'caret'
  })
}

describe('Backspace at the start of a block', () => {
  test('joins a paragraph with the one above, the caret between', async () => {
    const typist = openTypist('one\n\ntwo [l](u)\n')
    typist.caret('|two ')
    await typist.backspace()
    expect(outline(typist.editor)).toBe('paragraph\n  "onetwo "\n  link\n    "l"')
    expect(textBeforeCaret(typist.editor)).toBe('one')
  })

  test('can be undone when the paragraph is nothing but a link', async () => {
    const text = '# head\n\n[link](https://a.example)\n'
    const typist = openTypist(text)
    typist.caret('|link')
    await typist.backspace()
    expect(outline(typist.editor)).toBe('heading\n  "head"\n  link\n    "link"')
    await typist.undo()
    expect(outline(typist.editor)).toBe('heading\n  "head"\nparagraph\n  link\n    "link"')
    expect(typist.session.readText().text).toBe(text)
  })

  test('makes a heading text before it joins anything', async () => {
    const typist = openTypist('one\n\n## two\n')
    typist.caret('|two')
    await typist.backspace()
    expect(outline(typist.editor)).toBe('paragraph\n  "one"\nparagraph\n  "two"')
  })

  test('selects the code above and keeps the links of the paragraph', async () => {
    const typist = openTypist('```\ncode\n```\n\n[l](u) text\n')
    typist.caret('|l')
    await typist.backspace()
    expect(outline(typist.editor)).toBe('code\n  "code"\nparagraph\n  link\n    "l"\n  " text"')
    expect(selectedType(typist)).toBe('text: code')
  })

  test.each([
    ['---\n', 'rule'],
    ['| a |\n|---|\n| b |\n', 'table'],
    ['<div>\nx\n</div>\n', 'source-block'],
  ])('selects %j above', async (above, type) => {
    const typist = openTypist(`first\n\n${above}\ntext\n`)
    typist.caret('|text')
    await typist.backspace()
    expect(selectedType(typist)).toBe(type)
    expect(outline(typist.editor)).toContain('"text"')
    await typist.backspace()
    expect(outline(typist.editor)).not.toContain(type)
  })

  test('takes the first block out of a quote', async () => {
    const typist = openTypist('> one\n>\n> two\n')
    typist.caret('|one')
    await typist.backspace()
    expect(outline(typist.editor)).toBe('paragraph\n  "one"\nquote\n  paragraph\n    "two"')
  })

  test('joins a paragraph with the last item of the list above', async () => {
    const typist = openTypist('- one\n  - inner\n\ntext\n')
    typist.caret('|text')
    await typist.backspace()
    expect(outline(typist.editor)).toBe(
      'list\n  item\n    paragraph\n      "one"\n    list\n      item\n        paragraph\n          "innertext"',
    )
  })

  test('does nothing at the start of a cell or of the entry', async () => {
    const typist = openTypist('text\n\n| a | b |\n|---|---|\n| c | d |\n')
    const before = outline(typist.editor)
    typist.caret('|d')
    await typist.backspace()
    typist.caret('|text')
    await typist.backspace()
    expect(outline(typist.editor)).toBe(before)
  })
})

describe('Delete at the end of a block', () => {
  test('joins the next paragraph', async () => {
    const typist = openTypist('one\n\n[two](u)\n')
    typist.caret('one|')
    await typist.del()
    expect(outline(typist.editor)).toBe('paragraph\n  "one"\n  link\n    "two"')
    await typist.undo()
    expect(typist.session.readText().text).toBe('one\n\n[two](u)\n')
  })

  test('selects code, rules and source blocks below', async () => {
    const typist = openTypist('one\n\n```\ncode\n```\n')
    typist.caret('one|')
    await typist.del()
    expect(selectedType(typist)).toBe('text: code')
    expect(outline(typist.editor)).toBe('paragraph\n  "one"\ncode\n  "code"')
  })

  test('takes the first block of a quote below into the paragraph', async () => {
    const typist = openTypist('one\n\n> two\n')
    typist.caret('one|')
    await typist.del()
    expect(outline(typist.editor)).toBe('paragraph\n  "onetwo"')
  })
})

describe('deleting a range', () => {
  test('from a paragraph into code leaves the rest of the code in its block', async () => {
    const typist = openTypist('first para\n\nmiddle\n\n```\ncode line\nmore\n```\n')
    typist.select(' para…code ')
    await typist.backspace()
    expect(outline(typist.editor)).toBe('paragraph\n  "first"\ncode\n  "line"\n  linebreak\n  "more"')
    expect(textBeforeCaret(typist.editor)).toBe('first')
  })

  test('from the start of a block into one that has a line break does not trip over its own selection', async () => {
    const typist = openTypist('abc\n\ndefgh\nzz\n')
    typist.select('abc…defg')
    await typist.backspace()
    expect(outline(typist.editor)).toBe('paragraph\n  "h"\n  linebreak\n  "zz"')
    await typist.undo()
    typist.select('abc…defg')
    await typist.type('new')
    expect(typist.text()).toBe('newh\nzz\n')
  })

  test.each(['# word\n', '- [ ] word\n', '> word\n', '| word |\n|---|\n'])(
    'over everything that is one block keeps the block: %s',
    async (text) => {
      const typist = openTypist(text)
      typist.select('word')
      await typist.type('new')
      expect(typist.text()).toBe(text.replace('word', 'new'))
    },
  )

  test('over everything leaves a paragraph to type in', async () => {
    const typist = openTypist('# one\n\n- two\n\nlast\n')
    typist.select('one…last')
    await typist.backspace()
    await typist.type('new')
    expect(outline(typist.editor)).toBe('paragraph\n  "new"')
  })
})

describe('Enter', () => {
  test('at the start of a paragraph puts a blank one in front', async () => {
    const typist = openTypist('one\n')
    typist.caret('|one')
    await typist.enter()
    expect(outline(typist.editor)).toBe('paragraph\nparagraph\n  "one"')
    expect(typist.text()).toBe('one\n')
  })

  test('inside a link makes two links with one target', async () => {
    const typist = openTypist('a [two words](u) b\n')
    typist.caret('two| words')
    await typist.enter()
    expect(outline(typist.editor)).toBe(
      'paragraph\n  "a "\n  link\n    "two"\nparagraph\n  link\n    " words"\n  " b"',
    )
  })

  test('after a heading begins a paragraph, in its middle another heading', async () => {
    const typist = openTypist('## one two\n')
    typist.caret('one two|')
    await typist.enter()
    expect(outline(typist.editor)).toBe('heading\n  "one two"\nparagraph')
    typist.caret('one| two')
    await typist.enter()
    expect(outline(typist.editor)).toBe('heading\n  "one"\nheading\n  " two"\nparagraph')
  })

  test('splits a heading behind bold text, both halves staying headings', async () => {
    const typist = openTypist('## **one** two\n')
    typist.caret('| two')
    await typist.enter()
    expect(outline(typist.editor)).toBe('heading\n  "one" 1\nheading\n  " two"')
  })

  test('in code breaks the line with its indent, and leaves the code at a blank last line', async () => {
    const typist = openTypist('```\n  code\n```\n')
    typist.caret('  code|')
    await typist.enter()
    await typist.type('x')
    expect(outline(typist.editor)).toBe('code\n  "  code"\n  linebreak\n  "  x"')
    await typist.enter()
    await typist.enter()
    await typist.type('out')
    expect(outline(typist.editor)).toBe('code\n  "  code"\n  linebreak\n  "  x"\nparagraph\n  "out"')
  })

  test('leaves a quote from its blank last paragraph', async () => {
    const typist = openTypist('> one\n')
    typist.caret('one|')
    await typist.enter()
    await typist.enter()
    await typist.type('out')
    expect(outline(typist.editor)).toBe('quote\n  paragraph\n    "one"\nparagraph\n  "out"')
  })

  test('in a cell goes to the cell below, then out of the table', async () => {
    const typist = openTypist('| a | b |\n|---|---|\n| c | d |\n')
    typist.caret('b|')
    await typist.enter()
    await typist.type('x')
    expect(outline(typist.editor)).toContain('"xd"')
    await typist.enter()
    await typist.type('out')
    expect(outline(typist.editor)).toMatch(/paragraph\n {2}"out"$/)
  })

  test('with Shift is a hard break, in a cell the tag that a row can hold', async () => {
    const typist = openTypist('one\n\n| a |\n|---|\n| c |\n')
    typist.caret('one|')
    await typist.lineBreak()
    await typist.type('two')
    expect(outline(typist.editor)).toContain('paragraph\n  "one"\n  linebreak\n  "two"')
    typist.caret('c|')
    await typist.lineBreak()
    expect(outline(typist.editor)).toContain('"c"\n        opaque-inline')
  })
})
