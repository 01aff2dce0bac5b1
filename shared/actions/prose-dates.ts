import { dayCount, isoDay, monthNumber } from '../entry/iso-day.ts'
import type { IsoDay } from '../entry/summary.ts'
import type { HeadingTense } from './action-heading.ts'
import { findRelativeDates, findWeeks } from './relative-dates.ts'

/** A date written in prose, `text.slice(from, to)`, and the day it means. */
export interface ProseDate {
  readonly from: number
  readonly to: number
  readonly day: IsoDay
}

const month =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const dayOfMonth = '(?:\\d{1,2})(?:st|nd|rd|th)?'
const year = '(?:,?[ \\u00A0]+(\\d{4})(?![\\p{L}\\p{N}]))?'
const space = '[ \\u00A0]+'

/** Three forms: ISO; month first (`aug 25`, `Sep. 23rd, 2025`); day first (`25 Sep`, `25th of September 2025`). */
const pattern = new RegExp(
  `(?<![\\p{L}\\p{N}/_-])(?:(\\d{4})-(\\d{2})-(\\d{2})(?!\\p{N}|-[\\p{L}\\p{N}]|[\\p{L}_](?<!T))` +
    `|(${month})\\.?${space}(${dayOfMonth})(?![\\p{L}\\p{N}:/]|[.,]\\d)${year}` +
    `|(${dayOfMonth})(?:${space}of)?${space}(${month})(?![\\p{L}\\p{N}])\\.?${year})`,
  'giu',
)

/**
 * `23.9.` and `23.9.2026`, as they are written in much of Europe. Without a year it looks like the number of a section,
 * so it counts only in brackets, at the end, or after a word that leads to a date.
 */
const dotted =
  /(?<![\p{L}\p{N}.])(?:(?<lead>\b(?:by|on|until|till|before|after|from|since|due|am|bis|ab|vor|seit)\s+|\()?)(?<date>(\d{1,2})\.\s?(\d{1,2})\.(\d{4})?)(?![\p{N}])(?=(?<end>\s*[).,;]?\s*$|\s*\))?)/giu

/**
 * Finds dates in prose, in order: ISO dates and weeks, `(aug 25)`, `sep 23rd`, `Sep 4, 2025`, `25 Sep`, `on 23.9.`, and
 * what counts from the day of the entry: `by friday`, `in two weeks`. A month without a day is no date, and neither is
 * a lower-case `may` or `march` that a sentence goes on after (`i may 3 times`, `step 3 may fail`).
 *
 * @param entryDay of the entry: a date without a year takes the nearest one; without it such dates are left out.
 * @param tense of the heading above: `done` prefers the past and `to-come` the future where the nearest year would be
 *   more than a month on the other side.
 */
export function findProseDates(
  text: string,
  entryDay: IsoDay | null,
  tense: HeadingTense | null = null,
): readonly ProseDate[] {
  const calendar = /\d/.test(text)
    ? [
        ...findCalendarDates(text, entryDay, tense),
        ...findDottedDates(text, entryDay, tense),
        ...findWeeks(text),
      ]
    : []
  const relative = entryDay === null ? [] : findRelativeDates(text, entryDay, tense)
  // `friday, sep 26` is one date, and the calendar's part of it is the surer one.
  const others = relative.filter(({ from, to }) => !calendar.some((date) => date.from < to && from < date.to))
  return [...calendar, ...others].sort((one, other) => one.from - other.from)
}

function findCalendarDates(
  text: string,
  entryDay: IsoDay | null,
  tense: HeadingTense | null,
): readonly ProseDate[] {
  const dates: ProseDate[] = []
  for (const match of text.matchAll(pattern)) {
    const to = match.index + match[0].length
    if (isDoubtful(match[4] ?? match[8], text.slice(to, to + 3))) continue
    const day = dayOfMatch(match, entryDay, tense)
    if (day !== null) dates.push({ from: match.index, to, day })
  }
  return dates
}

function findDottedDates(
  text: string,
  entryDay: IsoDay | null,
  tense: HeadingTense | null,
): readonly ProseDate[] {
  const dates: ProseDate[] = []
  for (const match of text.matchAll(dotted)) {
    const { lead = '', date = '', end } = match.groups ?? {}
    const [, , , day, month, written] = match
    if (written === undefined && lead === '' && end === undefined) continue
    const found =
      written !== undefined
        ? isoDay(Number(written), Number(month), Number(day))
        : entryDay === null
          ? null
          : nearestDay(Number(month), Number(day), entryDay, tense)
    const from = match.index + lead.length
    if (found !== null) dates.push({ from, to: from + date.length, day: found })
  }
  return dates
}

function dayOfMatch(
  match: RegExpMatchArray,
  entryDay: IsoDay | null,
  tense: HeadingTense | null,
): IsoDay | null {
  const [, isoYear, isoMonth, isoDate, name, dayAfter, yearAfter, dayBefore, nameAfter, yearLast] = match
  if (isoYear !== undefined) return isoDay(Number(isoYear), Number(isoMonth), Number(isoDate))
  const monthOfName = monthNumber(name ?? nameAfter ?? '')
  if (monthOfName === null) return null
  const day = Number.parseInt(dayAfter ?? dayBefore ?? '', 10)
  const written = yearAfter ?? yearLast
  if (written !== undefined) return isoDay(Number(written), monthOfName, day)
  return entryDay === null ? null : nearestDay(monthOfName, day, entryDay, tense)
}

/** `may` and `march` in lower case are verbs too: a date only where the sentence does not run on. */
function isDoubtful(name: string | undefined, after: string): boolean {
  return (name === 'may' || name === 'march') && /^\s+[\p{L}\p{N}]/u.test(after)
}

const daysOfGrace = 31

function nearestDay(month: number, day: number, entryDay: IsoDay, tense: HeadingTense | null): IsoDay | null {
  const at = dayCount(entryDay)
  const entryYear = Number(entryDay.slice(0, 4))
  const around = [entryYear - 1, entryYear, entryYear + 1]
  const days = around.map((each) => isoDay(each, month, day)).filter((each): each is IsoDay => each !== null)
  const fitting = days.filter((each) => fits(dayCount(each) - at, tense))
  return (fitting.length > 0 ? fitting : days).reduce<IsoDay | null>(
    (best, each) => (best === null || distance(each, at) < distance(best, at) ? each : best),
    null,
  )
}

function fits(daysAhead: number, tense: HeadingTense | null): boolean {
  if (tense === 'done') return daysAhead <= daysOfGrace
  return tense === null || daysAhead >= -daysOfGrace
}

function distance(day: IsoDay, at: number): number {
  return Math.abs(dayCount(day) - at)
}
