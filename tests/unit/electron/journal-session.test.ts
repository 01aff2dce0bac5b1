import { renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { makeHandlers, type System } from '../../../electron/handlers.ts'
import { createJournalSession } from '../../../electron/journal-session.ts'
import { createKeptSettings } from '../../../electron/settings.ts'
import type { IndexListener } from '../../../journal/journal-index.ts'
import type { EntryPath } from '../../../shared/entry/entry-path.ts'
import type { EntryCard } from '../../../shared/entry/summary.ts'
import { errorOf, valueOf } from '../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

const card: EntryCard = { path: 'a.md' as EntryPath, kind: 'page', title: 'A', date: null, tags: ['x'] }

function makeSession(system: Partial<System> = {}) {
  const sent: [string, unknown][] = []
  const listeners: IndexListener[] = []
  const kept = createKeptSettings({ store: {} }, (error) => {
    throw error
  })
  const session = createJournalSession({
    kept,
    homeFolder: '/home/nobody',
    checkWorkerFile: 'not started here',
    moveToSystemTrash: () => Promise.reject(new Error('no trash here')),
    startIndex: (_root, listener) => {
      listeners.push(listener)
      // A worker with a saved index may answer at once.
      listener.onProgress({ indexed: 1, total: 1, isDone: true })
      return {
        search: () => Promise.reject(new Error('not asked here')),
        findRelated: async () => [],
        planRename: async () => ({ ok: true as const, value: { files: [] } }),
        planReplacements: async ({ number }) => ({ number, files: [], isCut: false, failure: null }),
        markEntry: async () => ({ ranges: [], textLength: 0 }),
        listQueryValues: async () => ({ tags: [], authors: [], folders: [], hosts: [] }),
        findResourceUses: async () => ({}),
        askFacts: () => Promise.reject(new Error('not asked here')),
        noteChanged: () => undefined,
        noteOtherFiles: () => undefined,
        noteDatesCorrected: () => undefined,
        useActionHeadings: () => undefined,
        allCards: () => [card],
        dispose: async () => undefined,
      }
    },
    send: (name, payload) => sent.push([name, payload]),
    log: () => undefined,
  })
  onTestFinished(() => session.close())
  const unused = (): never => {
    throw new Error('not asked here')
  }
  const handlers = makeHandlers(kept, session, {
    platform: 'linux',
    version: '0.1.0',
    homeFolder: '/home/nobody',
    hasWindowOverlay: false,
    chooseFolder: unused,
    chooseDocument: unused,
    chooseNewFile: unused,
    openFile: unused,
    prepareSample: unused,
    calendarKeeper: () => null,
    revealFile: unused,
    openAddress: unused,
    applySettings: unused,
    controlWindow: unused,
    answerClose: unused,
    pageConnected: () => undefined,
    ...system,
  })
  return { kept, session, handlers, sent, listeners }
}

test('before a journal is open, every request for one fails in plain words', async () => {
  const { handlers } = makeSession()
  const outcome = await handlers.readEntry({ path: 'a.md' as EntryPath })
  expect(errorOf(outcome)).toEqual({ code: 'journal-gone', message: 'No journal is open.' })
})

test('opening a folder remembers it, first in the list and to be opened at the next start', async () => {
  const [first, second] = [makeTemporaryFolder(), makeTemporaryFolder()]
  const { kept, session, handlers } = makeSession()
  valueOf(await session.open(first, false))
  valueOf(await session.open(second, true))
  expect(kept.lastFolder).toBe(second)
  const start = valueOf(await handlers.getStartState(undefined))
  expect(start.journal).toMatchObject({ name: path.basename(second), isSample: true })
  expect(start.recents.map((recent) => recent.name)).toEqual([path.basename(second), path.basename(first)])
})

test('a recent journal is opened and forgotten by an id that tells nothing of its path', async () => {
  const [first, second] = [makeTemporaryFolder(), makeTemporaryFolder()]
  const { session, handlers } = makeSession()
  const { id } = valueOf(await session.open(first, true))
  valueOf(await session.open(second, false))
  expect(first).not.toContain(id)
  expect(valueOf(await handlers.openRecentJournal({ id }))).toMatchObject({
    name: path.basename(first),
    isSample: true,
  })
  valueOf(await handlers.forgetRecentJournal({ id }))
  expect(valueOf(await handlers.getStartState(undefined)).recents).toHaveLength(1)
  expect(errorOf(await handlers.openRecentJournal({ id })).code).toBe('not-found')
})

test('a folder that cannot be opened leaves the open journal as it is', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'a' })
  const { kept, session, handlers } = makeSession()
  valueOf(await session.open(root, false))
  expect(errorOf(await session.open(path.join(root, 'missing'), false)).code).toBe('not-found')
  expect(errorOf(await session.open(path.join(root, 'a.md'), false)).code).toBe('not-found')
  expect(kept.lastFolder).toBe(root)
  expect(valueOf(await handlers.readEntry({ path: 'a.md' as EntryPath })).text).toBe('a')
})

