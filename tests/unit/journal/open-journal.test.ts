import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { encodeEntry, revisionOf } from '../../../journal/entry-file/decode-entry.ts'
import type { EntryPath } from '../../../shared/entry/entry-path.ts'
import { openTestJournal } from '../../support/open-test-journal.ts'
import { errorOf, valueOf } from '../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

const at = (path: string): EntryPath => path as EntryPath
const revisionOfText = (text: string) => revisionOf(encodeEntry(text))

test('says of itself what the window shows, and no absolute path but the place', async () => {
  const root = makeTemporaryFolder()
  const { journal } = await openTestJournal(root)
  expect(journal.info).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{16}$/),
    name: path.basename(root),
    place: root,
    isSample: false,
    isReadOnly: false,
  })
})

test('opening a journal writes nothing into its folder', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'a' })
  const { journal } = await openTestJournal(root)
  valueOf(await journal.readEntry(at('a.md')))
  expect(valueOf(await journal.listEntries()).map((entry) => entry.path)).toEqual(['a.md'])
  expect(readdirSync(root)).toEqual(['a.md'])
})

test('an edit asked for while a save is running meets the saved file and changes nothing, and the save stays whole', async () => {
  const root = makeTemporaryFolder({ 'a.md': '- [ ] one' })
  const { journal } = await openTestJournal(root)
  const revision = revisionOfText('- [ ] one')
  const saving = journal.saveEntry(at('a.md'), { text: '- [ ] one two', baseRevision: revision })
  const ticking = journal.edits.apply([
    { path: at('a.md'), revision, splices: [{ from: 3, to: 4, text: 'x' }] },
  ])
  valueOf(await saving)
  expect((await ticking).results[0]?.failure).not.toBeNull()
  expect(readFileSync(path.join(root, 'a.md'), 'utf8')).toBe('- [ ] one two')
})

test('a rename asked for while a save is running moves the saved text', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'old' })
  const { journal } = await openTestJournal(root)
  const saving = journal.saveEntry(at('a.md'), { text: 'new', baseRevision: revisionOfText('old') })
  const renaming = journal.renameEntry(at('a.md'), at('b.md'))
  valueOf(await saving)
  valueOf(await renaming)
  expect(existsSync(path.join(root, 'a.md'))).toBe(false)
  expect(readFileSync(path.join(root, 'b.md'), 'utf8')).toBe('new')
})

test('a save that waits behind a move to the trash does not bring the entry back', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'old' })
  const { journal } = await openTestJournal(root)
  const trashing = journal.trashEntry(at('a.md'))
  const saving = journal.saveEntry(at('a.md'), { text: 'new', baseRevision: revisionOfText('old') })
  valueOf(await trashing)
  expect(errorOf(await saving)).toMatchObject({ code: 'conflict', theirs: null })
  expect(existsSync(path.join(root, 'a.md'))).toBe(false)
})

test('the index is told of every own write', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'old' })
  const { journal, heard } = await openTestJournal(root)
  valueOf(await journal.saveEntry(at('a.md'), { text: 'new', baseRevision: revisionOfText('old') }))
  valueOf(await journal.renameEntry(at('a.md'), at('b.md')))
  valueOf(await journal.createEntry({ kind: 'draft', title: 'Essay' }))
  expect(heard.noted).toEqual(['a.md', 'a.md', 'b.md', 'drafts/Essay.md'])
})

test('closing waits for the save that runs', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'old' })
  const { journal } = await openTestJournal(root)
  const saving = journal.saveEntry(at('a.md'), {
    text: 'x'.repeat(2_000_000),
    baseRevision: revisionOfText('old'),
  })
  await journal.close()
  valueOf(await saving)
  expect(readFileSync(path.join(root, 'a.md'), 'utf8')).toHaveLength(2_000_000)
})

test('today is found by the date in front matter that the index knows', async () => {
  const root = makeTemporaryFolder({ 'morning.md': '---\ndate: 2026-11-24\n---\n' })
  const cards = [{ path: at('morning.md'), kind: 'daily' as const, title: '', date: '2026-11-24', tags: [] }]
  const { journal } = await openTestJournal(root, { cards })
  expect(valueOf(await journal.openToday('2026-11-24'))).toEqual({ path: 'morning.md', wasCreated: false })
})

test('an entry changed by another program since it was read is not overwritten', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'old' })
  const { journal } = await openTestJournal(root)
  const opened = valueOf(await journal.readEntry(at('a.md')))
  writeFileSync(path.join(root, 'a.md'), 'theirs')
  const outcome = await journal.saveEntry(at('a.md'), { text: 'mine', baseRevision: opened.revision })
  expect(errorOf(outcome).theirs?.text).toBe('theirs')
})
