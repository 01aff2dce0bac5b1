import { $getSelection, $setCompositionKey } from 'lexical'
import { describe, expect, test } from 'vitest'
import { openTypist, outline } from '../../support/entry-typing.ts'

describe('a marker typed at the start of a paragraph', () => {
  test.each([
    ['# ', 'heading'],
    ['###### ', 'heading'],
    ['> ', 'quote\n  paragraph'],
    ['- ', 'list\n  item\n    paragraph'],
    ['* ', 'list\n  item\n    paragraph'],
    ['+ ', 'list\n  item\n    paragraph'],
    ['1. ', 'list\n  item\n    paragraph'],
    ['7) ', 'list\n  item\n    paragraph'],
    ['[ ] ', 'list\n  item [ ]\n    paragraph'],
    ['- [ ] ', 'list\n  item [ ]\n    paragraph'],
    ['- [x] ', 'list\n  item [x]\n    paragraph'],
    ['``` ', 'code'],
  ])('%j makes %s', async (typed, expected) => {
    const typist = openTypist('')
    typist.caret('|')
    await typist.type(typed)
    expect(outline(typist.editor)).toBe(expected)
    await typist.type('x')
    expect(outline(typist.editor)).toContain('"x"')
  })

  test('is given back by one undo', async () => {
    const typist = openTypist('')
    typist.caret('|')
    await typist.type('## ')
    await typist.undo()
    expect(outline(typist.editor)).toBe('paragraph\n  "## "')
  })

  test('keeps the text behind the caret and the paragraph it stands in', async () => {
    const typist = openTypist('some **bold** text\n')
    typist.caret('|some')
    await typist.type('> ')
    expect(outline(typist.editor)).toBe('quote\n  paragraph\n    "some "\n    "bold" 1\n    " text"')
  })

  test.each(['x# ', '####### ', '1234567890. ', '-', ' - '])('%j makes nothing', async (typed) => {
    const typist = openTypist('')
    typist.caret('|')
    await typist.type(typed)
    expect(outline(typist.editor)).toBe(`paragraph\n  ${JSON.stringify(typed)}`)
  })

  test('means nothing in code', async () => {
    const typist = openTypist('```\ncode\n```\n')
    typist.caret('|code')
    await typist.type('# **b** ')
    expect(outline(typist.editor)).toBe('code\n  "# **b** code"')
  })

  test('joins the list above', async () => {
    const typist = openTypist('- a\n\nb\n')
    typist.caret('|b')
    await typist.type('- ')
    expect(outline(typist.editor)).toBe(
      'list\n  item\n    paragraph\n      "a"\n  item\n    paragraph\n      "b"',
    )
  })
})

describe('Enter', () => {
  test.each([
    ['---', 'rule\nparagraph'],
    ['***', 'rule\nparagraph'],
    ['```js', 'code'],
    ['~~~', 'code'],
  ])('behind %j makes %j', async (typed, expected) => {
    const typist = openTypist('')
    typist.caret('|')
    await typist.type(typed)
    await typist.enter()
    expect(outline(typist.editor)).toBe(expected)
    await typist.undo()
    expect(outline(typist.editor)).toBe(`paragraph\n  ${JSON.stringify(typed)}`)
  })
})

describe('marks typed as Markdown', () => {
  test.each([
    ['a **b**', '"a "\n  "b" 1'],
    ['a *i*', '"a "\n  "i" 2'],
    ['a _i_', '"a "\n  "i" 2'],
    ['a ~~s~~', '"a "\n  "s" 4'],
    ['a `c`', '"a "\n  "c" 16'],
    ['a*i*', '"a"\n  "i" 2'],
    ['a [t](u)', '"a "\n  entry-link\n    "t"'],
    ['a ![t](u)', '"a "\n  opaque-inline'],
    ['a [[w]]', '"a "\n  opaque-inline'],
    ['a ![[w]]', '"a "\n  opaque-inline'],
  ])('%j', async (typed, expected) => {
    const typist = openTypist('')
    typist.caret('|')
    await typist.type(typed)
    expect(outline(typist.editor)).toBe(`paragraph\n  ${expected.replace('entry-link', 'link')}`)
    await typist.type(' z')
    expect(outline(typist.editor)).toBe(`paragraph\n  ${expected.replace('entry-link', 'link')}\n  " z"`)
    await typist.undo()
    await typist.undo()
    expect(outline(typist.editor)).toBe(`paragraph\n  ${JSON.stringify(typed)}`)
  })

  test.each(['snake_case_', '2 * 3 * 4', '**b*', '\\*a*', '__', '![', 'a_b_c', '``', '()', '[x]'])(
    '%j stays text',
    async (typed) => {
      const typist = openTypist('')
      typist.caret('|')
      await typist.type(typed)
      expect(outline(typist.editor)).toBe(`paragraph\n  ${JSON.stringify(typed)}`)
    },
  )

  test('are not made while a composition is under way', async () => {
    const typist = openTypist('')
    typist.caret('|')
    await typist.type('**b*')
    typist.editor.update(() => $setCompositionKey($getSelection()?.getNodes()[0]?.getKey() ?? null), {
      discrete: true,
    })
    expect(typist.editor.isComposing()).toBe(true)
    await typist.type('*')
    expect(outline(typist.editor)).toBe('paragraph\n  "**b**"')
  })
})
