import { monthNames } from '../../shared/entry/iso-day.ts'
import { dayInWords } from '../../shared/entry/iso-day.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { weekday } from '../state/days.ts'
import type { ArrangedEntries, ArrangedEntry, ArrangedMonth } from '../state/arrange-entries.ts'

/** One line of the rail's list. `id` is stable while lists change around it. */
export type RailRow =
  | {
      readonly kind: 'section'
      readonly id: string
      readonly section: RailSection
      readonly count: number
      readonly level: 1
      readonly isOpen: boolean
    }
  | {
      readonly kind: 'year'
      readonly id: string
      readonly label: string
      readonly count: number
      readonly level: 2
      readonly isOpen: boolean
    }
  | {
      readonly kind: 'month'
      readonly id: string
      readonly label: string
      readonly count: number
      readonly level: 2 | 3
      readonly isOpen: boolean
    }
  | {
      readonly kind: 'entry'
      readonly id: string
      readonly path: EntryPath
      readonly title: string
      /** Beside the day of the month: an entry that has only its day for a title shows the weekday. */
      readonly shownTitle: string
      readonly date: string | null
      readonly section: RailSection
      readonly level: 2 | 3 | 4
    }

export type RailSection = 'entries' | 'drafts' | 'pages'

/** With more months than this, the older ones are gathered by year. */
const monthsWithoutYears = 6
/** Months at the top that stand on their own all the same. */
const monthsOnTheirOwn = 3
/** A folder of pages longer than this begins folded: the tags and drafts around it would be far away. */
const longSection = 60

/**
 * The rail's list as rows, folded parts left out.
 *
 * @param folds what the user folded or unfolded, by row id; everything else is as it begins: the newest month open,
 * older months and years folded.
 */
export function buildRailRows(
  arranged: ArrangedEntries,
  folds: ReadonlyMap<string, boolean>,
  sections: readonly RailSection[],
): RailRow[] {
  const rows: RailRow[] = []
  for (const section of sections) {
    if (section === 'entries') addEntries(rows, arranged, folds)
    else addFlatSection(rows, section, arranged[section], folds)
  }
  return rows
}

function addEntries(rows: RailRow[], arranged: ArrangedEntries, folds: ReadonlyMap<string, boolean>): void {
  const count = arranged.months.reduce((sum, { entries }) => sum + entries.length, 0)
  const isOpen = folds.get('entries') ?? true
  rows.push({ kind: 'section', id: 'entries', section: 'entries', count, level: 1, isOpen })
  if (!isOpen) return
  const { months } = arranged
  const alone = monthsAlone(months)
  alone.forEach((month, at) => addMonth(rows, month, 2, folds, at === 0))
  for (const [year, older] of groupByYear(months.slice(alone.length))) {
    const id = `year ${year}`
    const isYearOpen = folds.get(id) ?? false
    const label = alone.some(({ month }) => month.startsWith(year)) ? `Earlier in ${year}` : year
    const sum = older.reduce((all, { entries }) => all + entries.length, 0)
    rows.push({ kind: 'year', id, label, count: sum, level: 2, isOpen: isYearOpen })
    if (isYearOpen) for (const month of older) addMonth(rows, month, 3, folds, false)
  }
}

/** The newest months stand on their own; with many, the others are gathered by year. */
function monthsAlone(months: readonly ArrangedMonth[]): readonly ArrangedMonth[] {
  return months.length > monthsWithoutYears ? months.slice(0, monthsOnTheirOwn) : months
}

function groupByYear(months: readonly ArrangedMonth[]): Map<string, ArrangedMonth[]> {
  const years = new Map<string, ArrangedMonth[]>()
  for (const month of months) {
    const year = month.month.slice(0, 4)
    years.set(year, [...(years.get(year) ?? []), month])
  }
  return years
}

function addMonth(
  rows: RailRow[],
  month: ArrangedMonth,
  level: 2 | 3,
  folds: ReadonlyMap<string, boolean>,
  beginsOpen: boolean,
): void {
  const id = `month ${month.month}`
  const isOpen = folds.get(id) ?? beginsOpen
  rows.push({ kind: 'month', id, label: monthLabel(month.month), count: month.entries.length, level, isOpen })
  if (isOpen) for (const entry of month.entries) rows.push(entryRow(entry, 'entries', level === 2 ? 3 : 4))
}

function addFlatSection(
  rows: RailRow[],
  section: 'drafts' | 'pages',
  entries: readonly ArrangedEntry[],
  folds: ReadonlyMap<string, boolean>,
): void {
  if (entries.length === 0 && section === 'pages') return
  const isOpen = folds.get(section) ?? entries.length <= longSection
  rows.push({ kind: 'section', id: section, section, count: entries.length, level: 1, isOpen })
  if (isOpen) for (const entry of entries) rows.push(entryRow(entry, section, 2))
}

function entryRow(entry: ArrangedEntry, section: RailSection, level: 2 | 3 | 4): RailRow {
  const { path, title, date } = entry
  const isOnlyDay = section === 'entries' && date !== null && title === dayInWords(date)
  return {
    kind: 'entry',
    id: path,
    path,
    title,
    shownTitle: isOnlyDay ? weekday(date) : title,
    date,
    section,
    level,
  }
}

/** `2025-09` as `September 2025`. */
export function monthLabel(month: string): string {
  const name = monthNames[Number(month.slice(5, 7)) - 1]
  return name === undefined ? month : `${name} ${month.slice(0, 4)}`
}

/** The rows that must be unfolded for the entry to be seen; none when it is not in the list. */
export function foldsAround(arranged: ArrangedEntries, path: EntryPath): string[] {
  for (const section of ['drafts', 'pages'] as const) {
    if (arranged[section].some((entry) => entry.path === path)) return [section]
  }
  const month = arranged.months.find(({ entries }) => entries.some((entry) => entry.path === path))
  if (!month) return []
  const years = monthsAlone(arranged.months).includes(month) ? [] : [`year ${month.month.slice(0, 4)}`]
  return ['entries', ...years, `month ${month.month}`]
}
