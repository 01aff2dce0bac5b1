import { datedName } from '../../shared/entry/daily-names.ts'
import { entryFolder, entryName, type EntryPath } from '../../shared/entry/entry-path.ts'
import type { IsoDay } from '../../shared/entry/summary.ts'
import { formatMoment } from './moment-format.ts'

/** What the path of an entry says about its day. */
export interface DatedPath {
  readonly day: IsoDay
  /** False when the name goes on after the date: `2026-11-24-first-call.md`. */
  readonly isPlain: boolean
  /** How the next day's path is made, as a moment.js format without title and ending: `[journal]/YYYY/MM/DD`. */
  readonly pattern: string
}

/** Copies that Cairn makes for “keep both” begin with the day too, and are no daily entry of their own. */
const keptCopy = / \(mine \d{4}-\d{2}-\d{2} [^)]*\)$/

const nameFormats: readonly string[] = [
  'YYYY-MM-DD dddd',
  'YYYY-MM-DD-dddd',
  'YYYY-MM-DD ddd',
  'YYYY-MM-DD',
  'YYYY_MM_DD',
  'YYYY.MM.DD',
  'YYYYMMDD',
  'DD-dddd',
  'DD dddd',
  'DD',
]
const folderFormats: readonly string[] = ['YYYY', 'YYYY-MM', 'YYYY-MM MMMM', 'MM-MMMM', 'MM MMMM', 'MM']

/** Reads the day from a path in one of the forms of `datedName`. Null for any other path, and for kept copies. */
export function readDatedPath(path: EntryPath): DatedPath | null {
  const name = entryName(path)
  const dated = keptCopy.test(name) ? null : datedName(path)
  if (dated === null) return null
  const isPlain = dated.title === ''
  return { day: dated.day, isPlain, pattern: describePath(path, dated.day) }
}

function describePath(path: EntryPath, day: IsoDay): string {
  const name = entryName(path)
  const namePattern = nameFormats.find((format) => name.startsWith(formatDay(day, format))) ?? 'YYYY-MM-DD'
  const folder = entryFolder(path)
  if (folder === '') return namePattern
  const above = folder.split('/').map((segment) => describeFolder(segment, day))
  return [...above, namePattern].join('/')
}

/** A folder named after the year or month of that day will be another one next month; any other keeps its name. */
function describeFolder(segment: string, day: IsoDay): string {
  return folderFormats.find((format) => formatDay(day, format) === segment) ?? escapeLetters(segment)
}

/** Brackets keep letters from being read as a format; a bracket itself stands outside of them. */
function escapeLetters(segment: string): string {
  return segment.replace(/[^[\]]+/g, (letters) => `[${letters}]`)
}

function formatDay(day: IsoDay, format: string): string {
  return formatMoment({ day, hour: 0, minute: 0, second: 0 }, format)
}
