import { expect, test } from 'vitest'
import { createWindowedList } from '../../../../renderer/state/windowed-list.ts'
import { fail, succeed, type Outcome } from '../../../../shared/contract/errors.ts'
import type { FactWindow } from '../../../../shared/contract/facts.ts'

type Answer = FactWindow<number>

function setUp(total: number) {
  const asked: { text: string; from: number; limit: number }[] = []
  const waiting: ((answer: Outcome<Answer>) => void)[] = []
  let tell = (): void => undefined
  let isHeld = false
  const answerOf = (from: number, limit: number): Answer => ({
    total,
    rows: Array.from({ length: Math.max(0, Math.min(limit, total - from)) }, (_, at) => from + at),
  })
  const list = createWindowedList<{ text: string }, number, Answer>(
    {
      onCardsRead: (listener) => {
        tell = () => listener({ cards: [], gone: [] })
        return () => undefined
      },
    },
    {
      filter: { text: '' },
      ask: ({ text }, { from, limit }) => {
        asked.push({ text, from, limit })
        if (!isHeld) return Promise.resolve(succeed(answerOf(from, limit)))
        return new Promise((resolve) => waiting.push(resolve))
      },
    },
  )
  return { list, asked, waiting, answerOf, tell: () => tell(), hold: () => (isHeld = true) }
}

async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}

test('asks for the first rows when it is shown, and for more when they are reached', async () => {
  const { list, asked } = setUp(1000)
  list.show()
  await settle()
  expect(list.getState().rows).toHaveLength(200)
  list.reach(20)
  list.reach(190)
  list.reach(195)
  await settle()
  expect(list.getState().rows).toHaveLength(400)
  expect(asked.map(({ from, limit }) => [from, limit])).toEqual([
    [0, 200],
    [0, 400],
  ])
})

test('never asks for more than the worker gives at once', async () => {
  const { list, asked } = setUp(3000)
  list.show()
  await settle()
  for (let rows = 200; rows <= 1200; rows += 200) {
    list.reach(rows)
    await settle()
  }
  expect(list.getState().rows.slice(-1)).toEqual([1399])
  expect(Math.max(...asked.map(({ limit }) => limit))).toBe(1000)
})

test('shows the answer to the newest question, whichever comes last', async () => {
  const { list, waiting, answerOf, hold } = setUp(3)
  hold()
  list.setFilter({ text: 'a' })
  list.setFilter({ text: 'ab' })
  await settle()
  waiting[1]?.(succeed({ total: 1, rows: [0] }))
  await settle()
  waiting[0]?.(succeed(answerOf(0, 3)))
  await settle()
  expect(list.getState().filter.text).toBe('ab')
  expect(list.getState().rows).toEqual([0])
})

test('asks again when the journal changed while it is shown, and not after', async () => {
  const { list, asked, tell } = setUp(3)
  tell()
  await settle()
  expect(asked).toEqual([])
  list.show()
  await settle()
  tell()
  await settle()
  expect(asked).toHaveLength(2)
  list.hide()
  tell()
  await settle()
  expect(asked).toHaveLength(2)
})

test('says why it could not be read', async () => {
  const { list, waiting, hold } = setUp(3)
  hold()
  list.show()
  await settle()
  waiting[0]?.(fail('unexpected', 'The index is down.'))
  await settle()
  expect(list.getState().error?.message).toBe('The index is down.')
})
