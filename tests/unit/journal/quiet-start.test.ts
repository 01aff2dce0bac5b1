import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createQuietStart, listEarly } from '../../../journal/quiet-start.ts'
import { valueOf } from '../../support/outcomes.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

function startQuietly() {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const start = createQuietStart()
  let isCalm = false
  void start.whenCalm.then(() => (isCalm = true))
  return { start, isCalmAfter: async (ms: number) => (await vi.advanceTimersByTimeAsync(ms), isCalm) }
}

test('the index waits until the first entry was read and drawn, and no longer when more are opened', async () => {
  const { start, isCalmAfter } = startQuietly()
  expect(await isCalmAfter(3000)).toBe(false)
  start.noteEntryRead()
  expect(await isCalmAfter(900)).toBe(false)
  start.noteEntryRead()
  expect(await isCalmAfter(100)).toBe(true)
})

test('the index begins by itself where no entry is asked for, and never after the journal was closed', async () => {
  expect(await startQuietly().isCalmAfter(4000)).toBe(true)
  const closed = startQuietly()
  closed.start.dispose()
  expect(await closed.isCalmAfter(60_000)).toBe(false)
})

test('an early listing waits for the watcher and is given once', async () => {
  const root = makeTemporaryFolder()
  let watch = (): void => undefined
  const early = listEarly(root, new Promise((resolve) => (watch = resolve)))
  writeFileSync(path.join(root, 'a.md'), '')
  watch()
  const listing = await early.take()
  if (listing === null) throw new Error('no listing')
  expect(valueOf(listing).entries.map((entry) => entry.path)).toEqual(['a.md'])
  expect(early.take()).toBeNull()
})

test('an early listing is not given after something changed', () => {
  const early = listEarly(makeTemporaryFolder(), Promise.resolve())
  early.forget()
  expect(early.take()).toBeNull()
})
