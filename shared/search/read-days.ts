import * as chrono from 'chrono-node/en'
import { dayInWords, isoDay, monthNames, monthNumber } from '../entry/iso-day.ts'
import type { IsoDay } from '../entry/summary.ts'

/** Calendar days, both ends included; null: open. */
export interface DayRange {
  readonly from: IsoDay | null
  readonly to: IsoDay | null
}

/** The days that a date names: one day, a week, a month, a year. */
interface Days {
  readonly first: IsoDay
  readonly last: IsoDay
}

const dayMs = 86_400_000

/**
 * Days that `before:`, `after:` or `on:` leave: for `2025-10-03`, `2025-10`, `2025`, and for words such as
 * `yesterday`, `last march`, `3 weeks ago`. `last-march` is as good as `"last march"`. A month or weekday without more
 * is the latest one, since a journal is about what was.
 *
 * @param today the day that the words are meant from.
 * @returns null when the value is no date.
 */
export function readDayRange(key: string, value: string, today: IsoDay): DayRange | null {
  const words = value
    .trim()
    .toLowerCase()
    .replaceAll(/[-_\s]+/g, ' ')
  const days = readNumbers(value) ?? readMonth(words, today) ?? readWords(words, today)
  if (days === null) return null
  if (key === 'before') return { from: null, to: addDays(days.first, -1) }
  return key === 'after' ? { from: addDays(days.last, 1), to: null } : { from: days.first, to: days.last }
}

/** A range in words: `before 1 October 2025`, `in September 2025`. */
export function sayDayRange({ from, to }: DayRange): string {
  if (from === null && to === null) return 'on any day'
  if (from === null) return `before ${dayInWords(addDays(to ?? '', 1))}`
  if (to === null) return `after ${dayInWords(addDays(from, -1))}`
  if (from === to) return `on ${dayInWords(from)}`
  const month = monthOf(from)
  if (from === month.first && to === month.last)
    return `in ${monthNames[Number(from.slice(5, 7)) - 1]} ${from.slice(0, 4)}`
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return `in ${from.slice(0, 4)}`
  return `from ${dayInWords(from)} to ${dayInWords(to)}`
}

/** `2025-10-03`, `2025-10`, `2025`; a hyphen at the end is one still being typed on. */
function readNumbers(value: string): Days | null {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?-?$/.exec(value.trim())
  if (match === null) return null
  const [, year = '', month, day] = match
  const first = isoDay(Number(year), Number(month ?? 1), Number(day ?? 1))
  if (first === null) return null
  if (day !== undefined) return { first, last: first }
  return month === undefined ? { first, last: `${year}-12-31` } : monthOf(first)
}

/** `march` and `last march` are the latest one. */
function readMonth(words: string, today: IsoDay): Days | null {
  const month = monthNumber(/^(?:last )?([a-z]+)$/.exec(words)?.[1] ?? '')
  const day = month === null ? null : isoDay(Number(today.slice(0, 4)), month, 1)
  return day === null ? null : monthOf(latest(day, today))
}

function readWords(words: string, today: IsoDay): Days | null {
  const noon = new Date(`${today}T12:00:00`)
  const found = chrono.casual.parse(words, noon)[0]
  // Words that chrono does not know (`before:soon`, `on:march madness`) must not be half understood.
  if (found === undefined || found.text.length !== words.length) return null
  const { start } = found
  const day = isoDay(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0)
  if (day === null) return null
  if (words === 'this week') return weekOf(today)
  if (/\bweeks?\b/.test(words)) return weekOf(day)
  const isSingle = start.isCertain('day') || start.isCertain('weekday')
  if (isSingle) return single(start.isCertain('year') ? day : latestDay(day, words, today))
  if (start.isCertain('month') || /\bmonths?\b/.test(words)) return monthOf(day)
  return { first: `${day.slice(0, 4)}-01-01`, last: `${day.slice(0, 4)}-12-31` }
}

function single(day: IsoDay): Days {
  return { first: day, last: day }
}

/** A day without a year is the latest such day; one of a weekday the latest such weekday. */
function latestDay(day: IsoDay, words: string, today: IsoDay): IsoDay {
  if (/\bnext\b/.test(words) || day <= today) return day
  return /\d/.test(words) ? latest(day, today) : addDays(day, -7)
}

function latest(day: IsoDay, today: IsoDay): IsoDay {
  if (day <= today) return day
  return isoDay(Number(day.slice(0, 4)) - 1, Number(day.slice(5, 7)), Number(day.slice(8, 10))) ?? day
}

function weekOf(day: IsoDay): Days {
  const first = addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7))
  return { first, last: addDays(first, 6) }
}

function monthOf(day: IsoDay): Days {
  const next = new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 1))
  return { first: `${day.slice(0, 7)}-01`, last: addDays(next.toISOString().slice(0, 10), -1) }
}

function addDays(day: IsoDay, count: number): IsoDay {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * dayMs).toISOString().slice(0, 10)
}
