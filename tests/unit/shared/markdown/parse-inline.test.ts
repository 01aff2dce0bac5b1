import { describe, expect, it } from 'vitest'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import type { Run } from '../../../../shared/markdown/tree.ts'
import { outline } from '../../../support/outline.ts'

const cases: readonly (readonly [what: string, text: string, tree: string])[] = [
  ['marks in each other', '***a** b* ~~c~~', 'p{bi(a)i( b) s(c)}'],
  ['a single tilde as a tilde', '3~6 months, 2~4 more', 'p{3~6 months, 2~4 more}'],
  ['marks beside punctuation', 'a*"b"*c **⭐️** x', 'p{a*"b"*c b(⭐️) x}'],
  ['marks around an emoji of two code units', 'a**🔍 b**', 'p{ab(🔍 b)}'],
  ['code with backticks and spaces', '`` a`b `` ` ` `  a  `', 'p{c(a`b) c( ) c( a )}'],
  ['breaks of every kind', 'a  \nb\\\nc\nd', 'p{a//b//c/d}'],
  ['escapes and references', '\\* &amp; &nosuch; &#35; \\a', 'p{* & &nosuch; # \\a}'],
  ['NUL as a replacement character', 'a\0b', 'p{a\uFFFDb}'],
  [
    'links by label',
    '[b][r] [r][] [r] [d]\n\n[r]: /r',
    'p{link(b /r) link(r /r) link(r /r) [d]} source:definition{[r]: /r}',
  ],
  ['a label without definition as text', '[draft note] and [x][y]', 'p{[draft note] and [x][y]}'],
  [
    'a label defined below, in other case',
    '[Foo  Bar]\n\n[foo bar]: u',
    'p{link(Foo  Bar u)} source:definition{[foo bar]: u}',
  ],
  ['links in links as text', '[a [b](c) d](e)', 'p{[a link(b c) d](e)}'],
  [
    'a link without text, images',
    '[](u) ![](u) ![a *b*](u "t")',
    'p{<empty-link [](u)> <image ![](u)> <image ![a *b*](u "t")>}',
  ],
  ['an unclosed target', '[a](u\n[b](v)', 'p{[a](u/link(b v)}'],
  [
    'addresses in angle brackets',
    '<https://a.b/*c*> <me@a.b>',
    'p{<autolink <https://a.b/*c*>> <autolink <me@a.b>>}',
  ],
  ['a bare address as text without marks in it', 'https://a.b/*c*d_e_ x', 'p{https://a.b/*c*d_e_ x}'],
  [
    'inline HTML',
    'a <b x="*">c</b> <!-- d --> <?e?>',
    'p{a <html <b x="*">>c<html </b>> <html <!-- d -->> <html <?e?>>}',
  ],
]

const dialects: readonly (readonly [what: string, text: string, tree: string])[] = [
  [
    'wiki links and embeds',
    '[[a]] [[a#h|b]] ![[p.png|300]]',
    'p{<wiki-link [[a]]> <wiki-link [[a#h|b]]> <embed ![[p.png|300]]>}',
  ],
  ['an ordinary link whose text is in brackets', '[[1]](u)', 'p{link([1] u)}'],
  [
    'callouts in callouts',
    '> [!note]- T\n>> [!tip]\n>> x',
    'q[p{<callout-mark [!note]-> T} q[p{<callout-mark [!tip]>/x}]]',
  ],
  ['a callout mark elsewhere as text', '> text [!note]', 'q[p{text [!note]}]'],
  ['comments in a line', 'a %%*b*%% c', 'p{a <comment %%*b*%%> c}'],
  ['comments over lines', '%%\na\n\n- b\n%%\nc', 'source:comment{%%⏎a⏎⏎- b⏎%%} p{c}'],
  ['an unclosed comment as text', '%% open', 'p{%% open}'],
  ['math and money', 'a $x_1$ b $5 and $6', 'p{a <math $x_1$> b $5 and $6}'],
  ['math as a block', '$$\na\n- b\n$$\nc', 'source:math{$$⏎a⏎- b⏎$$} p{c}'],
  ['math as a block of an item', '- x\n\n  $$\n  a\n  $$', 'ul[i[p{x} source:math{$$⏎a⏎$$}]]'],
  ['math over lines of a paragraph', 'text $$\na*b*c\n$$ more', 'p{text <math $$⏎a*b*c⏎$$> more}'],
  ['math under a paragraph', 'text\n$$\n- b\n= c\n$$\nmore', 'p{text} source:math{$$⏎- b⏎= c⏎$$} p{more}'],
  [
    'footnotes',
    'a[^1] b[^2]\n\n[^1]: note\n    more\n\n    - deep\n\nafter',
    'p{a<footnote-reference [^1]> b[^2]} source:footnote-definition{[^1]: note⏎    more⏎⏎    - deep} p{after}',
  ],
  [
    'a shortcode on its own line',
    '{{< figure src="a_b_c" >}}',
    'source:shortcode{{{< figure src="a_b_c" >}}}',
  ],
  ['a shortcode over lines', '{{< fig\n  src="x"\n>}}', 'source:shortcode{{{< fig⏎  src="x"⏎>}}}'],
  [
    'a pair of shortcodes with Markdown between',
    '{{< a >}}\n*in*\n{{< /a >}}',
    'source:shortcode{{{< a >}}} p{i(in)} source:shortcode{{{< /a >}}}',
  ],
  [
    'shortcodes and Liquid in a line',
    'a {{% n_o_ %}} {{ p.t }} {% x %}',
    'p{a <shortcode {{% n_o_ %}}> <shortcode {{ p.t }}> <shortcode {% x %}>}',
  ],
  [
    'Liquid on its own line',
    '{% if a %}\nx\n{% endif %}',
    'source:shortcode{{% if a %}} p{x} source:shortcode{{% endif %}}',
  ],
  [
    'Logseq’s properties at the top only',
    't:: x\n\n- b\n  id:: 1\n\nk:: v',
    'source:properties{t:: x} ul[i[p{b/id:: 1}]] p{k:: v}',
  ],
  [
    'tags, block ids, highlights and attributes as text',
    '#tag ^id1 ==x== {.attr}',
    'p{#tag ^id1 ==x== {.attr}}',
  ],
]

