import { expect, test } from 'vitest'
import { writeEntry } from '../../../../renderer/state/write-entry.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { createFakeJournal } from '../../../support/fake-journal-api.ts'
import { errorOf, valueOf } from '../../../support/outcomes.ts'

const path = 'long.md' as EntryPath
const long = 'a line of a long entry\n'.repeat(5000)
const edited = `${long.slice(0, 60_000)}typed${long.slice(60_000)}`

function open(text = long) {
  const fake = createFakeJournal({ files: { [path]: text } })
  const names = () => fake.calls.map(({ name }) => name)
  return { fake, names, baseRevision: fake.revisionOf(path) }
}

test('hands over of a long text what changed', async () => {
  const { fake, baseRevision } = open()
  const written = valueOf(await writeEntry(fake.api, { path, text: edited, baseText: long, baseRevision }))
  expect(fake.files.get(path)).toBe(edited)
  expect(written.revision).toBe(fake.revisionOf(path))
  expect(fake.calls).toEqual([
    {
      name: 'saveSplice',
      input: {
        path,
        baseRevision,
        splice: { from: 60_000, to: 60_000, text: 'typed' },
        length: edited.length,
      },
    },
  ])
})

test('hands over a short text whole, and a long one of which nothing is known', async () => {
  const short = open('one')
  await writeEntry(short.fake.api, { path, text: 'two', baseText: 'one', baseRevision: short.baseRevision })
  expect(short.names()).toEqual(['saveEntry'])
  const unknown = open()
  await writeEntry(unknown.fake.api, {
    path,
    text: edited,
    baseText: null,
    baseRevision: unknown.baseRevision,
  })
  expect(unknown.names()).toEqual(['saveEntry'])
  expect(unknown.fake.files.get(path)).toBe(edited)
})

test('hands over the whole text when the part did not fit', async () => {
  const { fake, names, baseRevision } = open()
  const baseText = `${long.slice(0, 60_000)}what nobody wrote${long.slice(60_000)}`
  const request = { path, text: edited, baseText, baseRevision }
  valueOf(await writeEntry(fake.api, request))
  expect(names()).toEqual(['saveSplice', 'saveEntry'])
  expect(fake.files.get(path)).toBe(edited)
})

test('tells of a conflict as it is told of the whole text', async () => {
  const { fake, names, baseRevision } = open()
  fake.files.set(path, 'theirs')
  const error = errorOf(await writeEntry(fake.api, { path, text: edited, baseText: long, baseRevision }))
  expect(error).toMatchObject({ code: 'conflict', theirs: { text: 'theirs' } })
  expect(names()).toEqual(['saveSplice'])
})

test('takes the change that is known, and only when it is one of what the file holds', async () => {
  const splice = { from: 60_000, to: 60_000, text: 'typed' }
  for (const before of [long, `${long}\n`]) {
    const { fake, names, baseRevision } = open()
    const request = { path, text: edited, change: { before, splice }, baseText: long, baseRevision }
    valueOf(await writeEntry(fake.api, request))
    expect(names()).toEqual(['saveSplice'])
    expect(fake.files.get(path)).toBe(edited)
  }
})
