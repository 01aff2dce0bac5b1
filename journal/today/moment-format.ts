import { monthNames } from '../../shared/entry/iso-day.ts'
import type { IsoDay } from '../../shared/entry/summary.ts'

const dayNames = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** A moment to format: a calendar day, and a time of day for templates. */
export interface Moment {
  readonly day: IsoDay
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/** The tokens of moment.js that Obsidian's formats are made of, longest first; `[…]` is text as it stands. */
const token =
  /\[[^\]]*\]|YYYY|YY|MMMM|MMM|MM|Mo|M|DDDD|DDDo|DDD|DD|Do|D|dddd|ddd|dd|do|d|GGGG|GG|gggg|gg|WW|W|ww|w|E|e|Qo|Q|HH|H|hh|h|mm|m|ss|s|A|a/g

/**
 * Formats a moment as moment.js would in English, which is how Obsidian names daily notes: `YYYY/MM/YYYY-MM-DD dddd`.
 *
 * Letters that are no token stay.
 */
export function formatMoment(moment: Moment, format: string): string {
  const parts = readParts(moment)
  return format.replace(token, (found) =>
    found.startsWith('[') ? found.slice(1, -1) : (parts[found] ?? found),
  )
}

function readParts(moment: Moment): Readonly<Record<string, string>> {
  const [year = 0, month = 1, dayOfMonth = 1] = moment.day.split('-').map(Number)
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth))
  return {
    ...readDateParts(year, month, dayOfMonth, date),
    ...readWeekParts(date),
    ...readTimeParts(moment),
  }
}

function readDateParts(year: number, month: number, dayOfMonth: number, date: Date): Record<string, string> {
  const monthName = monthNames[month - 1] ?? ''
  const dayName = dayNames[date.getUTCDay()] ?? ''
  const dayOfYear = daysBetween(Date.UTC(year, 0, 1), date.getTime()) + 1
  return {
    YYYY: padded(year, 4),
    YY: padded(year % 100, 2),
    MMMM: monthName,
    MMM: monthName.slice(0, 3),
    MM: padded(month, 2),
    Mo: ordinal(month),
    M: String(month),
    DDDD: padded(dayOfYear, 3),
    DDDo: ordinal(dayOfYear),
    DDD: String(dayOfYear),
    DD: padded(dayOfMonth, 2),
    Do: ordinal(dayOfMonth),
    D: String(dayOfMonth),
    dddd: dayName,
    ddd: dayName.slice(0, 3),
    dd: dayName.slice(0, 2),
    do: ordinal(date.getUTCDay()),
    d: String(date.getUTCDay()),
    e: String(date.getUTCDay()),
    E: String(date.getUTCDay() || 7),
    Qo: ordinal(Math.ceil(month / 3)),
    Q: String(Math.ceil(month / 3)),
  }
}

function readWeekParts(date: Date): Record<string, string> {
  const iso = weekOf(date, { firstDay: 1, januaryDay: 4 })
  const local = weekOf(date, { firstDay: 0, januaryDay: 1 })
  return {
    GGGG: padded(iso.year, 4),
    GG: padded(iso.year % 100, 2),
    WW: padded(iso.week, 2),
    W: String(iso.week),
    gggg: padded(local.year, 4),
    gg: padded(local.year % 100, 2),
    ww: padded(local.week, 2),
    w: String(local.week),
  }
}

function readTimeParts({ hour, minute, second }: Moment): Record<string, string> {
  const half = hour % 12 === 0 ? 12 : hour % 12
  return {
    HH: padded(hour, 2),
    H: String(hour),
    hh: padded(half, 2),
    h: String(half),
    mm: padded(minute, 2),
    m: String(minute),
    ss: padded(second, 2),
    s: String(second),
    A: hour < 12 ? 'AM' : 'PM',
    a: hour < 12 ? 'am' : 'pm',
  }
}

/** Week 1 is the one that holds `januaryDay`; weeks begin on `firstDay` (0 is Sunday). */
function weekOf(date: Date, rule: { firstDay: number; januaryDay: number }): { year: number; week: number } {
  const startOfWeek = date.getTime() - ((date.getUTCDay() - rule.firstDay + 7) % 7) * dayMs
  for (const year of [date.getUTCFullYear() + 1, date.getUTCFullYear(), date.getUTCFullYear() - 1]) {
    const anchor = new Date(Date.UTC(year, 0, rule.januaryDay))
    const firstWeek = anchor.getTime() - ((anchor.getUTCDay() - rule.firstDay + 7) % 7) * dayMs
    if (startOfWeek >= firstWeek) return { year, week: daysBetween(firstWeek, startOfWeek) / 7 + 1 }
  }
  throw new Error('a day lies in a week of its own year or of a neighbour')
}

const dayMs = 86_400_000

function daysBetween(fromMs: number, toMs: number): number {
  return Math.round((toMs - fromMs) / dayMs)
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0')
}

function ordinal(value: number): string {
  const tens = value % 100
  if (tens >= 11 && tens <= 13) return `${value}th`
  return `${value}${['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'}`
}
