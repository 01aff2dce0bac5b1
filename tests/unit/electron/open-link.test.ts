import { expect, test } from 'vitest'
import { openLink } from '../../../electron/open-link.ts'

async function tryToOpen(url: unknown) {
  const opened: string[] = []
  const outcome = await openLink(url, async (address) => void opened.push(address))
  return { opened, code: outcome.ok ? 'ok' : outcome.error.code }
}

test.each([
  ['https://example.org/a?b#c', 'https://example.org/a?b#c'],
  ['  HTTP://Example.org ', 'http://example.org/'],
  ['mailto:ada@example.org', 'mailto:ada@example.org'],
])('opens %s', async (url, address) => {
  expect(await tryToOpen(url)).toEqual({ opened: [address], code: 'ok' })
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' java\nscript:alert(1)',
  'file:///etc/passwd',
  'smb://host/share',
  'data:text/html,x',
  'vbscript:x',
  'ms-msdt:/id',
  'cairn-app://window/index.html',
  'www.example.org',
  '//example.org',
  '',
  null,
  undefined,
  5,
  { toString: () => 'https://example.org' },
])('does not open %j', async (url) => {
  expect(await tryToOpen(url)).toEqual({ opened: [], code: 'invalid-input' })
})

test('a system without a browser is told, not thrown', async () => {
  const outcome = await openLink('https://example.org', () => Promise.reject(new Error('no browser')))
  expect(outcome).toMatchObject({ ok: false, error: { code: 'unexpected' } })
})
