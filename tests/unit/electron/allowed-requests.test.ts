import { expect, test } from 'vitest'
import { isAllowedRequest } from '../../../electron/allowed-requests.ts'
import { contentPolicy, pageAddress } from '../../../electron/content-policy.ts'
import { pictureUrl } from '../../../shared/contract/picture-url.ts'
import type { EntryPath } from '../../../shared/entry/entry-path.ts'

const server = 'http://127.0.0.1:5173/'

test.each([
  pageAddress,
  pictureUrl('a.md' as EntryPath, 'b.png'),
  'data:image/png;base64,AA',
  'devtools://devtools/x.js',
])('lets %s through', (address) => {
  expect(isAllowedRequest(address, null)).toBe(true)
})

test.each([
  'https://example.org/x.js',
  'http://127.0.0.1:5173/main.tsx',
  'ws://127.0.0.1:5173/',
  'file:///etc/passwd',
  'ftp://example.org/',
  'wss://example.org/',
  'not an address',
  '',
])('refuses %s', (address) => {
  expect(isAllowedRequest(address, null)).toBe(false)
})

test('lets the developer’s server through while developing, and no other', () => {
  expect(isAllowedRequest('http://127.0.0.1:5173/main.tsx', server)).toBe(true)
  expect(isAllowedRequest('ws://127.0.0.1:5173/?token=x', server)).toBe(true)
  expect(isAllowedRequest('http://127.0.0.1:9999/', server)).toBe(false)
  expect(isAllowedRequest('https://example.org/', server)).toBe(false)
})

test('the content policy begins with nothing and allows no inline script or style and no network', () => {
  const rules = new Map(
    contentPolicy.split('; ').map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1)]),
  )
  expect(rules.get('default-src')).toEqual([`'none'`])
  expect(rules.get('script-src')).toEqual([`'self'`])
  expect(rules.get('style-src')).toEqual([`'self'`])
  expect(rules.get('connect-src')).toEqual([`'none'`])
  expect(contentPolicy).not.toMatch(/https?:|\*|unsafe-|ws:/)
})
