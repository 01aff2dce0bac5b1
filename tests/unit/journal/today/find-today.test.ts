import { expect, test } from 'vitest'
import type { DailyNoteSettings } from '../../../../journal/today/daily-note-settings.ts'
import { chooseDailyPath, findEntryOfDay, type DaySearch } from '../../../../journal/today/find-today.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import type { EntryCard, EntryKind } from '../../../../shared/entry/summary.ts'

const day = '2026-11-24'

function search(paths: readonly string[], more: Partial<DaySearch> = {}): DaySearch {
  return { day, paths: paths as readonly EntryPath[], cards: [], obsidian: null, ...more }
}

function card(path: string, kind: EntryKind, date: string | null): EntryCard {
  return { path: path as EntryPath, kind, title: '', date, tags: [] }
}

const obsidian = (folder: string, format: string): DailyNoteSettings => ({ folder, format, template: '' })

test.each([
  '2026-11-24.md',
  'journal/2026-11-24.md',
  '2026-11-24-first-call.md',
  '2026-11-24 First call.md',
  '2026/11/24.md',
  'log/2026/11/24.md',
  '2026/2026-11-24.md',
  '2026_11_24.md',
  '20261124.md',
])('finds %s', (path) => {
  expect(findEntryOfDay(search(['2026-11-23.md', 'other.md', path]))).toBe(path)
})

test.each(['2026-11-25.md', 'notes on 2026-11-24.md', '2026/11/25.md', '24.md', '2026-11-241.md'])(
  'does not take %s for the day',
  (path) => {
    expect(findEntryOfDay(search([path]))).toBeNull()
  },
)

test('finds an entry by the date in its front matter, whatever its name', () => {
  const cards = [card('morning.md', 'page', day), card('other.md', 'page', '2026-11-23')]
  expect(findEntryOfDay(search(['morning.md', 'other.md'], { cards }))).toBe('morning.md')
})

test('a draft that carries the date, or an entry named by another day, is not the day’s entry', () => {
  const cards = [
    card('drafts/2026-11-24-essay.md', 'draft', day),
    card('essay.md', 'draft', day),
    card('2026-11-20.md', 'daily', day),
  ]
  expect(
    findEntryOfDay(
      search(
        cards.map(({ path }) => path),
        { cards },
      ),
    ),
  ).toBeNull()
})

test('a name that is just the date comes before one with a title, and the top before a folder', () => {
  const paths = ['2026-11-24 call.md', 'sub/2026-11-24.md', 'a/b/2026-11-24.md']
  expect(findEntryOfDay(search(paths))).toBe('sub/2026-11-24.md')
})

test('a copy that “keep both” made is not the day’s entry', () => {
  expect(findEntryOfDay(search(['2026-11-24 (mine 2026-11-24 10.47).md']))).toBeNull()
})

test('where Obsidian would keep it comes first, whatever the case', () => {
  const paths = ['2026-11-24.md', 'daily/tue 24th.md']
  expect(findEntryOfDay(search(paths, { obsidian: obsidian('Daily', 'ddd Do') }))).toBe('daily/tue 24th.md')
})

test('a new day is made at the top when the journal has no dailies', () => {
  expect(chooseDailyPath(search(['page.md']))).toBe('2026-11-24.md')
})

test('a new day is made where and how Obsidian would', () => {
  const settings = obsidian('Log/Days', 'YYYY/MM-MMMM/YYYY-MM-DD dddd')
  expect(chooseDailyPath(search(['2026-11-23.md'], { obsidian: settings }))).toBe(
    'Log/Days/2026/11-November/2026-11-24 Tuesday.md',
  )
})

test('settings that make no path of an entry give the plain form', () => {
  expect(chooseDailyPath(search([], { obsidian: obsidian('../out', 'YYYY') }))).toBe('2026-11-24.md')
})

test.each([
  [['journal/2026-11-22.md', 'journal/2026-11-23.md', '2020-01-01.md'], 'journal/2026-11-24.md'],
  [['2026/10/31.md', '2026/11/22.md'], '2026/11/24.md'],
  [['Days of [old]/2025/2025-12-31.md'], 'Days of [old]/2026/2026-11-24.md'],
  [['2026-11/2026-11-20.md'], '2026-11/2026-11-24.md'],
  [['2026_11_20.md'], '2026_11_24.md'],
  [['log/2026-11-20 Friday.md', 'log/2026-11-23 Monday.md'], 'log/2026-11-24 Tuesday.md'],
  [['posts/2026-11-20-title.md', 'posts/2026-11-21-another.md'], 'posts/2026-11-24.md'],
])('after %j a new day is %s', (paths, made) => {
  expect(chooseDailyPath(search(paths))).toBe(made)
})

test('only the newest dailies say where they are kept now', () => {
  const old = Array.from(
    { length: 40 },
    (_, index) => `old/2020-01-${String((index % 28) + 1).padStart(2, '0')}.md`,
  )
  const recent = Array.from(
    { length: 20 },
    (_, index) => `new/2026-10-${String(index + 1).padStart(2, '0')}.md`,
  )
  expect(chooseDailyPath(search([...old, ...recent]))).toBe('new/2026-11-24.md')
})

test('drafts with a date do not say where dailies are kept', () => {
  const paths = ['posts/2026-11-20-a.md', 'posts/2026-11-21-b.md', '2026-11-01.md']
  const cards = paths.slice(0, 2).map((path) => card(path, 'draft', null))
  expect(chooseDailyPath(search(paths, { cards }))).toBe('2026-11-24.md')
})
