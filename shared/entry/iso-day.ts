import type { IsoDay } from './summary.ts'

/** Names of the months, January first. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** The day as `2026-11-24`, or null when the calendar has no such day (31 April, 29 February 2025). */
export function isoDay(year: number, month: number, day: number): IsoDay | null {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1) return null
  if (day > daysInMonth(year, month)) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The calendar day it is here and now. */
export function localDay(now: Date = new Date()): IsoDay {
  return isoDay(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? '1970-01-01'
}

/** The day as the user counts it: until `startHour` in the night it is still the day before. */
export function currentDay(startHour: number, now: Date = new Date()): IsoDay {
  const day = localDay(now)
  // By the clock on the wall, so that a night in which clocks change is like every other.
  return now.getHours() < startHour ? (addDays(day, -1) ?? day) : day
}

/**
 * When it is `minute` minutes after midnight of a day by the clock on the wall here, ms since 1970. A time that is left
 * out when clocks go forward is the one right after the gap; of one that comes twice the first is meant.
 */
export function localMoment(day: IsoDay, minute: number): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(year, month - 1, date, 0, minute).getTime()
}

/** Days since 1 January 1970, for differences between calendar days; free of time zones. */
export function dayCount(day: IsoDay): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / 86_400_000
}

/** The calendar day `days` after `day`, or before it when negative; null outside of the years 1000 to 9999. */
export function addDays(day: IsoDay, days: number): IsoDay | null {
  const date = new Date((dayCount(day) + days) * 86_400_000)
  return isoDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

/** Day of the week, 0 for Monday to 6 for Sunday. */
export function weekdayNumber(day: IsoDay): number {
  return (((dayCount(day) + 3) % 7) + 7) % 7
}

/** `2026-11-24` as `24 November 2026`. */
export function dayInWords(day: IsoDay): string {
  return `${Number(day.slice(8, 10))} ${monthNames[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`
}

/**
 * Number of the month, 1 to 12, for an English name: whole, or cut to three letters or more (`sep`, `sept`), with or
 * without a full stop, in any case. Null for anything else.
 */
export function monthNumber(word: string): number | null {
  const lower = word.toLowerCase().replace(/\.$/, '')
  if (lower.length < 3) return null
  const found = monthNames.findIndex((name) => name.toLowerCase().startsWith(lower))
  return found < 0 ? null : found + 1
}

/** The calendar day that a text begins with, as front matter has it: `2025-09-20T10:00:00Z`, `2025-9-3`, `2025/09/20`. */
export function leadingIsoDay(text: string): IsoDay | null {
  const found = /^\s*(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/.exec(text)
  return found === null ? null : isoDay(Number(found[1]), Number(found[3]), Number(found[4]))
}
