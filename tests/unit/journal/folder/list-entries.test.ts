import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listEntries, type FolderListing } from '../../../../journal/folder/list-entries.ts'
import { errorOf, valueOf } from '../../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const pathsOf = (listing: FolderListing): string[] => listing.entries.map((entry) => entry.path).sort()

test('lists the entries of all folders with size and time, and other files apart', async () => {
  const root = makeTemporaryFolder({
    'a.md': 'four',
    'b.markdown': '',
    'sub/deep/C.MD': 'x',
    'map.png': 'p',
    'sub/x.txt': '',
  })
  const listing = valueOf(await listEntries(root))
  expect(pathsOf(listing)).toEqual(['a.md', 'b.markdown', 'sub/deep/C.MD'])
  expect(listing.entries.find((entry) => entry.path === 'a.md')).toMatchObject({ size: 4 })
  expect([...listing.otherFiles].sort()).toEqual(['map.png', 'sub/x.txt'])
})

test('leaves out what belongs to other programs', async () => {
  const root = makeTemporaryFolder({
    'a.md': '',
    '.git/x.md': '',
    '.obsidian/x.md': '',
    '.trash/x.md': '',
    '.cairn/x.md': '',
    'sub/node_modules/x.md': '',
    '.hidden.md': '',
    '.a.md.cairn-0123456789ab.tmp': 'left by a crash',
  })
  const listing = valueOf(await listEntries(root))
  expect(pathsOf(listing)).toEqual(['a.md'])
  expect(listing.otherFiles).toEqual([])
})

test('a folder named like an entry is a folder', async () => {
  const root = makeTemporaryFolder({ 'x.md/inside.md': '' })
  expect(pathsOf(valueOf(await listEntries(root)))).toEqual(['x.md/inside.md'])
})

test('follows links to files inside the journal and to nothing else', async () => {
  const outside = makeTemporaryFolder({ 'secret.md': '' })
  const root = makeTemporaryFolder({ 'real/a.md': 'abc', '.git/b.md': '' })
  symlinkSync('real/a.md', path.join(root, 'link.md'))
  symlinkSync('.git/b.md', path.join(root, 'hidden.md'))
  symlinkSync('nowhere.md', path.join(root, 'broken.md'))
  symlinkSync(path.join(outside, 'secret.md'), path.join(root, 'secret.md'))
  symlinkSync(outside, path.join(root, 'outside'))
  symlinkSync('..', path.join(root, 'real/loop'))
  expect(pathsOf(valueOf(await listEntries(root)))).toEqual(['link.md', 'real/a.md'])
})

test('a folder that cannot be read is reported and the rest is listed', async (context) => {
  if (process.seteuid === undefined) return context.skip('this system has no users to become')
  const root = makeTemporaryFolder({ 'a.md': '', 'closed/b.md': '' })
  chmodSync(root, 0o755)
  chmodSync(path.join(root, 'closed'), 0)
  onTestFinished(() => chmodSync(path.join(root, 'closed'), 0o755))
  if (process.getuid?.() === 0) {
    process.seteuid(65534)
    onTestFinished(() => process.seteuid?.(0))
  }
  const listing = valueOf(await listEntries(root))
  expect(pathsOf(listing)).toEqual(['a.md'])
  expect(listing.unreadable).toEqual(['closed'])
})

test('a journal that is gone cannot be listed', async () => {
  const root = makeTemporaryFolder()
  rmSync(root, { recursive: true })
  expect(errorOf(await listEntries(root)).code).toBe('journal-gone')
})

test('lists thousands of entries while other work goes on', async () => {
  const files: Record<string, string> = {}
  for (let number = 0; number < 3000; number += 1) files[`e${number}.md`] = 'x'
  const root = makeTemporaryFolder(files)
  mkdirSync(path.join(root, 'empty'))
  let turns = 0
  const timer = setInterval(() => (turns += 1), 1)
  const listing = valueOf(await listEntries(root))
  clearInterval(timer)
  expect(listing.entries).toHaveLength(3000)
  expect(turns).toBeGreaterThan(5)
})
