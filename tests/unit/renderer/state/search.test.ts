import { expect, test } from 'vitest'
import { createSearchStore } from '../../../../renderer/state/search.ts'
import type { SearchAnswer } from '../../../../shared/contract/search.ts'
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
  const answer = (at: number, tookMs: number) => {
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

test('asks for more of a lane that is shown alone', () => {
  const { store, asked } = setUp()
  store.open('men')
  store.setLane('drafts')
  expect(asked[1]?.question.limitPerLane).toBeGreaterThan(asked[0]?.question.limitPerLane ?? 0)
})
