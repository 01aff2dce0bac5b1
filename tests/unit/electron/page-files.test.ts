import path from 'node:path'
import { expect, test } from 'vitest'
import { contentPolicy } from '../../../electron/content-policy.ts'
import { answerPageFile, findPageFile } from '../../../electron/page-files.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

test('answers the page’s files with their type and the content policy', async () => {
  const folder = makeTemporaryFolder({ 'index.html': '<p>', 'assets/a b.js': 'x' })
  const page = await answerPageFile(folder, 'cairn-app://window/index.html')
  expect([page.status, await page.text()]).toEqual([200, '<p>'])
  expect(page.headers.get('content-security-policy')).toBe(contentPolicy)
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
  const script = await answerPageFile(folder, 'cairn-app://window/assets/a%20b.js?v=1#x')
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
})

test.each([
  'cairn-app://window/',
  'cairn-app://window/missing.js',
  'cairn-app://other/index.html',
  'cairn-app://window/..%2Fmain%2Findex.js',
  'cairn-app://window/..%5C..%5Cmain.js',
  'cairn-app://window/%2Fetc%2Fpasswd.js',
  'cairn-app://window/%E0%A4%A.js',
  'cairn-app://window/secret.txt',
  'not an address',
])('answers 404 for %s', async (address) => {
  const folder = makeTemporaryFolder({
    'renderer/index.html': '<p>',
    'main/index.js': 'secret',
    'renderer/secret.txt': 's',
  })
  expect((await answerPageFile(path.join(folder, 'renderer'), address)).status).toBe(404)
})

test('dots in an address are resolved by its parser and never reach the disk', () => {
  const found = findPageFile('/built', 'cairn-app://window/../../main/index.js')
  expect(found?.file).toBe(path.join('/built', 'main', 'index.js'))
})
