import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { openDocument } from '../../../electron/open-document.ts'
import { findDocument } from '../../../journal/documents/find-document.ts'
import type { EntryPath } from '../../../shared/entry/entry-path.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

const from = '2026/11/24.md' as EntryPath

async function open(address: string, answer = ''): Promise<string> {
  const outside = makeTemporaryFolder({ 'secret.pdf': 'x' })
  const root = makeTemporaryFolder({
    '2026/11/24.md': '',
    '2026/11/beside.pdf': 'x',
    'files/one paper.pdf': 'x',
    'deep/er/page.html': 'x',
    'program.exe': 'x',
  })
  symlinkSync(path.join(root, 'program.exe'), path.join(root, 'trap.pdf'))
  symlinkSync(path.join(outside, 'secret.pdf'), path.join(root, 'leak.pdf'))
  const opened: string[] = []
  const byName = async (name: string) => (name === 'page.html' ? ['deep/er/page.html'] : [])
  const result = await openDocument(
    { findDocument: (entry, target) => findDocument(root, entry, target, byName) },
    from,
    address,
    async (file) => {
      opened.push(path.relative(root, file))
      return answer
    },
  )
  return result.ok ? opened.join() : result.error.code
}

describe('opening a document of the journal', () => {
  it.each([
    ['beside.pdf', '2026/11/beside.pdf'],
    ['../../files/one%20paper.pdf#page=3', 'files/one paper.pdf'],
    ['files/one paper.pdf', 'files/one paper.pdf'],
    ['/files/one%20paper.pdf', 'files/one paper.pdf'],
    ['page.html', 'deep/er/page.html'],
  ])('finds %s', async (address, file) => {
    expect(await open(address)).toBe(file)
  })

  it.each([
    ['gone.pdf', 'not-found'],
    ['trap.pdf', 'not-found'],
    ['leak.pdf', 'not-found'],
    ['../../../../../etc/one.pdf', 'not-found'],
    ['program.exe', 'invalid-input'],
    ['file:///etc/one.pdf', 'invalid-input'],
    ['https://a.org/one.pdf', 'invalid-input'],
    ['beside.pdf\0.exe', 'invalid-input'],
  ])('opens nothing for %j', async (address, code) => {
    expect(await open(address)).toBe(code)
  })

  it('says when the system has no program for it', async () => {
    expect(await open('beside.pdf', 'no program')).toBe('unexpected')
  })
})
