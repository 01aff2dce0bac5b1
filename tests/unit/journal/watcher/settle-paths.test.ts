import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPathSettler } from '../../../../journal/watcher/settle-paths.ts'

const times = { quietMs: 100, longestMs: 1000 }

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

test('hands over a path once it has been quiet', () => {
  const settled: (readonly string[])[] = []
  const settler = createPathSettler(times, (paths) => settled.push(paths))
  settler.note('a.md')
  vi.advanceTimersByTime(60)
  settler.note('a.md')
  vi.advanceTimersByTime(60)
  expect(settled).toEqual([])
  vi.advanceTimersByTime(200)
  expect(settled).toEqual([['a.md']])
})

test('paths that get quiet together are one batch', () => {
  const settled: (readonly string[])[] = []
  const settler = createPathSettler(times, (paths) => settled.push(paths))
  for (let number = 0; number < 500; number += 1) settler.note(`${number}.md`)
  vi.advanceTimersByTime(300)
  expect(settled.map((batch) => batch.length)).toEqual([500])
})

test('a path that never gets quiet is handed over all the same', () => {
  const settled: (readonly string[])[] = []
  const settler = createPathSettler(times, (paths) => settled.push(paths))
  for (let passed = 0; passed < 1500; passed += 50) {
    settler.note('log.md')
    vi.advanceTimersByTime(50)
  }
  expect(settled.length).toBeGreaterThanOrEqual(1)
})

test('tells nothing after it was disposed of', () => {
  const settled: (readonly string[])[] = []
  const settler = createPathSettler(times, (paths) => settled.push(paths))
  settler.note('a.md')
  settler.dispose()
  vi.advanceTimersByTime(5000)
  expect(settled).toEqual([])
})
