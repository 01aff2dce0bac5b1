import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createCloseGuard } from '../../../electron/close-guard.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

function makeGuard(more: { canAnswer?: boolean; mayLose?: boolean } = {}) {
  const told: string[] = []
  let decide: (mayClose: boolean) => void = () => undefined
  const guard = createCloseGuard({
    ask: () => told.push('ask'),
    canAnswer: () => more.canAnswer ?? true,
    confirmLoss: (reason) => {
      told.push(`confirm: ${reason}`)
      return new Promise((resolve) => (decide = resolve))
    },
    close: () => told.push('close'),
    stay: () => told.push('stay'),
    patienceMs: 4000,
  })
  return { guard, told, decide: (mayClose: boolean) => decide(mayClose) }
}

test('a window whose text is written closes at once', () => {
  const { guard, told } = makeGuard()
  expect(guard.mustWait()).toBe(true)
  guard.answer(null)
  expect(told).toEqual(['ask', 'close'])
  expect(guard.mustWait()).toBe(false)
})

test('a window that cannot write asks the user, and stays open when the user wants to keep it', async () => {
  const { guard, told, decide } = makeGuard()
  guard.mustWait()
  guard.answer({ name: 'note.md', reason: 'The disk is full.' })
  decide(false)
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual(['ask', 'confirm: note.md: The disk is full.', 'stay'])
  expect(guard.mustWait()).toBe(true)
  expect(told.at(-1)).toBe('ask')
})

test('the user may close without saving', async () => {
  const { guard, told, decide } = makeGuard()
  guard.mustWait()
  guard.answer({ name: 'note.md', reason: 'The disk is full.' })
  decide(true)
  await vi.advanceTimersByTimeAsync(0)
  expect(told.at(-1)).toBe('close')
})

test('a window that does not answer asks the user after a while', async () => {
  const { guard, told, decide } = makeGuard()
  guard.mustWait()
  await vi.advanceTimersByTimeAsync(3999)
  expect(told).toEqual(['ask'])
  await vi.advanceTimersByTimeAsync(1)
  expect(told).toEqual(['ask', 'confirm: The window does not answer.'])
  decide(true)
  await vi.advanceTimersByTimeAsync(0)
  expect(told.at(-1)).toBe('close')
})

test('a late answer closes the window while the user is still being asked, once', async () => {
  const { guard, told, decide } = makeGuard()
  guard.mustWait()
  await vi.advanceTimersByTimeAsync(4000)
  guard.answer(null)
  decide(false)
  await vi.advanceTimersByTimeAsync(0)
  expect(told).toEqual(['ask', 'confirm: The window does not answer.', 'close'])
})

test('a page that crashes while it is asked does not keep the window open', () => {
  const { guard, told } = makeGuard()
  guard.mustWait()
  guard.pageGone()
  expect(told).toEqual(['ask', 'close'])
})

test('a page that is not there is not asked', () => {
  const { guard, told } = makeGuard({ canAnswer: false })
  expect(guard.mustWait()).toBe(false)
  expect(told).toEqual([])
})

test('closing twice asks once', () => {
  const { guard, told } = makeGuard()
  guard.mustWait()
  expect(guard.mustWait()).toBe(true)
  expect(told).toEqual(['ask'])
})

test('an answer that nobody asked for changes nothing', () => {
  const { guard, told } = makeGuard()
  guard.answer(null)
  guard.pageGone()
  expect(told).toEqual([])
})
