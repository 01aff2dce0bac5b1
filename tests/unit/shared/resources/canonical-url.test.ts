import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalUrl } from '../../../../shared/resources/canonical-url.ts'
import { isTrackingParameter } from '../../../../shared/resources/tracking-parameters.ts'

describe('canonicalUrl: the same page under several addresses', () => {
  it.each([
    ['http://example.com/a', 'https://example.com/a'],
    ['https://www.example.com/a/', 'https://example.com/a'],
    ['HTTPS://Example.COM/a', 'https://example.com/a'],
    ['https://example.com:443/a', 'https://example.com/a'],
    ['http://example.com:80/a', 'https://example.com/a'],
    ['https://example.com', 'https://example.com/'],
    ['https://example.com./a', 'https://example.com/a'],
    ['https://example.com/a#part-two', 'https://example.com/a'],
    ['https://example.com/a#:~:text=found', 'https://example.com/a'],
    ['https://example.com/a?', 'https://example.com/a'],
    ['https://example.com/a?utm_source=x&UTM_Medium=y', 'https://example.com/a'],
    ['https://example.com/a?fbclid=1&b=2&gclid=3', 'https://example.com/a?b=2'],
    [
      'https://80000hours.org/speak-with-us/?int_campaign=primary-navigation',
      'https://80000hours.org/speak-with-us',
    ],
    ['https://www.youtube.com/watch?v=abc&si=zzz', 'https://youtube.com/watch?v=abc'],
    ['https://example.com/%7Eann', 'https://example.com/~ann'],
    ['https://example.com/a%2fb', 'https://example.com/a%2Fb'],
    ['//example.com/a', 'https://example.com/a'],
    ['www.example.com/a', 'https://example.com/a'],
    ['  https://example.com/a ', 'https://example.com/a'],
    ['https://bücher.example/a', 'https://xn--bcher-kva.example/a'],
  ])('%s is %s', (written, other) => {
    expect(canonicalUrl(written)).toBe(canonicalUrl(other))
  })
})

describe('canonicalUrl: two pages stay two', () => {
  it.each([
    ['https://example.com/a', 'https://example.com/A'],
    ['https://example.com/a?x=1&y=2', 'https://example.com/a?y=2&x=1'],
    ['https://example.com/a?page=1', 'https://example.com/a?page=2'],
    ['https://example.com/a?si=1', 'https://example.com/a?si=2'],
    ['https://example.com/a', 'https://blog.example.com/a'],
    ['https://example.com:8080/a', 'https://example.com/a'],
    ['https://example.com/a//b', 'https://example.com/a/b'],
    ['https://app.example/#/inbox', 'https://app.example/#/sent'],
    ['https://example.com/?ref=a', 'https://example.com/?ref=b'],
    ['https://ann@example.com/', 'https://example.com/'],
    ['https://www.com/', 'https://com/'],
  ])('%s and %s', (one, two) => {
    expect(canonicalUrl(one)).not.toBe(canonicalUrl(two))
  })
})

describe('canonicalUrl: what is no web address', () => {
  it.each([
    ['MAILTO:ann@example.com', 'mailto:ann@example.com'],
    ['./papers/one.pdf#page=2', 'papers/one.pdf'],
    ['../papers/one.pdf', '../papers/one.pdf'],
    ['#heading', '#heading'],
    ['', ''],
    ['http://[', 'http://['],
    ['https://', 'https://'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
  ])('%s becomes %s', (written, key) => {
    expect(canonicalUrl(written)).toBe(key)
  })
})

describe('canonicalUrl as a function', () => {
  const piece = fc.stringMatching(/^[a-zA-Z0-9%~._/?=&#:@!-]{0,12}$/)
  const address = fc
    .tuple(
      fc.constantFrom('http://', 'https://', '//', 'www.', '', './', 'mailto:'),
      fc.webUrl(),
      piece,
      piece,
    )
    .map(([start, url, one, two]) => `${start}${url.replace(/^https?:\/\//, '')}${one}?utm_x=1&${two}#${one}`)

  it('applied twice is applied once', () => {
    fc.assert(
      fc.property(
        fc.oneof(address, fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })),
        (url) => {
          const once = canonicalUrl(url)
          expect(canonicalUrl(once)).toBe(once)
        },
      ),
      { seed: 20261124, numRuns: 3000 },
    )
  })

  it('does not care about tracking parameters, wherever they stand', () => {
    fc.assert(
      fc.property(fc.webUrl(), fc.nat(3), (url, place) => {
        const parts = ['b=2', 'c=%20', 'b=3']
        const clean = `${url}?${parts.join('&')}`
        parts.splice(place, 0, 'utm_campaign=mail')
        expect(canonicalUrl(`${url}?${parts.join('&')}`)).toBe(canonicalUrl(clean))
      }),
      { seed: 20261124, numRuns: 300 },
    )
  })
})

describe('isTrackingParameter', () => {
  it('knows marks of one site only on that site', () => {
    expect(isTrackingParameter('si', 'youtube.com')).toBe(true)
    expect(isTrackingParameter('si', 'example.com')).toBe(false)
  })
})
