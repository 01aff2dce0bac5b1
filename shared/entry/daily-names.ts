import { entryFolder, entryName, type EntryPath } from './entry-path.ts'
import { isoDay } from './iso-day.ts'
import type { IsoDay } from './summary.ts'

/** What a path says about the day of its entry. */
export interface DatedName {
  readonly day: IsoDay
  /** What follows the date in the file name, readable: `2026-11-24-first-call.md` gives `first call`; '' when nothing. */
  readonly title: string
}

/**
 * Reads the date that names an entry: in the file name (`2026-11-24.md`, `2026-11-24-title.md`, `2026_11_24`,
 * `2026.11.24`, `20261124`), or in folders and file name together (`2026/11/24.md`, `2026/11/24-title.md`,
 * `2026-11/24.md`, `2026/11-November/24-Tuesday.md`).
 *
 * @returns null when there is none, or when the calendar has no such day.
 */
export function datedName(path: EntryPath): DatedName | null {
  const name = entryName(path)
  return dateInName(name) ?? dateInFolders(entryFolder(path), name)
}

/** The day that a path names, or null. Folders count only where they hold year and month, as in `2026/11/24.md`. */
export function dayOfPath(path: EntryPath): IsoDay | null {
  return datedName(path)?.day ?? null
}

/**
 * A file name or a part of it as a title: dashes and underscores become spaces where the name has none of its own
 * (`how-to-start` but not `AI - an overview`).
 */
export function readableName(name: string): string {
  const trimmed = name.trim()
  if (/\s/.test(trimmed)) return trimmed
  const words = trimmed.replace(/[-_]+/g, ' ').trim()
  return words === '' ? trimmed : words
}

function dateInName(name: string): DatedName | null {
  const found = /^(\d{4})([-_.])(\d{1,2})\2(\d{1,2})(?!\d)|^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(name)
  if (found === null) return null
  const [whole, year, , month, day, compactYear, compactMonth, compactDay] = found
  const iso = isoDay(Number(year ?? compactYear), Number(month ?? compactMonth), Number(day ?? compactDay))
  return iso === null ? null : { day: iso, title: restOfName(name.slice(whole.length)) }
}

function dateInFolders(folder: string, name: string): DatedName | null {
  const day = /^(\d{1,2})(?!\d)/.exec(name)
  if (day === null) return null
  const month = /(?:^|\/)(\d{4})[-/](\d{1,2})(?:[- _.][^/]*)?$/.exec(folder)
  if (month === null) return null
  const iso = isoDay(Number(month[1]), Number(month[2]), Number(day[1]))
  return iso === null ? null : { day: iso, title: restOfName(name.slice(day[0].length)) }
}

const weekdays = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?$/i

/** A weekday after the date repeats it and is no title. A date in front of a time or number is kept as it is. */
function restOfName(rest: string): string {
  const title = readableName(rest.replace(/^[-_.,\s]+/, ''))
  return weekdays.test(title) ? '' : title
}
