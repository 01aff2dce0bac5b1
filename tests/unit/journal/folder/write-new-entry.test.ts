import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createNewEntry } from '../../../../journal/folder/create-entry.ts'
import { writeBeside, writeNewEntry } from '../../../../journal/folder/write-new-entry.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import type { EntryCard } from '../../../../shared/entry/summary.ts'
import { valueOf } from '../../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const read = (root: string, name: string): string => readFileSync(path.join(root, name), 'utf8')
const draftCard = (path: string): EntryCard => ({
  path: path as EntryPath,
  kind: 'draft',
  title: '',
  date: null,
  tags: [],
})

test('a new page carries its title and lies at the top', async () => {
  const root = makeTemporaryFolder()
  const made = valueOf(await createNewEntry(root, { kind: 'page', title: ' What next: AI? ' }, []))
  expect(made.path).toBe('What next AI.md')
  expect(read(root, made.path)).toBe('# What next: AI?\n')
})

test('a taken name gets a number and no file is replaced, even one with the same text', async () => {
  const root = makeTemporaryFolder({ 'Plan.md': '# Plan\n', 'Plan 2.md': 'other' })
  const made = valueOf(await createNewEntry(root, { kind: 'page', title: 'Plan' }, []))
  expect(made.path).toBe('Plan 3.md')
  expect(read(root, 'Plan.md')).toBe('# Plan\n')
})

test('a draft goes to the folder that holds most drafts, else to drafts', async () => {
  const root = makeTemporaryFolder()
  const cards = ['drafts/a.md', 'content/posts/b.md', 'content/posts/c.md'].map(draftCard)
  expect(valueOf(await createNewEntry(root, { kind: 'draft', title: 'One' }, cards)).path).toBe(
    'content/posts/One.md',
  )
  expect(valueOf(await createNewEntry(root, { kind: 'draft', title: 'Two' }, [])).path).toBe('drafts/Two.md')
})

test('an entry without a title is empty and untitled', async () => {
  const root = makeTemporaryFolder()
  const made = valueOf(await createNewEntry(root, { kind: 'page', title: '  ' }, []))
  expect([made.path, read(root, made.path)]).toEqual(['Untitled.md', ''])
})

test('two new entries of one name at the same time are two files', async () => {
  const root = makeTemporaryFolder()
  const made = await Promise.all([1, 2, 3, 4].map((number) => writeNewEntry(root, '', 'Same', `${number}`)))
  expect(new Set(made.map((outcome) => valueOf(outcome).path)).size).toBe(4)
  expect(
    readdirSync(root)
      .map((name) => read(root, name))
      .sort(),
  ).toEqual(['1', '2', '3', '4'])
})

test('“keep both” writes a sibling with the time in its name', async () => {
  const root = makeTemporaryFolder({ 'sub/note.md': 'theirs' })
  const now = new Date(2026, 10, 24, 10, 47)
  const first = valueOf(await writeBeside(root, 'sub/note.md' as EntryPath, 'mine', now))
  const second = valueOf(await writeBeside(root, 'sub/note.md' as EntryPath, 'mine', now))
  expect(first.path).toBe('sub/note (mine 2026-11-24 10.47).md')
  expect(second.path).toBe('sub/note (mine 2026-11-24 10.47) 2.md')
  expect(read(root, 'sub/note.md')).toBe('theirs')
})

test('“keep both” of a name that takes all 255 bytes still fits', async () => {
  const long = `${'é'.repeat(126)}.md` as EntryPath
  const root = makeTemporaryFolder({ [long]: 'theirs' })
  const made = valueOf(await writeBeside(root, long, 'mine', new Date(2026, 10, 24, 10, 47)))
  expect(made.path).toMatch(/^é+ \(mine 2026-11-24 10\.47\)\.md$/)
})
