import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findBareUrls } from '../../../../shared/markdown/parse/inline/bare-urls.ts'
import { judgeAddresses } from '../../../support/judge-tree.ts'

describe('bare addresses', () => {
  it.each([
    ['see https://a.example/b_c.', ['https://a.example/b_c']],
    ['(www.a.example/x(y))', ['www.a.example/x(y)']],
    ['WWW.a.example and HTTP://b.example', ['WWW.a.example', 'HTTP://b.example']],
    ['me.too+x@a-b.example, you@localhost', ['me.too+x@a-b.example']],
    ['https://a.example/?a=b&amp; &copy', ['https://a.example/?a=b']],
    ['xhttps://a.example xwww.a.example https:// http://.', []],
    ['https://a_b.example www.a.b_c', []],
    ['no address at all', []],
  ])('are found in %j', (text, found) => {
    expect(findBareUrls(text).map(({ from, to }) => text.slice(from, to))).toEqual(found)
  })

  it('lead somewhere', () => {
    expect(findBareUrls('www.a.b https://c.d e@f.g').map(({ url }) => url)).toEqual([
      'http://www.a.b',
      'https://c.d',
      'mailto:e@f.g',
    ])
  })

  it('are those that micromark finds', () => {
    const part = fc.constantFrom(
      ...[
        'https://',
        'http://',
        'www.',
        'a',
        'b.c',
        '/',
        '?x=y',
        '(',
        ')',
        '.',
        ',',
        '!',
        ';',
        ':',
        '"',
        '@',
        '-',
        '+',
        ' ',
        ' ',
        'é',
        '点',
        '.com',
        '/p',
        '#h',
      ],
    )
    const text = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => `x ${parts.join('')}`)
    fc.assert(
      fc.property(text, (line) => {
        expect(findBareUrls(line).map(({ from, to }) => line.slice(from, to))).toEqual(judgeAddresses(line))
      }),
      { numRuns: 4000, seed: 3 },
    )
  })
})