test('a cancelled dialog opens nothing', async () => {
  const { handlers, session } = makeSession({ chooseFolder: async () => null })
  expect(valueOf(await handlers.chooseJournal(undefined))).toBeNull()
  expect(session.current).toBeNull()
})

test('a closed journal is not opened at the next start', async () => {
  const { kept, session, handlers } = makeSession()
  valueOf(await session.open(makeTemporaryFolder(), false))
  valueOf(await handlers.closeJournal(undefined))
  expect([session.current, kept.lastFolder, kept.recents.length]).toEqual([null, null, 1])
})

test('what the index tells of a journal that was closed is dropped', async () => {
  const { session, sent, listeners } = makeSession()
  valueOf(await session.open(makeTemporaryFolder(), false))
  valueOf(await session.open(makeTemporaryFolder(), false))
  sent.length = 0
  listeners[0]?.onCards({ cards: [], gone: [] })
  expect(sent).toEqual([])
  listeners[1]?.onCards({ cards: [], gone: [] })
  expect(sent).toEqual([['cardsRead', { cards: [], gone: [] }]])
})

test('a page that has just loaded gets the cards and the progress that it missed', async () => {
  const { session, sent } = makeSession()
  session.sendCards()
  expect(sent).toEqual([])
  valueOf(await session.open(makeTemporaryFolder(), false))
  sent.length = 0
  session.sendCards()
  expect(sent).toEqual([
    ['cardsRead', { cards: [card], gone: [] }],
    ['indexProgressed', { indexed: 1, total: 1, isDone: true }],
  ])
})

test('a failure of the index is a notice with a plain title', async () => {
  const { session, sent, listeners } = makeSession()
  valueOf(await session.open(makeTemporaryFolder(), false))
  listeners[0]?.onFailure(new Error('a bug'))
  expect(sent.at(-1)).toMatchObject(['noticeRaised', { tone: 'warn', title: 'Search is not complete' }])
})

test('changes by other programs are sent as the contract has them', async () => {
  const root = makeTemporaryFolder({ 'a.md': 'a' })
  const { session, sent } = makeSession()
  valueOf(await session.open(root, false))
  await session.current?.isWatching
  writeFileSync(path.join(root, '.x'), 'theirs')
  renameSync(path.join(root, '.x'), path.join(root, 'a.md'))
  await vi.waitFor(() => expect(sent.some(([name]) => name === 'entriesChanged')).toBe(true), {
    timeout: 10_000,
  })
  const [, payload] = sent.find(([name]) => name === 'entriesChanged') ?? []
  expect(payload).toMatchObject([{ path: 'a.md', size: 6 }])
})

test('only the asked file is revealed, and only one inside the journal', async () => {
  const revealed: string[] = []
  const root = makeTemporaryFolder({ 'sub/a.md': 'a' })
  const { session, handlers } = makeSession({ revealFile: (file) => void revealed.push(file) })
  valueOf(await session.open(root, false))
  valueOf(await handlers.revealEntry({ path: 'sub/a.md' as EntryPath }))
  expect(revealed).toEqual([path.join(root, 'sub', 'a.md')])
})
