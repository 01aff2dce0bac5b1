import { expect, test } from 'vitest'
import { buildRailRows, foldsAround, monthLabel, type RailRow } from '../../../../renderer/rail/rail-rows.ts'
import { arrangeEntries } from '../../../../renderer/state/arrange-entries.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import type { EntryCard } from '../../../../shared/entry/summary.ts'

function arrange(paths: readonly string[], drafts: readonly string[] = []) {
  const cards = new Map<EntryPath, EntryCard>()
  for (const path of drafts as EntryPath[])
    cards.set(path, { path, kind: 'draft', title: path, date: null, tags: [] })
  const listings = [...paths, ...drafts].map((path) => ({ path: path as EntryPath, size: 1, modifiedMs: 0 }))
  return arrangeEntries(listings, cards, null)
}
const sections = ['entries', 'drafts', 'pages'] as const
const write = (rows: readonly RailRow[]) =>
  rows.map((row) => {
    if (row.kind === 'entry') return `${'  '.repeat(row.level - 1)}${row.path}`
    const name = row.kind === 'section' ? row.section : row.label
    return `${'  '.repeat(row.level - 1)}${row.isOpen ? 'v' : '>'} ${name} ${row.count}`
  })

test('the newest month is open, older ones are folded', () => {
  const rows = buildRailRows(
    arrange(['2025-09-20.md', '2025-09-04.md', '2025-08-01.md'], ['d.md']),
    new Map(),
    sections,
  )
  expect(write(rows)).toEqual([
    'v entries 3',
    '  v September 2025 2',
    '    2025-09-20.md',
    '    2025-09-04.md',
    '  > August 2025 1',
    'v drafts 1',
    '  d.md',
  ])
})

test('with many months the older ones are gathered by year', () => {
  const months = ['2025-09', '2025-08', '2025-07', '2025-06', '2025-01', '2024-12', '2023-05']
  const folds = new Map([['year 2024', true]])
  const rows = buildRailRows(arrange(months.map((month) => `${month}-01.md`)), folds, ['entries'])
  expect(write(rows)).toEqual([
    'v entries 7',
    '  v September 2025 1',
    '    2025-09-01.md',
    '  > August 2025 1',
    '  > July 2025 1',
    '  > Earlier in 2025 2',
    '  v 2024 1',
    '    > December 2024 1',
    '  > 2023 1',
  ])
})

test('a long folder of pages begins folded, and a folder without pages has no section', () => {
  const many = Array.from({ length: 100 }, (_, at) => `page ${at}.md`)
  expect(write(buildRailRows(arrange(many), new Map(), ['pages']))).toEqual(['> pages 100'])
  expect(buildRailRows(arrange([]), new Map(), ['pages'])).toEqual([])
})

test('ten thousand entries make no more rows than are unfolded', () => {
  const paths = Array.from({ length: 10_000 }, (_, at) => {
    const day = new Date(Date.UTC(2025, 0, 1) - at * 86_400_000).toISOString().slice(0, 10)
    return `${day}.md`
  })
  expect(buildRailRows(arrange(paths), new Map(), sections).length).toBeLessThan(80)
})

test('knows what to unfold so that an entry is seen', () => {
  const arranged = arrange(['2025-08-01.md'], ['d.md'])
  expect(foldsAround(arranged, '2025-08-01.md' as EntryPath)).toEqual(['entries', 'month 2025-08'])
  const months = ['2025-09', '2025-08', '2025-07', '2025-06', '2025-01', '2024-12', '2023-05']
  const many = arrange(months.map((month) => `${month}-01.md`))
  expect(foldsAround(many, '2024-12-01.md' as EntryPath)).toEqual(['entries', 'year 2024', 'month 2024-12'])
  expect(foldsAround(many, '2025-08-01.md' as EntryPath)).toEqual(['entries', 'month 2025-08'])
  expect(foldsAround(arranged, 'd.md' as EntryPath)).toEqual(['drafts'])
  expect(foldsAround(arranged, 'none.md' as EntryPath)).toEqual([])
})

test('a month that is none is shown as it is written', () => {
  expect(monthLabel('2025-13')).toBe('2025-13')
})

test('an entry that has only its day for a title shows the weekday beside it', () => {
  const path = '2025-09-20.md' as EntryPath
  const cards = new Map<EntryPath, EntryCard>([
    [path, { path, kind: 'daily', title: '20 September 2025', date: '2025-09-20', tags: [] }],
  ])
  const rows = buildRailRows(arrangeEntries([{ path, size: 1, modifiedMs: 0 }], cards, null), new Map(), [
    'entries',
  ])
  expect(rows.at(-1)).toMatchObject({ shownTitle: 'Saturday', title: '20 September 2025' })
})
