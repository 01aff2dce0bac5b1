import type { Splice } from '../contract/edits.ts'
import { leadingIsoDay, monthNames } from '../entry/iso-day.ts'
import type { IsoDay } from '../entry/summary.ts'
import { findActionLine, type ActionLine, type ItemLocator } from './action-line.ts'
import type { HeadingTense } from './action-heading.ts'
import { findProseDates } from './prose-dates.ts'
import { readTaskFields } from './task-fields.ts'

/** How a date is written behind an action. */
export type DateStyle = 'sign' | 'field' | 'iso' | 'brackets'

export interface DateToSet {
  /** Null takes the date away. */
  readonly day: IsoDay | null
  readonly entryDay: IsoDay | null
  readonly tense: HeadingTense | null
}

/**
 * The edit that sets, moves or removes the day of an action. A date that stands in the line is changed where it stands,
 * in the words it is written in (`sep 23rd` becomes `oct 5th`); a new one is written as the lines around write theirs,
 * the nearest first, else as `📅 2026-12-01`.
 *
 * @returns null when the entry has no such action any more
 */
export function planDate(text: string, locator: ItemLocator, date: DateToSet): readonly Splice[] | null {
  const line = findActionLine(text, locator)
  if (line === null) return null
  const written = findWritten(line, date)
  if (written !== null) {
    const splice =
      date.day === null
        ? removal(line.source, written)
        : { ...written, text: rewriteDate(line.source, written, date.day, date) }
    return [{ ...splice, from: line.from + splice.from, to: line.from + splice.to }]
  }
  if (date.day === null) return []
  const style = styleAround(text, line, date)
  const end = /(?:\s+\^[\w-]+)?\s*$/.exec(line.source)?.index ?? line.source.length
  return [{ from: line.from + end, to: line.from + end, text: ` ${writeDate(style, date.day)}` }]
}

interface Range {
  readonly from: number
  readonly to: number
}

/** Where the line says when, in the order of `readOwnDate`. */
function findWritten(line: ActionLine, { entryDay, tense }: DateToSet): Range | null {
  const fields = readTaskFields(line.source)
  const field = (['due', 'scheduled', 'start'] as const)
    .map((kind) => fields.find((each) => each.kind === kind && each.day !== null))
    .find((each) => each !== undefined)
  if (field !== undefined) return { from: field.from, to: field.to }
  const start = line.itemFrom - line.from
  const dates = findProseDates(line.source, entryDay, tense).filter(
    ({ from, to }) => from >= start && !fields.some((each) => each.from <= from && to <= each.to),
  )
  return dates.at(-1) ?? null
}

/** The date goes with its brackets and one space before it; the words that led to it (`by`, `on`) stay the author's. */
function removal(source: string, { from, to }: Range): Splice {
  const isBracketed = source[from - 1] === '(' && source[to] === ')'
  const start = isBracketed ? from - 1 : from
  const spaced = source[start - 1] === ' ' ? start - 1 : start
  return { from: spaced, to: isBracketed ? to + 1 : to, text: '' }
}

/** The new words for the date: in the form of the old ones if they then mean the day, else with the year, else in figures. */
function rewriteDate(source: string, { from, to }: Range, day: IsoDay, date: DateToSet): string {
  const words = source.slice(from, to)
  const iso = /\d{4}-\d{2}-\d{2}/.exec(words)
  if (iso !== null) return words.replace(iso[0], day)
  const alike = writeAlike(words, day)
  if (alike === null) return day
  const withYear = alike.endsWith('.') ? `${alike}${day.slice(0, 4)}` : `${alike} ${day.slice(0, 4)}`
  // Without a year the words mean the nearest such day, which may be another than the one that was chosen.
  const isMeant = (written: string): boolean =>
    findProseDates(source.slice(0, from) + written + source.slice(to), date.entryDay, date.tense).some(
      (found) => found.from === from && found.to === from + written.length && found.day === day,
    )
  return [alike, withYear].find(isMeant) ?? day
}

