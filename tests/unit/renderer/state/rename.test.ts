import { expect, test } from 'vitest'
import { createRenameStore } from '../../../../renderer/state/rename.ts'
import { succeed, type Outcome } from '../../../../shared/contract/errors.ts'
import type { RenameQuestion } from '../../../../shared/contract/rename.ts'
import type { PlannedFile } from '../../../../shared/contract/replace.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { createFileTable } from '../../../../shared/links/file-table.ts'
import { planRename } from '../../../../shared/links/plan-rename.ts'
import { showChanges } from '../../../../shared/replace/plan-changes.ts'
import { createFakeJournal, type FakeJournal } from '../../../support/fake-journal-api.ts'
import { valueOf } from '../../../support/outcomes.ts'

const texts = { 'a.md': '[[a#h]]\n', 'b.md': 'x [[a]] y [[a|z]]\n', 'c.md': 'nothing\n' }
const question = { from: 'a.md', to: 'new.md' }

function createRename(move?: (journal: FakeJournal) => Promise<Outcome<unknown>>) {
  const journal = createFakeJournal({ files: texts })
  const api = {
    ...journal.api,
    planRename: async (asked: RenameQuestion) => succeed({ files: planFiles(journal, asked) }),
  }
  const rename = createRenameStore({
    journalApi: api,
    flushAll: async () => null,
    settle: async () => undefined,
    move: (from, to) => move?.(journal) ?? journal.api.renameEntry({ path: from, to }),
  })
  return { journal, rename }
}

function planFiles({ files, revisionOf }: FakeJournal, { from, to }: RenameQuestion): PlannedFile[] {
  const table = createFileTable(files.keys())
  return Array.from(files, ([path, text]) => ({
    path: path as EntryPath,
    title: path,
    date: null,
    revision: revisionOf(path),
    changes: showChanges(text, valueOf(planRename({ files: table, from, to }, path, text))),
  })).filter(({ changes }) => changes.length > 0)
}

test('a file that nothing links is renamed at once', async () => {
  const { journal, rename } = createRename()
  const report = valueOf(await rename.start({ from: 'c.md', to: 'd.md' }))
  expect(report).toMatchObject({ to: 'd.md', entries: 0, refused: [] })
  expect([...journal.files.keys()]).toEqual(['a.md', 'b.md', 'd.md'])
})

test('links are seen first, the chosen ones are written, its own under the new name, and undo gives all back', async () => {
  const { journal, rename } = createRename()
  expect(valueOf(await rename.start(question))).toBeNull()
  expect(Object.fromEntries(journal.files)).toEqual(texts)
  const other = rename.getState().preview?.files.find(({ path }) => path === 'b.md')
  rename.choose([{ path: 'b.md' as EntryPath, change: other!.changes[1]! }], false)
  expect(await rename.apply()).toMatchObject({ entries: 2, places: 2, refused: [] })
  expect(Object.fromEntries(journal.files)).toEqual({
    'new.md': '[[new#h]]\n',
    'b.md': 'x [[new]] y [[a|z]]\n',
    'c.md': texts['c.md'],
  })
  valueOf(await rename.undo())
  expect(Object.fromEntries(journal.files)).toEqual(texts)
})

test('no link is written when the file cannot be renamed, and what changed meanwhile is named', async () => {
  const taken = createRename(async () => ({
    ok: false,
    error: { code: 'already-exists', message: 'A file of that name is already there.' },
  }))
  await taken.rename.start(question)
  expect(await taken.rename.apply()).toBeNull()
  expect(taken.rename.getState().failure).toBe('A file of that name is already there.')
  expect(Object.fromEntries(taken.journal.files)).toEqual(texts)

  const { journal, rename } = createRename()
  await rename.start(question)
  journal.files.set('b.md', 'theirs [[a]]\n')
  expect((await rename.apply())?.refused).toEqual([{ path: 'b.md', failure: 'It was changed meanwhile.' }])
  expect(journal.files.get('b.md')).toBe('theirs [[a]]\n')
})
