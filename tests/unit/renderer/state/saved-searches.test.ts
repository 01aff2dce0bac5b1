import { expect, test } from 'vitest'
import { createSavedSearchesStore } from '../../../../renderer/state/saved-searches.ts'
import type { SearchAnswer } from '../../../../shared/contract/search.ts'
import { savedSearchesPath } from '../../../../shared/search/saved-searches.ts'
import { createFakeJournal } from '../../../support/fake-journal-api.ts'

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0))

function setUp(page: string | null) {
  const fake = createFakeJournal({ files: page === null ? {} : { [savedSearchesPath]: page } })
  const asked = fake.holdSearches()
  const pauses: { run: () => void; isOff: boolean }[] = []
  let isSearching = false
  const store = createSavedSearchesStore(fake.api, {
    isFuzzy: () => true,
    isSearching: () => isSearching,
    afterPause(run) {
      const pause = { run, isOff: false }
      pauses.push(pause)
      return () => void (pause.isOff = true)
    },
  })
  const passPauses = async () => {
    for (const { run, isOff } of pauses.splice(0)) if (!isOff) run()
    await nextTask()
  }
  const answer = async (totals: SearchAnswer['totals'], matched: 'all' | 'some' | null = 'all') => {
    const held = asked.shift()
    if (!held) throw new Error('nothing was asked')
    held.answer({
      number: 0,
      hits: [],
      totals,
      corrections: [],
      ...(matched === null ? {} : { matched }),
      searchedEntries: 9,
      totalEntries: 9,
      tookMs: 1,
    })
    await nextTask()
  }
  return { fake, store, asked, pauses, passPauses, answer, search: (is: boolean) => (isSearching = is) }
}

test('keeps, renames and removes in the page of the journal, and shows what stands there', async () => {
  const { fake, store } = setUp(null)
  await store.load()
  expect(store.getState().searches).toEqual([])
  expect(await store.keep({ name: 'Nanda', query: 'by:nanda' })).toBeNull()
  expect(fake.files.get(savedSearchesPath)).toContain('- Nanda: `by:nanda`\n')
  expect(await store.rename('Nanda', 'Neel Nanda')).toBeNull()
  expect(store.getState().searches).toEqual([{ name: 'Neel Nanda', query: 'by:nanda' }])
  expect(await store.remove('Neel Nanda')).toBeNull()
  expect(store.getState().searches).toEqual([])
})

test('an edit is made to the page as it is now, whatever was shown before', async () => {
  const { fake, store } = setUp('- one: `1`\n')
  await store.load()
  fake.files.set(savedSearchesPath, '- one: `1`\n- by hand: `2`\n')
  await store.keep({ name: 'three', query: '3' })
  expect(fake.files.get(savedSearchesPath)).toBe('- one: `1`\n- by hand: `2`\n- three: `3`\n')
  expect(store.getState().searches).toHaveLength(3)
})

test('a name that is taken is refused in words, and nothing is written', async () => {
  const { fake, store } = setUp('- one: `1`\n- two: `2`\n')
  await store.load()
  expect((await store.rename('one', 'two'))?.code).toBe('already-exists')
  expect(fake.calls.filter(({ name }) => name === 'saveEntry')).toEqual([])
})

test('a page that cannot be written says why', async () => {
  const { fake, store } = setUp('- one: `1`\n')
  fake.failNextSave({ code: 'disk-full', message: 'The disk is full.' })
  expect((await store.keep({ name: 'two', query: '2' }))?.code).toBe('disk-full')
})

test('hits are counted one search after the other, once it is quiet, and shown together', async () => {
  const { store, asked, passPauses, answer, fake } = setUp('- one: `1`\n- two: `2`\n')
  await store.load()
  fake.emit('cardsRead', { cards: [], gone: [] })
  expect(asked).toHaveLength(0)
  await passPauses()
  expect(asked.map(({ question }) => question.text)).toEqual(['1'])
  await answer({ entries: 2, actions: 1 })
  expect(store.getState().counts.size).toBe(0)
  await answer({ entries: 5 }, 'some')
  expect([...store.getState().counts]).toEqual([
    ['1', 3],
    ['2', 0],
  ])
})

test('while someone searches nothing is counted, and a question that was overtaken is asked again', async () => {
  const { store, asked, passPauses, answer, search } = setUp('- one: `1`\n')
  await store.load()
  search(true)
  await passPauses()
  expect(asked).toHaveLength(0)
  search(false)
  await passPauses()
  await answer({}, null)
  expect(store.getState().counts.size).toBe(0)
  await passPauses()
  await answer({ entries: 4 })
  expect(store.getState().counts.get('1')).toBe(4)
})

test('another journal starts with nothing of the one before', async () => {
  const { store, asked, passPauses } = setUp('- one: `1`\n')
  await store.load()
  store.clear()
  await passPauses()
  expect(asked).toHaveLength(0)
  expect(store.getState().searches).toEqual([])
})
