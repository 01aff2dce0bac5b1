import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { encodeEntry, revisionOf } from '../../../../journal/entry-file/decode-entry.ts'
import { listEntries } from '../../../../journal/folder/list-entries.ts'
import { followChanges } from '../../../../journal/watcher/follow-changes.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { openTestJournal, type Heard } from '../../../support/open-test-journal.ts'
import { valueOf } from '../../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const at = (path: string): EntryPath => path as EntryPath
const revisionOfText = (text: string) => revisionOf(encodeEntry(text))

/** Waits until `path` was told of, which is also long enough for what happened before it. */
async function untilHeard(heard: Heard, path: string): Promise<void> {
  await vi.waitFor(() => expect(heard.changes.map((change) => change.path)).toContain(path), {
    timeout: 10_000,
  })
}

test('tells what another program wrote, made and deleted, with the revision', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'old', 'gone.md': 'x' })
  const { heard } = await openTestJournal(root)
  writeFileSync(path.join(root, 'a.md'), 'theirs')
  mkdirSync(path.join(root, 'sub/deep'), { recursive: true })
  writeFileSync(path.join(root, 'sub/deep/new.md'), 'new')
  rmSync(path.join(root, 'gone.md'))
  for (const name of ['a.md', 'sub/deep/new.md', 'gone.md']) await untilHeard(heard, name)
  const revisions = Object.fromEntries(heard.changes.map((change) => [change.path, change.revision]))
  expect(revisions).toEqual({
    'a.md': revisionOfText('theirs'),
    'sub/deep/new.md': revisionOfText('new'),
    'gone.md': null,
  })
  expect([...heard.noted].sort()).toEqual(['a.md', 'gone.md', 'sub/deep/new.md'])
})

test('is silent about everything the journal did itself', async () => {
  const root = makeTemporaryFolder({ 'a.md': '- [ ] one', 'b.md': 'b', 'c.md': 'c' })
  const { journal, heard } = await openTestJournal(root)
  const opened = valueOf(await journal.readEntry(at('a.md')))
  const first = valueOf(
    await journal.saveEntry(at('a.md'), { text: '- [ ] two', baseRevision: opened.revision }),
  )
  valueOf(await journal.saveEntry(at('a.md'), { text: '- [ ] one', baseRevision: first.revision }))
  valueOf(await journal.createEntry({ kind: 'page', title: 'Made' }))
  valueOf(await journal.openToday('2026-11-24'))
  valueOf(await journal.saveEntryBeside(at('a.md'), 'mine'))
  valueOf(await journal.renameEntry(at('b.md'), at('sub/b2.md')))
  valueOf(await journal.trashEntry(at('c.md')))
  writeFileSync(path.join(root, 'marker.md'), 'by another program')
  await untilHeard(heard, 'marker.md')
  expect(heard.changes.map((change) => change.path)).toEqual(['marker.md'])
})

test('a change that follows our own write is told', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'old' })
  const { journal, heard } = await openTestJournal(root)
  valueOf(await journal.saveEntry(at('a.md'), { text: 'mine', baseRevision: revisionOfText('old') }))
  writeFileSync(path.join(root, 'a.md'), 'theirs')
  await untilHeard(heard, 'a.md')
  expect(heard.changes.at(-1)?.revision).toBe(revisionOfText('theirs'))
})

test('a program that puts back the text from before our save has changed the file', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'old' })
  const { journal, heard } = await openTestJournal(root)
  valueOf(await journal.saveEntry(at('a.md'), { text: 'mine', baseRevision: revisionOfText('old') }))
  writeFileSync(path.join(root, 'a.md'), 'old')
  await untilHeard(heard, 'a.md')
  expect(heard.changes.at(-1)?.revision).toBe(revisionOfText('old'))
})

test('a save by deleting and writing anew is one change, not a deletion', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'old' })
  const { heard } = await openTestJournal(root)
  rmSync(path.join(root, 'a.md'))
  writeFileSync(path.join(root, 'a.md'), 'theirs')
  await untilHeard(heard, 'a.md')
  expect(heard.changes.map((change) => change.revision)).toEqual([revisionOfText('theirs')])
})

test('a save by rename, as most editors do it, is one change', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'old' })
  const { heard } = await openTestJournal(root)
  writeFileSync(path.join(root, '.a.md.swp'), 'theirs')
  renameSync(path.join(root, '.a.md.swp'), path.join(root, 'a.md'))
  await untilHeard(heard, 'a.md')
  expect(heard.changes.map((change) => [change.path, change.revision])).toEqual([
    ['a.md', revisionOfText('theirs')],
  ])
})

test('a touched file whose text is known is no change', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'old' })
  const { journal, heard } = await openTestJournal(root)
  valueOf(await journal.saveEntry(at('a.md'), { text: 'mine', baseRevision: revisionOfText('old') }))
  utimesSync(path.join(root, 'a.md'), new Date(), new Date(Date.now() + 60_000))
  writeFileSync(path.join(root, 'marker.md'), 'x')
  await untilHeard(heard, 'marker.md')
  expect(heard.changes.map((change) => change.path)).toEqual(['marker.md'])
})

test('a renamed folder is told entry by entry', async () => {
  const root = makeTemporaryFolder({ 'sub/a.md': 'a', 'sub/b.md': 'b' })
  const { heard } = await openTestJournal(root)
  renameSync(path.join(root, 'sub'), path.join(root, 'moved'))
  for (const name of ['sub/a.md', 'sub/b.md', 'moved/a.md', 'moved/b.md']) await untilHeard(heard, name)
  const gone = heard.changes.filter((change) => change.revision === null).map((change) => change.path)
  expect(gone.sort()).toEqual(['sub/a.md', 'sub/b.md'])
})

