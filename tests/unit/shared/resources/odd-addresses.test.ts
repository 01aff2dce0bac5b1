import { describe, expect, it } from 'vitest'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { canonicalUrl } from '../../../../shared/resources/canonical-url.ts'
import { readResources } from '../../../../shared/resources/read-resources.ts'
import { isResourceAddress, isUnsafeAddress } from '../../../../shared/resources/resource-address.ts'
import { shownHost } from '../../../../shared/resources/shown-host.ts'

const read = (text: string) => readResources(parseEntry(text)).map(({ url, title }) => [url, title])

describe('odd addresses', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    ['[T](<https://e.example/a b>)', [['https://e.example/a b', 'T']]],
    // No link in Markdown; what stands there as an address is one.
    ['[T](https://e.example/a b)', [['https://e.example/a', 'e.example/a']]],
    ['[T](https://e.example/a_(b))', [['https://e.example/a_(b)', 'T']]],
    ['[T](https://e.example/a(b)', [['https://e.example/a(b)', 'e.example/a(b)']]],
    ['[T](https://e.example/a)b)', [['https://e.example/a', 'T']]],
    ['[[T](https://e.example)', [['https://e.example', 'T']]],
    ['> # see [T](https://e.example)\n', [['https://e.example', 'T']]],
    ['[T](javascript:alert%281%29)', [['javascript:alert%281%29', 'T']]],
    ['<a href="JavaScript:alert(1)">T</a>', [['JavaScript:alert(1)', 'T']]],
    ['[T](https://)', []],
  ])('%s', (text, links) => {
    expect(read(text)).toEqual(links)
  })

  it('keeps a page that stands in its own address, under a short key', () => {
    const url = `data:text/html,${'abc%20'.repeat(1000)}`
    const [use] = readResources(parseEntry(`- [T](${url}) by Ann Lee\n`))
    expect(use).toMatchObject({ url, title: 'T', authors: ['Ann Lee'] })
    expect(use!.key.length).toBeLessThan(1000)
    expect(canonicalUrl(use!.key)).toBe(use!.key)
    expect(canonicalUrl(`${url}x`)).not.toBe(use!.key)
    const page = `https://e.example/?sql=${'select%20'.repeat(1000)}`
    expect(canonicalUrl(canonicalUrl(page))).toBe(canonicalUrl(page))
  })

  it.each(['javascript:alert(1)', ' JavaScript:x', 'java\nscript:x', 'data:text/html,x', 'vbscript:x'])(
    'lists %j as unsafe',
    (url) => {
      expect(isUnsafeAddress(url) && isResourceAddress(url)).toBe(true)
    },
  )

  it.each(['https://e.example/javascript:x', 'papers/data.pdf', 'mailto:ann@e.example'])(
    'has nothing against %s',
    (url) => {
      expect(isUnsafeAddress(url)).toBe(false)
    },
  )
})

describe('shownHost', () => {
  it.each<[string, string, string | null]>([
    ['https://www.moss.example/a', 'moss.example', null],
    ['https://bücher.example', 'xn--bcher-kva.example', 'bücher.example'],
    ['https://xn--bcher-kva.example/', 'xn--bcher-kva.example', 'bücher.example'],
    // Cyrillic letters that look like “apple”.
    ['https://xn--80ak6aa92e.com', 'xn--80ak6aa92e.com', 'аррӏе.com'],
    ['https://例え.テスト/', 'xn--r8jz45g.xn--zckzah', '例え.テスト'],
    ['https://xn--faß.example', 'xn--faß.example', null],
    ['https://xn--99999999.example', 'xn--99999999.example', null],
    ['papers/one.pdf', '', null],
    ['javascript:alert(1)', '', null],
  ])('%s', (url, encoded, decoded) => {
    expect(shownHost(url)).toEqual({ encoded, decoded })
  })
})
