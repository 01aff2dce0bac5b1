import { expect, test } from 'vitest'
import { createEntriesStore } from '../../../../renderer/state/entries.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { createFakeJournal } from '../../../support/fake-journal-api.ts'

const path = '2025-09-20.md' as EntryPath

function setUp(files: Record<string, string> = { [path]: '# a day\n\n#tag\n' }) {
  const fake = createFakeJournal({ files })
  const frames: (() => void)[] = []
  const store = createEntriesStore(fake.api, (flush) => void frames.push(flush))
  const paint = () => frames.splice(0).forEach((frame) => frame())
  return { fake, store, frames, paint }
}

test('lists the folder before the index has read it', async () => {
  const { store } = setUp()
  await store.refresh()
  expect(store.getState().isListed).toBe(true)
  expect(store.getState().arranged.months[0]?.entries).toMatchObject([{ path, title: '20 September 2025' }])
  expect(store.getState().cards.size).toBe(0)
})

test('shows titles and tags as the index reads them, many batches in one frame', async () => {
  const { fake, store, frames, paint } = setUp()
  await store.refresh()
  fake.emit('cardsRead', { cards: fake.cards(), gone: [] })
  fake.emit('cardsRead', { cards: [], gone: ['none.md' as EntryPath] })
  expect(frames).toHaveLength(1)
  paint()
  expect(store.getState().arranged.titles.get(path)).toBe('a day')
  expect(store.getState().arranged.tags).toEqual([{ tag: 'tag', count: 1 }])
})

test('arranges nothing anew when a save left title, date and tags as they were', async () => {
  const { fake, store, frames, paint } = setUp()
  await store.refresh()
  fake.emit('cardsRead', { cards: fake.cards(), gone: [] })
  paint()
  fake.emit('cardsRead', { cards: fake.cards(), gone: [] })
  expect(frames).toHaveLength(0)
})

test('a file that another program adds or removes comes and goes', async () => {
  const { fake, store, paint } = setUp()
  await store.refresh()
  fake.writeOutside('new page.md', 'words')
  paint()
  expect(store.getState().arranged.pages.map((entry) => entry.path)).toEqual(['new page.md'])
  fake.writeOutside(path, null)
  paint()
  expect(store.getState().arranged.months).toEqual([])
})

test('indexing progress is shown until it is done', () => {
  const { fake, store } = setUp()
  fake.emit('indexProgressed', { indexed: 10, total: 50, isDone: false })
  expect(store.getState().progress).toEqual({ indexed: 10, total: 50 })
  fake.emit('indexProgressed', { indexed: 50, total: 50, isDone: true })
  expect(store.getState().progress).toBeNull()
})

test('says why the folder could not be listed', async () => {
  const { fake, store } = setUp()
  const api = {
    ...fake.api,
    listEntries: async () => ({
      ok: false as const,
      error: { code: 'journal-gone' as const, message: 'The folder is gone.' },
    }),
  }
  const other = createEntriesStore(api, () => undefined)
  await other.refresh()
  expect(other.getState().error?.code).toBe('journal-gone')
  expect(store.getState().error).toBeNull()
})
