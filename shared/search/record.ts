import type { Action, ResourceUse } from '../entry/summary.ts'
import type { EntryKind, IsoDay } from '../entry/summary.ts'
import { pageAddress } from '../resources/canonical-url.ts'
import { recordAt, recordLineAt } from './record-table.ts'
import { Group, groupOf, type Segment } from './segment.ts'

/** What an item shows, as one string: lines, and tabs between the parts of a list. */
export interface EntryRecord {
  readonly path: string
  readonly title: string
  readonly date: IsoDay | null
  readonly tags: readonly string[]
}
export interface ResourceRecord {
  readonly title: string
  readonly month: string | null
  readonly authors: readonly string[]
  readonly notes: readonly string[]
  /** Where the key is that of another address (a short link, a forum that shares its posts): the one written, tidied. */
  readonly address: string | null
}
export interface ActionRecord {
  readonly text: string
  readonly box: string | null
  readonly heading: string
}

/** Control characters separate the parts, so they cannot stand in one. */
function clean(text: string): string {
  return /[\t\r\n]/.test(text) ? text.replace(/[\t\r\n]+/g, ' ') : text
}

function cleanList(texts: readonly string[]): string {
  return texts.map(clean).join('\t')
}

function splitList(line: string | undefined): string[] {
  return line === undefined || line === '' ? [] : line.split('\t')
}

export function writeEntryRecord(entry: EntryRecord): string {
  return `${clean(entry.title)}\n${entry.path}\n${entry.date ?? ''}\n${cleanList(entry.tags)}`
}

export function writeResourceRecord(use: ResourceUse): string {
  const address = pageAddress(use.url)
  const own = address === use.key ? '' : clean(address)
  return `${clean(use.title)}\n${use.month ?? ''}\n${cleanList(use.authors)}\n${cleanList(use.notes)}\n${own}`
}

export function writeActionRecord(action: Action): string {
  return `${clean(action.text)}\n${action.box ?? ''}\n${clean(action.heading)}`
}

export function writeHeadingRecord(text: string, level: number): string {
  return `${clean(text)}\n${level}`
}

/** Level of a heading, 1 to 6. */
export function readHeadingLevel(segment: Segment, item: number): number {
  return Number(linesOf(segment, item)[1] ?? 1)
}

function linesOf(segment: Segment, item: number): string[] {
  return recordAt(segment.records, item).split('\n')
}

/** What an item is called: an entry's title, a link's text, a heading, an action. */
export function readOwnText(segment: Segment, item: number): string {
  return recordLineAt(segment.records, item, 0)
}

/** Path of an entry. */
export function readEntryPath(segment: Segment, entry: number): string {
  return recordLineAt(segment.records, entry, 1)
}

export function readEntryRecord(segment: Segment, item: number): EntryRecord {
  const [title = '', path = '', date = '', tags] = linesOf(segment, item)
  return { title, path, date: date === '' ? null : date, tags: splitList(tags) }
}

export function readResourceRecord(segment: Segment, item: number): ResourceRecord {
  const [title = '', month = '', authors, notes, address = ''] = linesOf(segment, item)
  return {
    title,
    month: month === '' ? null : month,
    authors: splitList(authors),
    notes: splitList(notes),
    address: address === '' ? null : address,
  }
}

export function readActionRecord(segment: Segment, item: number): ActionRecord {
  const [text = '', box = '', heading = ''] = linesOf(segment, item)
  return { text, box: box === '' ? null : box, heading }
}

/** What is said of a quote, a person or a program, and the word for why it is found. */
export function readFactRecord(
  segment: Segment,
  item: number,
): { readonly about: string; readonly role: string } {
  const [, about = '', role = ''] = linesOf(segment, item)
  return { about, role }
}

/** Every text that an item shows: of a link also its authors and notes. */
export function shownTexts(segment: Segment, item: number): readonly string[] {
  const group = groupOf(segment, item)
  if (group > Group.action || group === Group.person) return linesOf(segment, item).slice(0, 2)
  if (group !== Group.resource) return [readOwnText(segment, item)]
  const { title, authors, notes } = readResourceRecord(segment, item)
  return [title, ...authors, ...notes]
}

/** Kind of an entry as its flags say it. */
export function kindOfFlags(flags: number): EntryKind {
  if ((flags & 1) !== 0) return 'draft'
  return (flags & 2) !== 0 ? 'page' : 'daily'
}
