import { expect, test } from 'vitest'
import { createPreviewStore, type PreviewTarget } from '../../../../renderer/state/search-preview.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { createFakeJournal } from '../../../support/fake-journal-api.ts'

const nextTask = () => new Promise((resolve) => setTimeout(resolve, 0))
const text = 'a mentor, another mentor\n\nand a third mentor\n'

function setUp() {
  const fake = createFakeJournal({ files: { 'a.md': text, 'b.md': 'one mentor\n', 'c.md': 'mentor\n' } })
  const store = createPreviewStore(fake.api, () => true)
  const asked = (name: string) => fake.calls.filter((call) => call.name === name).length
  return { fake, store, asked }
}
const at = (path: string, from: number | null = null, query = 'mentor'): PreviewTarget => ({
  path: path as EntryPath,
  query,
  from,
})

test('shows the text of the chosen row with every hit, and stands on the row’s own', async () => {
  const { store } = setUp()
  store.show(at('a.md', text.indexOf('mentor', 10)))
  await nextTask()
  const { entry } = store.getState()
  expect(entry?.text).toBe(text)
  expect(entry?.ranges).toHaveLength(3)
  expect(entry?.at).toBe(1)
})

test('steps through the hits and round the ends', async () => {
  const { store } = setUp()
  store.show(at('a.md'))
  await nextTask()
  const places = [1, 1, 1, -1].map((by) => {
    store.step(by as 1 | -1)
    return store.getState().entry?.at
  })
  expect(places).toEqual([1, 2, 0, 2])
})

test('asks for nothing while the choice stays, and for nothing that is here when it moves in the same entry', async () => {
  const { store, asked } = setUp()
  store.show(at('a.md', 2))
  await nextTask()
  store.show(at('a.md', 2))
  store.show(at('a.md', 30))
  await nextTask()
  expect(store.getState().entry?.at).toBe(2)
  expect([asked('readEntry'), asked('markEntry')]).toEqual([1, 1])
})

test('with every key only the hits are asked for again, not the text', async () => {
  const { store, asked } = setUp()
  for (const query of ['me', 'men', 'ment']) {
    store.show(at('a.md', null, query))
    await nextTask()
  }
  expect([asked('readEntry'), asked('markEntry')]).toEqual([1, 3])
})

test('a held arrow key asks for what it stops on, and shows nothing that it passed', async () => {
  const { fake, store, asked } = setUp()
  const seen: (string | undefined)[] = []
  store.subscribe((state) => seen.push(state.entry?.path))
  const release = fake.holdReads()
  store.show(at('a.md'))
  store.show(at('b.md'))
  store.show(at('c.md'))
  release()
  await nextTask()
  await nextTask()
  expect(asked('readEntry')).toBe(2)
  expect(seen).toEqual(['c.md'])
})

test('a file that changed while the palette is open is read again, so that marks stand at its words', async () => {
  const { fake, store } = setUp()
  store.show(at('a.md'))
  await nextTask()
  fake.files.set('a.md', 'first a word, then mentor\n')
  store.show(at('a.md', null, 'mento'))
  await nextTask()
  const { entry } = store.getState()
  const [from, to] = entry?.ranges[0] ?? [0, 0]
  expect(entry?.text.slice(from, to)).toBe('mento')
})

test('an entry that is gone says so; an answer after closing shows nothing', async () => {
  const { fake, store } = setUp()
  store.show(at('gone.md'))
  await nextTask()
  expect(store.getState().error?.code).toBe('not-found')
  const release = fake.holdReads()
  store.show(at('b.md'))
  store.clear()
  release()
  await nextTask()
  expect(store.getState()).toEqual({ entry: null, error: null })
})
