import type { ParsedComponents } from 'chrono-node'
import { casual } from 'chrono-node/en'
import { addDays, dayCount, isoDay, weekdayNumber } from '../entry/iso-day.ts'
import type { IsoDay } from '../entry/summary.ts'
import type { HeadingTense } from './action-heading.ts'
import type { ProseDate } from './prose-dates.ts'

/**
 * What makes it worth asking the language of dates, which costs some 0.1 ms a text. Everything it could find in other
 * words (`now`, `at 9`, a month alone, `10/12`) might be no date, or might be two, and is not guessed.
 */
const trigger =
  /\b(?:today|tonight|tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thu(?:rs?)?|fri|sat|sun|days?|weeks?|months?|years?|weekend|end of)\b/i

/** No step of a plan is longer; chrono's time grows with the text. UTF-16 code units. */
const longestText = 2000

/** Short names of days are words too (`sun`, `sat`, `wed`): they need one of these before them. */
const leadIn = /\b(?:by|on|next|this|last|past|until|till|before|due|from|coming)\s+$/i
const habit = /\b(?:every|each|all|most|per|a|one)\s+$/i

/**
 * Finds dates that count from the day of the entry: `by friday`, `next tuesday`, `in two weeks`, `tomorrow`,
 * `2 days ago`, `end of month`. A weekday without *next* or *last* is the nearest that makes sense: past under a
 * heading of what is done, else to come. `every friday` is no date.
 *
 * @param entryDay what the words count from.
 */
export function findRelativeDates(
  text: string,
  entryDay: IsoDay,
  tense: HeadingTense | null,
): readonly ProseDate[] {
  if (text.length > longestText || !trigger.test(text)) return []
  const found: ProseDate[] = []
  for (const result of casual.parse(text, noonOf(entryDay), { forwardDate: false })) {
    // Chrono counts an `on` before the day in, and other such words not.
    const lead = /^on\s+/i.exec(result.text)?.[0].length ?? 0
    const from = result.index + lead
    const to = result.index + result.text.length
    const day = dayOf(result.start, text.slice(from, to), text.slice(0, from), entryDay, tense)
    if (day !== null) found.push({ from, to, day })
  }
  return found
}

/** Local noon: chrono counts in the zone of the machine, and no change of clocks moves noon to another day. */
function noonOf(day: IsoDay): Date {
  return new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12)
}

function dayOf(
  start: ParsedComponents,
  words: string,
  before: string,
  entryDay: IsoDay,
  tense: HeadingTense | null,
): IsoDay | null {
  if (habit.test(before)) return null
  const isWholeDay = start.isCertain('day') && !start.isCertain('second') && !/\d[/.-]\d/.test(words)
  const named = isoDay(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0)
  if (/\b(?:next|this|last|past)\b/i.test(words) && named !== null) {
    return start.isCertain('weekday') || isWholeDay ? named : null
  }
  if (start.isCertain('weekday') && !start.isCertain('day')) {
    const isWhole = /day\b/i.test(words)
    if (!isWhole && !leadIn.test(before)) return null
    return weekdayAround(
      entryDay,
      start.get('weekday') ?? 0,
      /\b(?:by|until|till|before|due)\s+$/i.test(before) ? 'to-come' : tense,
    )
  }
  return isWholeDay && isCounted(words) ? named : null
}

/** `in two weeks`, `tomorrow`, `3 days ago`, `end of month`: words that count, without the name of a month. */
function isCounted(words: string): boolean {
  return /\b(?:today|tonight|tomorrow|yesterday|days?|weeks?|months?|years?|weekend|end of)\b/i.test(words)
}

/** @param weekday 0 for Sunday, as chrono has it. */
function weekdayAround(entryDay: IsoDay, weekday: number, tense: HeadingTense | null): IsoDay | null {
  const ahead = (((weekday + 6) % 7) - weekdayNumber(entryDay) + 7) % 7
  return addDays(entryDay, tense === 'done' && ahead > 0 ? ahead - 7 : ahead)
}

const weekPattern = /(?<![\p{L}\p{N}-])(\d{4})-W(\d{2})(?![\p{L}\p{N}]|-\d)/gu

/** Finds ISO weeks, `2026-W40`: what is due in a week is due on its Sunday. */
export function findWeeks(text: string): readonly ProseDate[] {
  const found: ProseDate[] = []
  for (const match of text.matchAll(weekPattern)) {
    const day = sundayOfWeek(Number(match[1]), Number(match[2]))
    if (day !== null) found.push({ from: match.index, to: match.index + match[0].length, day })
  }
  return found
}

/** ISO 8601: week 1 is the one with the year's first Thursday, so the one of 4 January. */
function sundayOfWeek(year: number, week: number): IsoDay | null {
  const fourth = isoDay(year, 1, 4)
  if (fourth === null || week < 1 || week > 53) return null
  const sunday = addDays(fourth, (week - 1) * 7 + 6 - weekdayNumber(fourth))
  if (sunday === null) return null
  const thursday = dayCount(sunday) - 3
  const lastDay = dayCount(`${year}-12-31`)
  return thursday <= lastDay ? sunday : null
}
