import { expect, test } from 'vitest'
import { createOpenEntryStore } from '../../../../renderer/state/open-entry.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { createFakeJournal } from '../../../support/fake-journal-api.ts'

const one = 'one.md' as EntryPath
const two = 'two.md' as EntryPath
const three = 'three.md' as EntryPath

function setUp() {
  const fake = createFakeJournal({ files: { [one]: 'first', [two]: 'second', [three]: 'third' } })
  const store = createOpenEntryStore(fake.api)
  const shown = () => store.getState().panes.map(({ copy }) => copy?.getState().path ?? null)
  /** The editor of the active pane holds `text` now, with an edit behind it. */
  const type = (text: string) => {
    const { copy } = store.getState()
    if (!copy) throw new Error('no entry is open')
    copy.attach({
      readText: () => ({ text, refused: [] }),
      readTextAside: async () => ({ text, refused: [] }),
      replaceText: () => undefined,
      readTextToCarry: () => text,
    })
    copy.edited()
  }
  return { fake, store, shown, type }
}

test('puts a second entry at the right of the first, and makes it the one that commands speak of', async () => {
  const { store, shown } = setUp()
  await store.open(one)
  await store.openBeside(two)
  expect(shown()).toEqual([one, two])
  expect(store.getState().copy?.getState().path).toBe(two)
  await store.open(three)
  expect(shown()).toEqual([one, three])
  await store.openBeside(two)
  expect(shown()).toEqual([two, three])
})

test('with nothing open yet, beside is here', async () => {
  const { store, shown } = setUp()
  await store.openBeside(one)
  expect(shown()).toEqual([one])
})

test('an entry that stands in one pane is never opened in the other as well', async () => {
  const { store, shown } = setUp()
  await store.open(one)
  await store.openBeside(two)
  await store.open(one)
  expect(shown()).toEqual([one, two])
  expect(store.getState().copy?.getState().path).toBe(one)
  await store.openBeside(one)
  expect(shown()).toEqual([one, two])
})

test('closing a side writes what was typed there, and the other side is the active one', async () => {
  const { fake, store, shown, type } = setUp()
  await store.open(one)
  await store.openBeside(two)
  type('second, changed')
  store.closePane(store.getState().activePane)
  expect(shown()).toEqual([one])
  expect(store.getState().copy?.getState().path).toBe(one)
  await store.flushAll()
  expect(fake.files.get(two)).toBe('second, changed')
  store.closePane(store.getState().activePane)
  expect(shown()).toEqual([one])
})

test('both sides are written before the window closes, and the one that cannot be is named', async () => {
  const { fake, store, type } = setUp()
  await store.open(one)
  type('first, changed')
  await store.openBeside(two)
  type('second, changed')
  expect(await store.flushAll()).toBeNull()
  expect(fake.files.get(one)).toBe('first, changed')
  expect(fake.files.get(two)).toBe('second, changed')
  type('second, changed again')
  fake.failNextSave({ code: 'disk-full', message: 'The disk is full.' })
  expect(await store.flushAll()).toEqual({ path: two, reason: 'The disk is full.' })
})

test('an entry moved to the trash leaves its side, and the other stays', async () => {
  const { store, shown } = setUp()
  await store.open(one)
  await store.openBeside(two)
  store.discard(one)
  expect(shown()).toEqual([two])
  expect(store.getState().copy?.getState().path).toBe(two)
  store.discard(two)
  expect(shown()).toEqual([null])
  expect(store.getState().copy).toBeNull()
})