const monthFirst = /^(\p{L}+)(\.?\s+)(\d{1,2})(st|nd|rd|th)?(,?\s+\d{4})?$/u
const dayFirst = /^(\d{1,2})(st|nd|rd|th)?((?:\s+of)?\s+)(\p{L}+)(\.?)(,?\s+\d{4})?$/u
const dotted = /^\d{1,2}\.(\s?)\d{1,2}\.(\d{4})?$/

/** The day in the form of the words: `Sep. 23rd` for 5 October is `Oct. 5th`. Null for words that count (`by friday`). */
function writeAlike(words: string, day: IsoDay): string | null {
  const [year = '', month = '', date = ''] = day.split('-').map((part) => part.replace(/^0/, ''))
  const first = monthFirst.exec(words)
  if (first !== null) {
    const ending = first[4] === undefined ? '' : ordinal(Number(date))
    return `${nameLike(first[1] ?? '', Number(month))}${first[2]}${date}${ending}${yearLike(first[5], year)}`
  }
  const second = dayFirst.exec(words)
  if (second !== null) {
    const ending = second[2] === undefined ? '' : ordinal(Number(date))
    return `${date}${ending}${second[3]}${nameLike(second[4] ?? '', Number(month))}${second[5]}${yearLike(second[6], year)}`
  }
  const numbers = dotted.exec(words)
  return numbers === null ? null : `${date}.${numbers[1]}${month}.${numbers[2] === undefined ? '' : year}`
}

function yearLike(written: string | undefined, year: string): string {
  return written === undefined ? '' : written.replace(/\d{4}/, year)
}

/** `sep` for `October` is `oct`, `September` is `October`, `SEP` is `OCT`. */
function nameLike(word: string, month: number): string {
  const whole = monthNames[month - 1] ?? ''
  const isWhole = monthNames.some((name) => name.length > 3 && name.toLowerCase() === word.toLowerCase())
  const name = isWhole ? whole : whole.slice(0, 3)
  if (word === word.toLowerCase()) return name.toLowerCase()
  return word.length > 1 && word === word.toUpperCase() ? name.toUpperCase() : name
}

function ordinal(date: number): string {
  if (date >= 11 && date <= 13) return 'th'
  return ['th', 'st', 'nd', 'rd'][date % 10] ?? 'th'
}

function writeDate(style: DateStyle, day: IsoDay): string {
  switch (style) {
    case 'field':
      return `[due:: ${day}]`
    case 'iso':
      return day
    case 'brackets':
      return `(${day})`
    case 'sign':
      return `📅 ${day}`
  }
}

/** Lines looked at on each side. */
const reach = 40

/** The style of the nearest list item that has a date, above or below. */
function styleAround(text: string, line: ActionLine, date: DateToSet): DateStyle {
  const above = text
    .slice(0, line.from)
    .split(/\r\n|\r|\n/)
    .slice(-reach - 1, -1)
    .reverse()
  const below = text
    .slice(line.to)
    .split(/\r\n|\r|\n/)
    .slice(1, reach + 1)
  for (let index = 0; index < reach; index += 1) {
    for (const other of [above[index], below[index]]) {
      const style = other === undefined ? null : styleOf(other, date)
      if (style !== null) return style
    }
  }
  return 'sign'
}

function styleOf(source: string, { entryDay, tense }: DateToSet): DateStyle | null {
  if (!/^[\s>]*(?:[-*+]|\d{1,9}[.)])\s/.test(source)) return null
  const field = readTaskFields(source).find(({ day }) => day !== null)
  if (field !== undefined) return field.style
  const last = findProseDates(source, entryDay, tense).at(-1)
  if (last === undefined) return null
  if (source[last.from - 1] === '(' && source[last.to] === ')') return 'brackets'
  return leadingIsoDay(source.slice(last.from, last.to)) === null ? null : 'iso'
}
