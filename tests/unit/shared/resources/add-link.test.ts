import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spliceText } from '../../../../shared/entry/splice-text.ts'
import { planAddedLink } from '../../../../shared/resources/add-link.ts'
import { addressesIn } from '../../../../shared/resources/dropped-addresses.ts'

const link = '[T](https://t.example)'
function add(text: string): string | null {
  const planned = planAddedLink(text, link)
  return planned.ok ? spliceText(text, planned.value) : null
}

describe('a link added to an entry', () => {
  it.each<[string, string]>([
    ['', `- ${link}\n`],
    ['# A\n\nwords\n', `# A\n\nwords\n\n- ${link}\n`],
    ['# A\n\nwords', `# A\n\nwords\n\n- ${link}`],
    ['- one\n- two\n', `- one\n- two\n- ${link}\n`],
    ['words\n\n* [A](https://a.example)\n', `words\n\n* [A](https://a.example)\n* ${link}\n`],
    ['[A](https://a.example) by Ann\n', `[A](https://a.example) by Ann\n${link}\n`],
    [
      '# Resources\r\n\r\n1. [A](https://a.example)\r\n   - why\r\n\r\n# Next\r\n',
      `# Resources\r\n\r\n1. [A](https://a.example)\r\n   - why\r\n2. ${link}\r\n\r\n# Next\r\n`,
    ],
    [
      '# Links\n\n- [x] [A](https://a.example)\n\nwords\n\n# Next\n\n- [B](https://b.example)\n',
      `# Links\n\n- [x] [A](https://a.example)\n- [ ] ${link}\n\nwords\n\n# Next\n\n- [B](https://b.example)\n`,
    ],
    [
      '# A\n\n## Reading list\n\n# Next\n\nwords\n',
      `# A\n\n## Reading list\n\n- ${link}\n\n# Next\n\nwords\n`,
    ],
    ['[A](https://a.example)\n\nwords\n', `[A](https://a.example)\n\nwords\n\n- ${link}\n`],
    ['---\ntitle: A\n---\n', `---\ntitle: A\n---\n\n- ${link}\n`],
  ])('%j', (text, expected) => {
    expect(add(text)).toBe(expected)
  })

  it('is refused where it would be read as code', () => {
    expect(add('```\ncode')).toBeNull()
  })

  it('leaves every other character where it was', () => {
    const part = fc.constantFrom(
      ...['# Resources\n\n', '- [A](https://a.example)\n', 'words\n\n', '> q\n\n', '- x\n  - y\n', '1. z\n'],
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
        const text = parts.join('')
        const planned = planAddedLink(text, link)
        if (!planned.ok) return
        expect(planned.value).toHaveLength(1)
        expect(planned.value[0]).toMatchObject({ text: expect.stringContaining(link) })
        expect(planned.value[0]!.from).toBe(planned.value[0]!.to)
      }),
      { seed: 20261124, numRuns: 300 },
    )
  })
})

describe('addresses that are dropped or pasted', () => {
  it.each<[{ uris?: string; html?: string; text?: string }, readonly (readonly [string, string | null])[]]>([
    [{ text: 'https://a.example/x' }, [['https://a.example/x', null]]],
    [
      { text: ' https://a.example\nhttps://b.example \n' },
      [
        ['https://a.example', null],
        ['https://b.example', null],
      ],
    ],
    [
      { uris: '# from a browser\r\nhttps://a.example\r\n', text: 'https://a.example' },
      [['https://a.example', null]],
    ],
    [
      { uris: 'https://a.example', html: '<meta><a href="https://a.example">A &amp; <b>B</b></a>' },
      [['https://a.example', 'A & B']],
    ],
    [{ text: '[A title](https://a.example)' }, [['https://a.example', 'A title']]],
    [{ text: 'words with https://a.example in them' }, []],
    [{ text: 'javascript:alert(1)' }, []],
    [{ uris: 'file:///home/ann/a.pdf' }, []],
  ])('%j', ({ uris = '', html = '', text = '' }, expected) => {
    expect(addressesIn({ uris, html, text }).map(({ url, title }) => [url, title])).toEqual(expected)
  })
})
