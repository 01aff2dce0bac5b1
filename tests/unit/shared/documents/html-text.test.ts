import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtmlText } from '../../../../shared/documents/html-text.ts'

const textOf = (source: string): string => readHtmlText(source).pages.join('|')

describe('the words of a saved page', () => {
  it.each([
    ['<h1>One</h1><p>Two <b>bo</b>ld</p><ul><li>Three<li>Four</ul>', 'One\nTwo bold\nThree\nFour'],
    ['a<br>b<br/>c', 'a\nb\nc'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</table>', 'a b\nc'],
    ['line\nof the source\n\n  goes on', 'line of the source goes on'],
    ['x &amp; y &lt;z&gt; &eacute; &#8212; &nosuch; AT&T', 'x & y <z> é — &nosuch; AT&T'],
    ['1 < 2 and 3 > 2', '1 < 2 and 3 > 2'],
    ['<a title="a > b">c</a>', 'c'],
    ["<a title='it>'>c</a><a x=y'z>d</a>", 'cd'],
    ['<!-- <p>no</p> -->yes<!doctype html><?xml x?>', 'yes'],
    ['<script>if (a < b) "<p>no</p>"</script>yes<STYLE>p{}</Style > also', 'yes\nalso'],
    ['<svg><text>no</text></svg>yes<noscript>no</noscript>', 'yes'],
    ['yes<script>never ends', 'yes'],
    ['yes<!-- never ends', 'yes'],
    ['yes<a href="never ends', 'yes'],
    ['', ''],
  ])('%j', (source, expected) => {
    expect(textOf(source)).toBe(expected)
  })

  it('leaves the title to itself', () => {
    const source = '<head><title> Toy &amp; Models\n</title></head><body>Text'
    expect(readHtmlText(source)).toEqual({ title: 'Toy & Models', pages: ['Text'] })
    expect(readHtmlText('<title></title>Text').title).toBeNull()
  })

  it('keeps every word that stands between tags, whatever stands in them', () => {
    const word = fc.stringMatching(/^[a-z]{1,8}$/)
    const tag = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<div class="a>b">',
      '<br>',
      '<!-- x -->',
      '<td>',
      '&nbsp;',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(word, fc.array(tag, { minLength: 1, maxLength: 3 }))), (pieces) => {
        const source = pieces.map(([text, tags]) => ` ${text} ${tags.join('')}`).join('')
        expect(textOf(source).split(/\s+/).filter(Boolean)).toEqual(pieces.map(([text]) => text))
      }),
      { seed: 3, numRuns: 200 },
    )
  })

  it('reads hundreds of thousands of signs that open something and never end', () => {
    for (const sign of ['<', '<a ', '<a b="', '<!--', '<script>', '&', '<p', "='"]) {
      expect(readHtmlText(sign.repeat(300_000)).pages).toHaveLength(1)
    }
  })
})
