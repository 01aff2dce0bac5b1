import type { Splice } from '../contract/edits.ts'
import { addDays, dayCount, dayInWords, weekdayNumber } from '../entry/iso-day.ts'
import { plainText } from '../entry/plain-text.ts'
import type { IsoDay } from '../entry/summary.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import { escapeText } from '../resources/card-edit.ts'

/** What a review of one week begins with. */
export interface WeekToReview {
  readonly monday: IsoDay
  /** Links to the entries that were written, as Markdown. */
  readonly written: readonly string[]
  readonly done: readonly string[]
  /** Days that have passed without an outcome. */
  readonly asked: readonly string[]
  /** What comes in the week after, with its day. */
  readonly coming: readonly string[]
}

/** The Monday of the week that a day lies in. */
export function mondayOf(day: IsoDay): IsoDay {
  return addDays(day, -weekdayNumber(day)) ?? day
}

/** Number of the week, 1 to 53, as ISO 8601 counts: the week belongs to the year that its Thursday lies in. */
export function weekNumber(day: IsoDay): number {
  const thursday = addDays(mondayOf(day), 3) ?? day
  return Math.floor((dayCount(thursday) - dayCount(`${thursday.slice(0, 4)}-01-01`)) / 7) + 1
}

/** `Week 48, 23 to 29 November 2026`; a month or a year is named twice only where the week lies in two of them. */
export function weekInWords(monday: IsoDay): string {
  const last = dayInWords(addDays(monday, 6) ?? monday)
  const first = dayInWords(monday).split(' ')
  const [, month, year] = last.split(' ')
  const kept = first[2] === year ? (first[1] === month ? first.slice(0, 1) : first.slice(0, 2)) : first
  return `Week ${weekNumber(monday)}, ${kept.join(' ')} to ${last}`
}

/**
 * The edit that begins a review of the week at the end of an entry: plain Markdown to go on from, without boxes, so that
 * no step stands in the agenda twice.
 *
 * @returns the edit, and where the review stands then (UTF-16 code units); no splices when the entry has one already
 */
export function planWeeklyReview(
  text: string,
  week: WeekToReview,
): { readonly splices: readonly Splice[]; readonly at: number } {
  const heading = weekInWords(week.monday)
  const known = parseEntry(text).blocks.find(
    (block) => block.type === 'heading' && plainText(block.runs) === heading,
  )
  if (known?.span !== undefined) return { splices: [], at: known.span.from }
  const end = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const gap = text.trim() === '' ? '' : /(?:\r\n|\r|\n)$/.test(text) ? end : end + end
  const lines = [`## ${heading}`, '', ...writeSections(week), '### What I take from it', '', '']
  const inserted = gap + lines.join(end)
  return { splices: [{ from: text.length, to: text.length, text: inserted }], at: text.length + gap.length }
}

function writeSections({ written, done, asked, coming }: WeekToReview): readonly string[] {
  return [
    ...writeSection('Written', written),
    ...writeSection('Done', done.map(escapeText)),
    ...writeSection('What came of it?', asked.map(escapeText)),
    ...writeSection('Next week', coming.map(escapeText)),
  ]
}

function writeSection(heading: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [`### ${heading}`, '', ...items.map((item) => `- ${item}`), '']
}
