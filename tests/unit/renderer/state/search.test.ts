import { expect, test } from 'vitest'
import { createSearchStore } from '../../../../renderer/state/search.ts'
import type { SearchAnswer, SearchHit } from '../../../../shared/contract/search.ts'
import { createFakeJournal } from '../../../support/fake-journal-api.ts'

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0))

function setUp() {
  const fake = createFakeJournal({ files: {} })
  const frames: (() => void)[] = []
  const asked = fake.holdSearches()
  const store = createSearchStore(
    fake.api,
    () => true,
    (flush) => void frames.push(flush),
  )
  const paint = () => frames.splice(0).forEach((frame) => frame())
  const answer = (at: number, tookMs: number, found: Partial<SearchAnswer> = {}) => {
    const held = asked[at]
    if (!held) throw new Error(`question ${at} was not asked`)
    const value: SearchAnswer = {
      number: held.question.number,
      hits: [],
      totals: {},
      corrections: [],
      searchedEntries: 1,
      totalEntries: 1,
      tookMs,
      ...found,
    }
    held.answer(value)
  }
  return { store, asked, frames, paint, answer }
}

test('drops the answer to an older question that comes late', async () => {
  const { store, paint, answer } = setUp()
  store.open('men')
  store.setText('ment')
  answer(1, 2)
  answer(0, 1)
  await nextTask()
  paint()
  expect(store.getState().answer?.tookMs).toBe(2)
})

test('shows what arrived once a frame', async () => {
  const { store, frames, paint, answer } = setUp()
  store.open('m')
  answer(0, 1)
  await nextTask()
  store.setText('me')
  answer(1, 2)
  await nextTask()
  expect(frames).toHaveLength(1)
  expect(store.getState().answer).toBeNull()
  paint()
  expect(store.getState().answer?.tookMs).toBe(2)
})

test('asks nothing for an empty field or for commands', () => {
  const { store, asked } = setUp()
  store.open('')
  store.setText('  ')
  store.setText('> theme')
  expect(asked).toHaveLength(0)
})

test('an answer after closing is not shown when it is opened again', async () => {
  const { store, paint, answer } = setUp()
  store.open('men')
  store.close()
  answer(0, 1)
  await nextTask()
  paint()
  store.open('')
  expect(store.getState().answer).toBeNull()
})

function makeHits(from: number, count: number): SearchHit[] {
  return Array.from({ length: count }, (_, at) => ({
    lane: 'drafts',
    path: `drafts/${from + at}.md`,
    title: { text: `${from + at}`, marks: [] },
    passages: [],
    headingPath: [],
    moreHits: 0,
    matchedBy: 'exact',
    where: 'title',
    date: null,
    isMustRead: false,
    box: null,
    from: 0,
    score: 1,
  }))
}

/** The lane of drafts alone, 300 of them, its first page shown. */
async function openDrafts() {
  const journal = setUp()
  journal.store.open('men')
  journal.store.setLane('drafts')
  const show = async (at: number, hits: SearchHit[]) => {
    journal.answer(at, 1, { hits, totals: { drafts: 300 } })
    await nextTask()
    journal.paint()
  }
  await show(1, makeHits(0, 50))
  return { ...journal, show, shown: () => journal.store.getState().answer?.hits.map(({ path }) => path) }
}

test('a lane that is shown alone grows to its end, stretch by stretch', async () => {
  const { store, asked, show, shown } = await openDrafts()
  expect(asked[1]?.question).toMatchObject({ lane: 'drafts', from: 0, limitPerLane: 50 })
  store.showMore()
  store.showMore()
  expect(asked).toHaveLength(3)
  expect(asked[2]?.question).toMatchObject({ lane: 'drafts', from: 50, limitPerLane: 200 })
  await show(2, makeHits(50, 200))
  expect(shown()).toEqual(makeHits(0, 250).map(({ path }) => path))
  store.showMore()
  await show(3, makeHits(250, 50))
  expect(shown()).toHaveLength(300)
  store.showMore()
  expect(asked).toHaveLength(4)
})

test('a stretch that comes after the text has changed is not put under what the new text finds', async () => {
  const { store, asked, show, shown } = await openDrafts()
  store.showMore()
  store.setText('ment')
  expect(asked[3]?.question).toMatchObject({ from: 0, limitPerLane: 50 })
  await show(2, makeHits(50, 200))
  await show(3, makeHits(500, 50))
  expect(shown()).toEqual(makeHits(500, 50).map(({ path }) => path))
})

test('when the index has grown, as much is asked for again as was scrolled to', async () => {
  const { store, asked, show } = await openDrafts()
  store.showMore()
  await show(2, makeHits(50, 200))
  store.refresh()
  expect(asked[3]?.question).toMatchObject({ from: 0, limitPerLane: 250 })
})
