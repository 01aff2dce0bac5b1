import { expect, test } from 'vitest'
import { createOpenEntryStore } from '../../../../renderer/state/open-entry.ts'
import { createRelatedStore } from '../../../../renderer/state/related.ts'
import { describeBond } from '../../../../renderer/sidebar/related-panel.tsx'
import type { RelatedItem } from '../../../../shared/contract/related.ts'
import { succeed } from '../../../../shared/contract/errors.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { createFakeJournal } from '../../../support/fake-journal-api.ts'

const at = (path: string) => path as EntryPath
const item: RelatedItem = {
  kind: 'entry',
  path: at('other.md'),
  title: 'Other',
  date: null,
  from: 0,
  links: 0,
  words: [],
  tags: [],
}

function setUp() {
  const journal = createFakeJournal({ files: { 'a.md': 'a', 'b.md': 'b' } })
  const questions: { path: string; answer: (title: string) => void }[] = []
  const api: typeof journal.api = {
    ...journal.api,
    findRelated: ({ path }) =>
      new Promise((resolve) => {
        questions.push({ path, answer: (title) => resolve(succeed([{ ...item, title }])) })
      }),
  }
  const openEntry = createOpenEntryStore(api)
  const related = createRelatedStore(api, openEntry)
  const titles = () => related.getState().items.map(({ title }) => title)
  return { journal, openEntry, questions, titles }
}
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('asks once for each entry that is opened, and drops the answer to one that is no longer shown', async () => {
  const { openEntry, questions, titles } = setUp()
  await openEntry.open(at('a.md'))
  await openEntry.open(at('b.md'))
  expect(questions.map(({ path }) => path)).toEqual(['a.md', 'b.md'])
  questions[1]?.answer('like b')
  await settle()
  questions[0]?.answer('like a')
  await settle()
  expect(titles()).toEqual(['like b'])
})

test('shows nothing of the entry before, and asks again when the index is complete', async () => {
  const { journal, openEntry, questions, titles } = setUp()
  await openEntry.open(at('a.md'))
  questions[0]?.answer('like a')
  await settle()
  await openEntry.open(at('b.md'))
  expect(titles()).toEqual([])
  journal.emit('indexProgressed', { indexed: 1, total: 2, isDone: false })
  journal.emit('indexProgressed', { indexed: 2, total: 2, isDone: true })
  expect(questions.map(({ path }) => path)).toEqual(['a.md', 'b.md', 'b.md'])
})

test.each<readonly [Partial<RelatedItem>, string]>([
  [{ links: 2, words: ['kernel'] }, '2 links in common, kernel'],
  [{ links: 1 }, '1 link in common'],
  [{ words: ['a', 'b', 'c', 'd'], tags: ['mats'] }, 'a, b, c, #mats'],
  [{ kind: 'resource', words: ['kernel', 'eigenvalue'] }, 'a resource: kernel, eigenvalue'],
])('says what is in common: %j', (bond, expected) => {
  expect(describeBond({ ...item, ...bond })).toBe(expected)
})
