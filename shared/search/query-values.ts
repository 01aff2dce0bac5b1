import type { Lane } from '../contract/search.ts'
import { dayNumber } from './summary-parts.ts'
import { noDay } from './segment.ts'

/** Days since 1970, both ends included; null: open. */
export interface DayRange {
  readonly from: number | null
  readonly to: number | null
}

const lanesByKind: Readonly<Record<string, readonly Lane[]>> = {
  entry: ['entries'],
  daily: ['entries'],
  draft: ['drafts'],
  page: ['pages'],
  heading: ['headings'],
  resource: ['resources'],
  link: ['resources'],
  action: ['actions'],
}

/** Lanes of a `kind:` value in singular or plural; null when there is no such kind. */
export function kindLanes(value: string): readonly Lane[] | null {
  const kind = value.toLowerCase()
  const singular = kind.endsWith('ies') ? `${kind.slice(0, -3)}y` : kind.replace(/s$/, '')
  return lanesByKind[kind] ?? lanesByKind[singular] ?? null
}

/**
 * Days that `before:`, `after:` or `on:` leave, for a day, a month or a year (`2025-10-03`, `2025-10`, `2025`).
 *
 * @returns null when the value is no date.
 */
export function readDayRange(key: string, value: string): DayRange | null {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?-?$/.exec(value)
  if (match === null) return null
  const [, year = '', month, day] = match
  const first = dayNumber(`${year}-${month ?? '01'}-${day ?? '01'}`)
  if (first === noDay) return null
  const last = lastDay(Number(year), month, day, first)
  if (key === 'before') return { from: null, to: first - 1 }
  return key === 'after' ? { from: last + 1, to: null } : { from: first, to: last }
}

function lastDay(year: number, month: string | undefined, day: string | undefined, first: number): number {
  if (day !== undefined) return first
  const next = month === undefined || month === '12' ? [year + 1, 1] : [year, Number(month) + 1]
  return dayNumber(`${String(next[0]).padStart(4, '0')}-${String(next[1]).padStart(2, '0')}-01`) - 1
}
