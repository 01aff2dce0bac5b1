import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { renameEntry, trashEntry } from '../../../../journal/folder/move-entry.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { errorOf, valueOf } from '../../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const at = (path: string): EntryPath => path as EntryPath
const read = (root: string, name: string): string => readFileSync(path.join(root, name), 'utf8')

test('gives an entry another name and folder', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'text' })
  expect(valueOf(await renameEntry(root, at('a.md'), at('new/deep/b.md')))).toBe('new/deep/b.md')
  expect(read(root, 'new/deep/b.md')).toBe('text')
  expect(existsSync(path.join(root, 'a.md'))).toBe(false)
})

test('never renames over another file', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'a', 'b.md': 'b' })
  expect(errorOf(await renameEntry(root, at('a.md'), at('b.md'))).code).toBe('already-exists')
  expect([read(root, 'a.md'), read(root, 'b.md')]).toEqual(['a', 'b'])
})

test('changes the case of a name alone', async () => {
  const root = makeTemporaryFolder({ 'plan.md': 'text' })
  valueOf(await renameEntry(root, at('plan.md'), at('Plan.md')))
  expect(readdirSync(root)).toEqual(['Plan.md'])
})

test('does not rename onto another file whose name differs in case alone', async () => {
  const root = makeTemporaryFolder({ 'plan.md': 'mine', 'Plan.md': 'theirs' })
  expect(errorOf(await renameEntry(root, at('plan.md'), at('Plan.md'))).code).toBe('already-exists')
  expect(read(root, 'Plan.md')).toBe('theirs')
})

test('refuses a name that not every system can hold', async () => {
  const root = makeTemporaryFolder({ 'a.md': '' })
  expect(errorOf(await renameEntry(root, at('a.md'), at('b:c.md'))).code).toBe('name-not-possible')
})

test('an entry that is gone cannot be renamed or trashed', async () => {
  const root = makeTemporaryFolder()
  expect(errorOf(await renameEntry(root, at('a.md'), at('b.md'))).code).toBe('not-found')
  expect(errorOf(await trashEntry(root, at('a.md'), null)).code).toBe('not-found')
})

test('does not move an entry out of the journal through a linked folder', async () => {
  const outside = makeTemporaryFolder()
  const root = makeTemporaryFolder({ 'a.md': 'text' })
  symlinkSync(outside, path.join(root, 'out'))
  expect(errorOf(await renameEntry(root, at('a.md'), at('out/a.md'))).code).toBe('outside-journal')
  expect(errorOf(await renameEntry(root, at('a.md'), at('out/new/a.md'))).code).toBe('outside-journal')
  expect(readdirSync(outside)).toEqual([])
})

test('hands the real path to the system’s trash', async () => {
  const root = makeTemporaryFolder({ 'sub/a.md': 'text' })
  const bin = makeTemporaryFolder()
  const trashed: string[] = []
  const outcome = await trashEntry(root, at('sub/a.md'), async (file) => {
    trashed.push(file)
    renameSync(file, path.join(bin, 'a.md'))
  })
  valueOf(outcome)
  expect(trashed).toEqual([path.join(root, 'sub', 'a.md')])
  expect(existsSync(path.join(root, '.trash'))).toBe(false)
})

test('puts the file into the journal’s own trash where the system has none', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'new', '.trash/a.md': 'older' })
  valueOf(await trashEntry(root, at('a.md'), () => Promise.reject(new Error('no trash on this disk'))))
  expect(existsSync(path.join(root, 'a.md'))).toBe(false)
  expect([read(root, '.trash/a.md'), read(root, '.trash/a 2.md')]).toEqual(['older', 'new'])
})

test('does not trash into a folder outside of the journal', async () => {
  const outside = makeTemporaryFolder()
  const root = makeTemporaryFolder({ 'a.md': 'text' })
  symlinkSync(outside, path.join(root, '.trash'))
  expect(errorOf(await trashEntry(root, at('a.md'), null)).code).toBe('permission-denied')
  expect(read(root, 'a.md')).toBe('text')
  expect(readdirSync(outside)).toEqual([])
})

test('a link is trashed itself, and what it leads to stays', async () => {
  const root = makeTemporaryFolder({ 'real.md': 'text' })
  symlinkSync('real.md', path.join(root, 'link.md'))
  mkdirSync(path.join(root, '.trash'))
  valueOf(await trashEntry(root, at('link.md'), null))
  expect(readdirSync(root).sort()).toEqual(['.trash', 'real.md'])
})
