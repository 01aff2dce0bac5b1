import { expect, test } from 'vitest'
import { createOpenEntryStore } from '../../../../renderer/state/open-entry.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { createFakeJournal } from '../../../support/fake-journal-api.ts'

const one = 'one.md' as EntryPath
const two = 'two.md' as EntryPath

function setUp() {
  const fake = createFakeJournal({ files: { [one]: 'first', [two]: 'second' } })
  const store = createOpenEntryStore(fake.api)
  const copyOf = () => {
    const { copy } = store.getState()
    if (!copy) throw new Error('no entry is open')
    return copy
  }
  /** An editor that holds `text` now, with an edit behind it. */
  const type = (text: string) => {
    copyOf().attach({
      readText: () => ({ text, refused: [] }),
      readTextAside: async () => ({ text, refused: [] }),
      replaceText: () => undefined,
      readTextToCarry: () => text,
    })
    copyOf().edited()
  }
  return { fake, store, copyOf, type }
}

test('writes the entry left behind, and shows the next without waiting for it', async () => {
  const { fake, store, copyOf, type } = setUp()
  await store.open(one)
  const letSavesGo = fake.holdSaves()
  type('first, changed')
  await store.open(two)
  expect(copyOf().getState().path).toBe(two)
  expect(fake.files.get(one)).toBe('first')
  letSavesGo()
  await store.flushAll()
  expect(fake.files.get(one)).toBe('first, changed')
  expect(store.getState().unsavedElsewhere).toEqual([])
})

test('keeps the words of an entry that could not be written, and shows them again', async () => {
  const { fake, store, copyOf, type } = setUp()
  await store.open(one)
  fake.failNextSave({ code: 'disk-full', message: 'The disk is full.' })
  type('first, changed')
  await store.open(two)
  expect(await store.flushAll()).toEqual({ path: one, reason: 'The disk is full.' })
  expect(store.getState().unsavedElsewhere).toEqual([one])
  await store.open(one)
  expect(copyOf().getState()).toMatchObject({ loadedText: 'first, changed', save: { kind: 'failed' } })
  expect(store.getState().unsavedElsewhere).toEqual([])
})

test('shows the entry asked for last, whichever is read first', async () => {
  const { store, copyOf } = setUp()
  const slow = store.open(one)
  const fast = store.open(two)
  expect(await slow).toBe(false)
  expect(await fast).toBe(true)
  expect(copyOf().getState().path).toBe(two)
})

test('says why an entry could not be opened, and leaves the one before on the screen', async () => {
  const { store, copyOf } = setUp()
  await store.open(one)
  expect(await store.open('none.md' as EntryPath)).toBe(false)
  expect(store.getState().failure).toMatchObject({ path: 'none.md', error: { code: 'not-found' } })
  expect(copyOf().getState().path).toBe(one)
})

test('an entry on the screen follows what another program writes', async () => {
  const { fake, store, copyOf } = setUp()
  await store.open(one)
  let shown = ''
  copyOf().attach({
    readText: () => ({ text: 'first', refused: [] }),
    readTextAside: async () => ({ text: 'first', refused: [] }),
    replaceText: (text) => void (shown = text),
    readTextToCarry: () => 'first',
  })
  fake.writeOutside(one, 'theirs')
  await expect.poll(() => shown).toBe('theirs')
})

test('lets go of a copy and of what is unsaved in it', async () => {
  const { store, type } = setUp()
  await store.open(one)
  type('given up')
  store.discard(one)
  expect(store.getState().copy).toBeNull()
  expect(await store.flushAll()).toBeNull()
})

test('keeps the mode that was chosen for the entries that follow', async () => {
  const { store, copyOf } = setUp()
  await store.open(one)
  store.setMode('markdown')
  await store.open(two)
  expect(copyOf().getState().mode).toBe('markdown')
})