test('a folder that is copied in, deleted and made anew is followed to its depth', async () => {
  const root = makeTemporaryFolder({ 'other.md': '' })
  const source = makeTemporaryFolder({ 'a/b/c/deep.md': 'deep', 'a/top.md': 'top' })
  const { heard } = await openTestJournal(root)
  cpSync(source, path.join(root, 'copy'), { recursive: true })
  await untilHeard(heard, 'copy/a/b/c/deep.md')
  await untilHeard(heard, 'copy/a/top.md')
  rmSync(path.join(root, 'copy'), { recursive: true })
  await vi.waitFor(() => expect(heard.changes.filter((change) => change.revision === null)).toHaveLength(2), {
    timeout: 10_000,
  })
  heard.changes.length = 0
  mkdirSync(path.join(root, 'copy/a'), { recursive: true })
  writeFileSync(path.join(root, 'copy/a/top.md'), 'again')
  await untilHeard(heard, 'copy/a/top.md')
  heard.changes.length = 0
  writeFileSync(path.join(root, 'copy/a/top.md'), 'and again')
  await untilHeard(heard, 'copy/a/top.md')
  expect(heard.changes.at(-1)?.revision).toBe(revisionOfText('and again'))
})

test('a folder that takes the place of another is followed', async () => {
  const root = makeTemporaryFolder({ 'sub/a.md': 'old' })
  const other = makeTemporaryFolder({ 'next/a.md': 'new', 'next/b.md': 'b' })
  const { heard } = await openTestJournal(root)
  renameSync(path.join(root, 'sub'), path.join(other, 'sub'))
  renameSync(path.join(other, 'next'), path.join(root, 'sub'))
  await untilHeard(heard, 'sub/a.md')
  await untilHeard(heard, 'sub/b.md')
  heard.changes.length = 0
  writeFileSync(path.join(root, 'sub/b.md'), 'later')
  writeFileSync(path.join(other, 'sub/a.md'), 'no longer here')
  await untilHeard(heard, 'sub/b.md')
  expect(heard.changes.map((change) => change.revision)).toEqual([revisionOfText('later')])
})

test('an entry that the journal made is said to be deleted with its folder', async () => {
  const root = makeTemporaryFolder({ 'a.md': '' })
  const { journal, heard } = await openTestJournal(root)
  valueOf(await journal.createEntry({ kind: 'draft', title: 'Essay' }))
  rmSync(path.join(root, 'drafts'), { recursive: true })
  await untilHeard(heard, 'drafts/Essay.md')
  expect(heard.changes).toEqual([{ path: 'drafts/Essay.md', revision: null, size: 0, modifiedMs: 0 }])
})

test('hidden folders and files of other kinds are not told', async () => {
  const root = makeTemporaryFolder({ '.git/x.md': '' })
  const { heard } = await openTestJournal(root)
  writeFileSync(path.join(root, '.git/x.md'), 'x')
  writeFileSync(path.join(root, 'a.txt'), 'x')
  writeFileSync(path.join(root, '.a.md.cairn-00ff.tmp'), 'x')
  writeFileSync(path.join(root, 'marker.md'), 'x')
  await untilHeard(heard, 'marker.md')
  expect(heard.changes.map((change) => change.path)).toEqual(['marker.md'])
})

test('a folder that vanishes is told, its entries are not said to be deleted, and it is followed again when it is back', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'a', 'b.md': 'b' })
  const { heard } = await openTestJournal(root)
  renameSync(root, `${root}-away`)
  await vi.waitFor(() => expect(heard.reachable).toEqual([false]), { timeout: 10_000 })
  expect(heard.changes).toEqual([])
  writeFileSync(path.join(`${root}-away`, 'b.md'), 'changed meanwhile')
  renameSync(`${root}-away`, root)
  await vi.waitFor(() => expect(heard.reachable).toEqual([false, true]), { timeout: 10_000 })
  await untilHeard(heard, 'b.md')
  expect(heard.changes.map((change) => change.path)).toEqual(['b.md'])
  writeFileSync(path.join(root, 'a.md'), 'after its return')
  await untilHeard(heard, 'a.md')
  expect(readFileSync(path.join(root, 'b.md'), 'utf8')).toBe('changed meanwhile')
})

test('a picture that appears is found although its folder was listed before', async () => {
  const root = makeTemporaryFolder({ 'a.md': '' })
  const { journal } = await openTestJournal(root)
  expect((await journal.readPicture(at('a.md'), 'new.png')).ok).toBe(false)
  mkdirSync(path.join(root, 'media'))
  writeFileSync(path.join(root, 'media/new.png'), 'picture')
  await vi.waitFor(
    async () =>
      expect(valueOf(await journal.readPicture(at('a.md'), 'new.png')).bytes.toString()).toBe('picture'),
    { timeout: 10_000 },
  )
})

test('a change that no watcher told of is found by looking again', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'old', 'b.md': 'b' })
  const heard: string[] = []
  const follower = followChanges({
    root,
    known: new Map(),
    alone: (_entry, look) => look(),
    onChanges: (changes) => heard.push(...changes.map((change) => change.path)),
    onOtherFile: () => undefined,
    onOtherFilesSettled: () => undefined,
    onReachable: () => undefined,
    onFailure: (error) => {
      throw error
    },
  })
  onTestFinished(() => follower.close())
  await follower.ready
  // Listed as it was before another program changed one file, as on a drive whose watcher is deaf.
  const listed = valueOf(await listEntries(root)).entries
  follower.noteListing(listed.map((entry) => (entry.path === 'a.md' ? { ...entry, size: 99 } : entry)))
  await follower.rescan()
  await vi.waitFor(() => expect(heard).toEqual(['a.md']), { timeout: 10_000 })
})
