import { describe, expect, it } from 'vitest'
import { writeLinkClosing } from '../../../../../shared/markdown/save/write-link.ts'
import type { Link } from '../../../../../shared/markdown/tree.ts'

function linkTo(url: string, title = ''): Link {
  return { url, title, reference: null, closing: '' }
}

describe('the part behind the text of a link', () => {
  it.each([
    ['https://a.example/b_c', '](https://a.example/b_c)'],
    ['a b.md', '](<a b.md>)'],
    ['x(y', '](<x(y>)'],
    ['x(y)', '](x(y))'],
    ['', ']()'],
    ['<x>', '](<\\<x\\>>)'],
    ['a&amp;b', '](a\\&amp;b)'],
    ['a\\*b', '](a\\\\*b)'],
  ])('writes the address %j', (url, closing) => {
    expect(writeLinkClosing(linkTo(url), 'text', '', false)).toBe(closing)
  })

  it('quotes the quotes of a title', () => {
    expect(writeLinkClosing(linkTo('u', 'a "b"'), 'text', '', false)).toBe('](u "a \\"b\\"")')
  })

  it('gives an empty address with a title its brackets', () => {
    expect(writeLinkClosing(linkTo('', 't'), 'text', '', false)).toBe('](<> "t")')
  })

  it('escapes a pipe in a cell', () => {
    expect(writeLinkClosing(linkTo('a|b'), 'text', '', true)).toBe('](a\\|b)')
  })

  it('keeps what the author wrote while the target is the same', () => {
    const link = { ...linkTo('u', 't'), closing: "](<u> 't')" }
    expect(writeLinkClosing(link, 'text', '', false)).toBe("](<u> 't')")
  })

  it('names the old label once the text of a collapsed or shortcut reference is another', () => {
    for (const [form, closing] of [
      ['collapsed', '][]'],
      ['shortcut', ']'],
    ] as const) {
      const link: Link = { ...linkTo('u'), reference: { label: 'MENU', form }, closing }
      expect(writeLinkClosing(link, 'menu', 'Menu', false)).toBe(closing)
      expect(writeLinkClosing(link, 'menus', 'Menu', false)).toBe('][Menu]')
    }
  })
})