function runsOf(text: string): readonly Run[] {
  const [block] = parseEntry(text).blocks
  return block?.type === 'paragraph' ? block.runs : []
}

describe('the text of an entry', () => {
  it.each(cases)('reads %s', (_what, text, tree) => {
    expect(outline(parseEntry(text).blocks)).toBe(tree)
  })

  it.each(dialects)('reads %s', (_what, text, tree) => {
    expect(outline(parseEntry(text).blocks)).toBe(tree)
  })

  it('strikes with one tilde where the journal’s flavour says so', () => {
    expect(outline(parseEntry('~a~ ~~b~~', { singleTilde: true }).blocks)).toBe('p{s(a) s(b)}')
  })

  it('maps each character of a run to its source', () => {
    const [run] = runsOf('a\\*&amp;b')
    expect(run).toMatchObject({
      text: 'a*&b',
      segments: [
        { at: 0, length: 1, from: 0, to: 1 },
        { at: 1, length: 1, from: 1, to: 3 },
        { at: 2, length: 1, from: 3, to: 8 },
        { at: 3, length: 1, from: 8, to: 9 },
      ],
    })
  })

  it('gives a break all that stands between its neighbours', () => {
    const text = '- > a  \n  > b'
    const [list] = parseEntry(text).blocks
    const quote = list?.type === 'list' ? list.items[0]?.blocks[0] : undefined
    const paragraph = quote?.type === 'quote' ? quote.blocks[0] : undefined
    const run = paragraph?.type === 'paragraph' ? paragraph.runs[1] : undefined
    expect(run).toMatchObject({ kind: 'break', hard: true })
    expect(run?.kind === 'break' && text.slice(run.span?.from, run.span?.to)).toBe('  \n  > ')
  })

  it.each([
    ['[a](<u> "t") x', '](<u> "t")'],
    ['[a][r] x\n\n[r]: u', '][r]'],
    ['[r][] x\n\n[r]: u', '][]'],
    ['[r] x\n\n[r]: u', ']'],
  ])('keeps what closes the link in %j', (text, closing) => {
    expect(runsOf(text)[0]?.link?.closing).toBe(closing)
  })

  it('gives the runs of one link one object, and two equal links two', () => {
    const [plain, bold, other] = runsOf('[a**b**](u)[c](u)')
    expect(plain?.link).toBe(bold?.link)
    expect(other?.link).toEqual({ ...plain?.link })
    expect(other?.link).not.toBe(plain?.link)
  })

  it('keeps the source of math that runs over the lines of a quote', () => {
    const [quote] = parseEntry('> a $$\n> x\n> $$').blocks
    const paragraph = quote?.type === 'quote' ? quote.blocks[0] : undefined
    expect(paragraph?.type === 'paragraph' && paragraph.runs[1]).toMatchObject({ source: '$$\n> x\n> $$' })
  })
})
