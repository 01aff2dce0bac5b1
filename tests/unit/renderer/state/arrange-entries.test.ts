import { expect, test } from 'vitest'
import { arrangeEntries } from '../../../../renderer/state/arrange-entries.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import type { EntryCard } from '../../../../shared/entry/summary.ts'

const listing = (path: string) => ({ path: path as EntryPath, size: 1, modifiedMs: 0 })
function card(path: string, given: Partial<EntryCard>): [EntryPath, EntryCard] {
  return [
    path as EntryPath,
    { path: path as EntryPath, kind: 'page', title: path, date: null, tags: [], ...given },
  ]
}

test('puts dated entries by month, newest first', () => {
  const paths = ['2025-08-30.md', '2025-09-04.md', '2025-09-20.md', '2024-12-31.md']
  const { months } = arrangeEntries(paths.map(listing), new Map(), null)
  expect(months.map(({ month, entries }) => [month, entries.map(({ date }) => date)])).toEqual([
    ['2025-09', ['2025-09-20', '2025-09-04']],
    ['2025-08', ['2025-08-30']],
    ['2024-12', ['2024-12-31']],
  ])
})

test('an entry without a card stands where its name says, and moves when the card comes', () => {
  const before = arrangeEntries([listing('note.md')], new Map(), null)
  expect(before.pages.map(({ path }) => path)).toEqual(['note.md'])
  const cards = new Map([card('note.md', { kind: 'daily', date: '2025-09-20', title: 'a day' })])
  const after = arrangeEntries([listing('note.md')], cards, null)
  expect(after.pages).toEqual([])
  expect(after.months[0]?.entries[0]).toMatchObject({ title: 'a day' })
})

test('drafts stand apart, dated or not', () => {
  const cards = new Map([card('one.md', { kind: 'draft', date: '2025-09-20' })])
  const { drafts, months } = arrangeEntries([listing('one.md')], cards, null)
  expect(drafts).toHaveLength(1)
  expect(months).toHaveLength(0)
})

test('counts tags of the whole journal, and a chosen tag leaves only its entries', () => {
  const cards = new Map([card('a.md', { tags: ['x', 'y'] }), card('b.md', { tags: ['x'] }), card('c.md', {})])
  const all = ['a.md', 'b.md', 'c.md', 'unread.md'].map(listing)
  const { tags, pages, total } = arrangeEntries(all, cards, 'y')
  expect(tags).toEqual([
    { tag: 'x', count: 2 },
    { tag: 'y', count: 1 },
  ])
  expect(pages.map(({ path }) => path)).toEqual(['a.md'])
  expect(total).toBe(4)
})
