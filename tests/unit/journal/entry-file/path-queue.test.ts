import { expect, test } from 'vitest'
import { createPathQueue, type PrecedingSave } from '../../../../journal/entry-file/path-queue.ts'

interface Held {
  readonly path: string
  readonly request: string
  readonly preceding: PrecedingSave<string, string> | null
  readonly finish: (answer: string) => void
  readonly fail: (error: Error) => void
}

/** A queue whose saves run until the test finishes them. */
function holdSaves() {
  const started: Held[] = []
  const queue = createPathQueue<string, string>(
    (path, request, preceding) =>
      new Promise((finish, fail) => started.push({ path, request, preceding, finish, fail })),
  )
  return { queue, started }
}

/** Lets every promise that can settle do so. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('runs one save of a path at a time', async () => {
  const { queue, started } = holdSaves()
  void queue.save('a.md', 'first')
  void queue.save('a.md', 'second')
  await settle()
  expect(started.map((held) => held.request)).toEqual(['first'])
  started[0]?.finish('1')
  await settle()
  expect(started.map((held) => held.request)).toEqual(['first', 'second'])
})

test('of two saves while one is running only the newer runs, and both get its answer', async () => {
  const { queue, started } = holdSaves()
  const first = queue.save('a.md', 'first')
  const second = queue.save('a.md', 'second')
  const third = queue.save('a.md', 'third')
  started[0]?.finish('1')
  await settle()
  started[1]?.finish('3')
  await expect(first).resolves.toBe('1')
  await expect(second).resolves.toBe('3')
  await expect(third).resolves.toBe('3')
  expect(started.map((held) => held.request)).toEqual(['first', 'third'])
})

test('saves of different paths run side by side', () => {
  const { queue, started } = holdSaves()
  void queue.save('a.md', 'first')
  void queue.save('b.md', 'second')
  expect(started.map((held) => held.path)).toEqual(['a.md', 'b.md'])
})

test('other work on the path waits for the save before it and holds up the one after it', async () => {
  const { queue, started } = holdSaves()
  const order: string[] = []
  void queue.save('a.md', 'first').then(() => order.push('first'))
  void queue.alone('a.md', async () => void order.push('work'))
  void queue.save('a.md', 'second')
  await settle()
  expect(order).toEqual([])
  started[0]?.finish('1')
  await settle()
  expect(order).toEqual(['first', 'work'])
  expect(started.map((held) => held.request)).toEqual(['first', 'second'])
})

test('a save is told of the one it waited for, and not of one that was over before it came', async () => {
  const { queue, started } = holdSaves()
  void queue.save('a.md', 'first')
  void queue.save('a.md', 'second')
  started[0]?.finish('1')
  await settle()
  expect(started[1]?.preceding).toEqual({ request: 'first', answer: '1' })
  started[1]?.finish('2')
  await settle()
  void queue.save('a.md', 'third')
  expect(started[2]?.preceding).toBeNull()
})

test('a save is not told of one that other work came after', async () => {
  const { queue, started } = holdSaves()
  void queue.save('a.md', 'first')
  void queue.alone('a.md', async () => undefined)
  void queue.save('a.md', 'second')
  started[0]?.finish('1')
  await settle()
  expect(started[1]?.preceding).toBeNull()
})

test('a save that throws fails for whoever asked, and the next one runs', async () => {
  const { queue, started } = holdSaves()
  const first = queue.save('a.md', 'first')
  const second = queue.save('a.md', 'second')
  started[0]?.fail(new Error('a bug'))
  await expect(first).rejects.toThrow('a bug')
  await settle()
  started[1]?.finish('2')
  await expect(second).resolves.toBe('2')
})

test('work that throws fails for whoever asked, and the line goes on', async () => {
  const { queue } = holdSaves()
  await expect(queue.alone('a.md', () => Promise.reject(new Error('a bug')))).rejects.toThrow('a bug')
  await expect(queue.alone('a.md', async () => 'next')).resolves.toBe('next')
})

test('is idle only when nothing runs or waits', async () => {
  const { queue, started } = holdSaves()
  await queue.whenIdle()
  void queue.save('a.md', 'first')
  void queue.save('b.md', 'second')
  let isIdle = false
  void queue.whenIdle().then(() => (isIdle = true))
  started[0]?.finish('1')
  await settle()
  expect(isIdle).toBe(false)
  started[1]?.finish('2')
  await settle()
  expect(isIdle).toBe(true)
})
