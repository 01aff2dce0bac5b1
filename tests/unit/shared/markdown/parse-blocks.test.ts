import { describe, expect, it } from 'vitest'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { outline } from '../../../support/outline.ts'

const cases: readonly (readonly [what: string, text: string, tree: string])[] = [
  ['three blocks with many blank lines between', 'a\n\n\n\nb', 'p{a} p{b}'],
  ['an underlined paragraph as a heading', 'suggestions\n---\n- a', 'h2{suggestions} ul[i[p{a}]]'],
  ['a line of dashes after an item as a rule', '- nanda\n---\n# later', 'ul[i[p{nanda}]] hr h1{later}'],
  ['an empty item under a paragraph as its underline', 'a\n- \nb', 'h2{a} p{b}'],
  ['an underline of two lines as one heading', 'Heading\ntwo\n===', 'h1{Heading/two}'],
  ['empty headings', '# \n\n#', 'h1{} h1{}'],
  ['a quote right under a paragraph', 'a\n> b\n\nc', 'p{a} q[p{b}] p{c}'],
  ['lazy lines and a second quote', '> - a\n> - b\nlazy\n\n> c', 'q[ul[i[p{a}] i[p{b/lazy}]]] q[p{c}]'],
  ['lists of two kinds of number as two', '1) a\n1. b', 'ol1[i[p{a}]] ol1[i[p{b}]]'],
  ['a list that starts at three', '3. a\n7. b', 'ol3[i[p{a}] i[p{b}]]'],
  ['a tab behind a bullet as its indent', '-\tok\n\n\tunder', 'ul[i[p{ok} p{under}]]'],
  [
    'indented code as source',
    '    code\n\ttab\n\n    more',
    'source:indented-code{    code⏎\ttab⏎⏎    more}',
  ],
  ['an indented line under a paragraph as its text', 'line\n    not code', 'p{line/not code}'],
  ['code of an item without the prefix', '- ```\n  a\n  ```', 'ul[i[code{a}]]'],
  ['the info of a fence', '```js {a=1}\n  x\n```', 'code js {a=1}{  x}'],
  ['an unclosed fence up to its container’s end', '- ```\n  a\n\nb', 'ul[i[code{a}]] p{b}'],
  ['HTML over blank lines', '<!-- a\n\nb -->\nc', 'source:html{<!-- a⏎⏎b -->} p{c}'],
  ['HTML in a quote up to its blank line', '> <div>\n> a\n>\n> b', 'q[source:html{<div>⏎a} p{b}]'],
  [
    'definitions before a paragraph',
    '[a]: u\n[b]: <v> "t"\ntext [a]',
    'source:definition{[a]: u} source:definition{[b]: <v> "t"} p{text link(a u)}',
  ],
  [
    'a definition under an underline as no heading',
    '[a]: u\n===\n[a]',
    'source:definition{[a]: u} p{===/link(a u)}',
  ],
  ['a short row padded', 'a | b\n--|:-:\n1', 't{a|b;1|}'],
  [
    'a row with more cells than the header as source',
    'a | b\n--|--\n1 | 2 | 3',
    'source:table{a | b⏎--|--⏎1 | 2 | 3}',
  ],
  [
    'pipes in code and wiki links of a cell',
    'a | b\n--|--\n`x\\|y` | [[a\\|b]]',
    't{a|b;c(x|y)|<wiki-link [[a\\|b]]>}',
  ],
  ['a rule under a table', '| a |\n|---|\n===\n---', 't{a;===} hr'],
  ['an item without anything behind its box', '- [ ]\n- [ ] a', 'ul[i _[] i _[p{a}]]'],
  ['text on the line below a box', '> - [ ]\n>   next', 'q[ul[i _[p{next}]]]'],
  [
    'Obsidian’s other boxes',
    '- [/] c\n- [-] d\n- [>] e\n- [?] f',
    'ul[i /[p{c}] i -[p{d}] i >[p{e}] i ?[p{f}]]',
  ],
  [
    'a letter or a link where a box could be',
    '- [a] g\n- [ ](u)',
    'ul[i[p{[a] g}] i[p{<empty-link [ ](u)>}]]',
  ],
  ['boxes in a mixed ordered list', '1. [X] a\n2. b', 'ol1[i X[p{a}] i[p{b}]]'],
  ['one paragraph of link lines', '[A](u) by X\n[B](v) by Y\n', 'p{link(A u) by X/link(B v) by Y}'],
  [
    'a lazy link line behind a bullet',
    '[A](u)\n- [B](v) x\n[C](w)\n',
    'p{link(A u)} ul[i[p{link(B v) x/link(C w)}]]',
  ],
]

describe('the blocks of an entry', () => {
  it.each(cases)('reads %s', (_what, text, tree) => {
    expect(outline(parseEntry(text).blocks)).toBe(tree)
  })

  it.each([
    ['CRLF', '\r\n'],
    ['lone CR', '\r'],
  ])('are the same with %s', (_name, lineEnding) => {
    for (const [, text, tree] of cases) {
      expect(outline(parseEntry(text.replace(/\n/g, lineEnding)).blocks).replace(/\r\n?/g, '⏎')).toBe(tree)
    }
  })

  it('say where everything of an item stands', () => {
    const text = '> 12)  [x] done\n>        more'
    const [quote] = parseEntry(text).blocks
    const list = quote?.type === 'quote' ? quote.blocks[0] : undefined
    const item = list?.type === 'list' ? list.items[0] : undefined
    expect(quote).toMatchObject({ span: { from: 0, to: text.length }, prefix: '> ' })
    expect(list).toMatchObject({ ordered: true, start: 12, marker: ')', span: { from: 2, to: text.length } })
    expect(item).toMatchObject({
      box: 'x',
      marker: { from: 2, to: 5 },
      boxSpan: { from: 7, to: 10 },
      prefix: '>      ',
    })
    expect(item?.blocks[0]?.span).toEqual({ from: 11, to: text.length })
  })

  it('say where the fences, the info and the lines of code stand', () => {
    const text = '- ```js\n  let x\n\n  ~~~\n  ```'
    const [list] = parseEntry(text).blocks
    const code = list?.type === 'list' ? list.items[0]?.blocks[0] : undefined
    if (code?.type !== 'code') throw new Error('no code')
    expect(code.text).toBe('let x\n\n~~~')
    expect(code.fence).toEqual({ open: { from: 2, to: 5 }, close: { from: 25, to: 28 } })
    expect(text.slice(code.infoSpan?.from, code.infoSpan?.to)).toBe('js')
    expect(code.lines?.map(({ from, to }) => text.slice(from, to))).toEqual(['let x', '', '~~~'])
  })

  it('keep a tab that is half prefix as spaces in code', () => {
    const [list] = parseEntry('- ```\n\tx\n  ```').blocks
    const code = list?.type === 'list' ? list.items[0]?.blocks[0] : undefined
    expect(code).toMatchObject({ type: 'code', text: '  x' })
  })

  it('keep blank lines at the end of closed code', () => {
    expect(outline(parseEntry('```\na\n\n```').blocks)).toBe('code{a⏎}')
  })

  it('show what is nested a hundred levels deep as source, and nothing is lost', () => {
    const text = `${'> '.repeat(150)}deep`
    const { blocks } = parseEntry(text)
    expect(outline(blocks)).toContain('source:other{> > ')
    expect(blocks[0]?.span).toEqual({ from: 0, to: text.length })
  })
})
