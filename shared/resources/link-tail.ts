import { readableSlice, type LeafLine } from '../entry/leaf-lines.ts'
import { readLowercaseNames, readNames, type Field, type NameList } from './author-names.ts'
import type { LineLink } from './line-links.ts'
import { isLocalDocument } from './resource-address.ts'
import { leadingStar, withoutStars } from './stars.ts'
import { readWrittenMonth } from './written-month.ts'

/** What follows one link on its line. */
export interface LinkTail {
  authors: readonly Field[]
  month: Field | null
  notes: Field[]
  /** Local copies in brackets, `([pdf](attachments/one.pdf))`: the links in them. */
  copies: LineLink[]
  /** The link is itself a local copy of the one before. */
  isCopy: boolean
  /** Nothing but a connector (`&`, `and`, `,`) stands between this link and the next. */
  isJoined: boolean
  /** The link is itself the author of the one before: `[title](…) by [name](…)`. */
  isAuthor: boolean
}

interface Reading {
  readonly line: LeafLine
  readonly links: readonly LineLink[]
  readonly isCard: boolean
  readonly linkAt: (at: number) => LineLink | undefined
  readonly tailAt: (at: number) => LinkTail | undefined
  readonly tail: LinkTail
  /** Place in the line's text up to which it is read. */
  at: number
}

/** Reads what follows each link of the line, left to right. `isCard`: the line begins with its link. */
export function readLinkTails(
  line: LeafLine,
  links: readonly LineLink[],
  isCard: boolean,
): readonly LinkTail[] {
  const tails: readonly LinkTail[] = links.map(() => ({
    authors: [],
    month: null,
    notes: [],
    copies: [],
    isCopy: false,
    isJoined: false,
    isAuthor: false,
  }))
  const places = new Map(links.map((link, index) => [link.at, index]))
  const linkAt = (at: number): LineLink | undefined => links[places.get(at) ?? -1]
  const tailAt = (at: number): LinkTail | undefined => tails[places.get(at) ?? -1]
  tails.forEach((tail, index) => {
    if (!tail.isAuthor && !tail.isCopy)
      readTail({ line, links, isCard, linkAt, tailAt, tail, at: links[index]!.end }, index)
  })
  return tails
}

/** Parts are optional and come in any order; eight are more than any line has. */
function readTail(reading: Reading, index: number): void {
  for (let parts = 0; parts < 8; parts++) {
    skipSpaceAndStars(reading)
    const hasRead =
      readBracket(reading) || readBy(reading) || readAfterComma(reading) || readAfterDash(reading)
    if (!hasRead) break
  }
  const next = reading.links[index + 1]
  if (next === undefined) return
  const between = reading.line.text.slice(reading.links[index]!.end, next.at)
  reading.tail.isJoined = /^\s*(?:&|and|,|\/|\+|,\s*and)\s*$/i.test(between)
}

function skipSpaceAndStars(reading: Reading): void {
  for (;;) {
    const rest = reading.line.text.slice(reading.at)
    const length = leadingStar(rest)
    reading.at += length === 0 ? leadingSpace(rest) : length
    if (length === 0) return
  }
}

/** `(Sep 2025)`, `(author, 2024)`, or, on a card, a note. */
function readBracket(reading: Reading): boolean {
  const found = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)/.exec(reading.line.text.slice(reading.at))
  if (found === null) return false
  const from = reading.at + 1
  const end = reading.at + found[0].length - 1
  if (!readCopy(reading, from, end) && !readBracketedDate(reading, from, end)) {
    if (!reading.isCard) return false
    addNote(reading, from, end)
  }
  reading.at = end + 1
  return true
}

/** `([pdf](attachments/one.pdf))`: all of the bracket is a link to a document of the journal. */
function readCopy(reading: Reading, from: number, end: number): boolean {
  const link = reading.linkAt(from)
  const tail = reading.tailAt(from)
  if (link === undefined || tail === undefined || link.end !== end || !isLocalDocument(link.url)) return false
  tail.isCopy = true
  reading.tail.copies.push(link)
  return true
}

function readBracketedDate(reading: Reading, from: number, end: number): boolean {
  const text = reading.line.text
  const start = from + leadingSpace(text.slice(from, end))
  const month = readWrittenMonth(text.slice(start, end))
  if (month !== null && text.slice(start + month.length, end).trim() === '') {
    reading.tail.month ??= { value: month.month, at: start, end: start + month.length }
    return true
  }
  const names = readNames(text.slice(0, end), start, reading.linkAt)
  if (names === null) return false
  const gap = /^,?\s+/.exec(text.slice(names.end, end))?.[0].length ?? 0
  const after = gap === 0 ? null : readWrittenMonth(text.slice(names.end + gap, end))
  if (after === null || names.end + gap + after.length !== end) return false
  takeNames(reading, names)
  reading.tail.month ??= { value: after.month, at: end - after.length, end }
  return true
}

/** `by A and B`. Names without a capital are taken only where the line's own structure ends them. */
function readBy(reading: Reading): boolean {
  if (reading.tail.authors.length > 0) return false
  const text = reading.line.text
  const by = /^by:?\s+/i.exec(text.slice(reading.at))
  if (by === null) return false
  const at = reading.at + by[0].length
  const names = readNames(text, at, reading.linkAt)
  const taken = names ?? (reading.isCard ? readLowercaseNames(text, at) : null)
  if (taken === null || (names === null && !endsHere(text, taken.end))) return false
  takeNames(reading, taken)
  reading.at = taken.end
  return true
}

/** `, Sep 2025` and `, by A`. */
function readAfterComma(reading: Reading): boolean {
  const text = reading.line.text
  const comma = /^,\s+/.exec(text.slice(reading.at))
  if (comma === null) return false
  const at = reading.at + comma[0].length
  const month = readWrittenMonth(text.slice(at))
  // `, 2024 was a good year`: in a sentence a year alone is not the link's.
  if (month !== null && (reading.isCard || month.month.length > 4) && endsHere(text, at + month.length)) {
    reading.tail.month ??= { value: month.month, at, end: at + month.length }
    reading.at = at + month.length
    return true
  }
  const before = reading.at
  reading.at = at
  if (readBy(reading)) return true
  reading.at = before
  return false
}

/** `- author` when all of it is names, else, on a card, a note up to the end of the line or its next link. */
function readAfterDash(reading: Reading): boolean {
  const text = reading.line.text
  const dash = /^(?:[-–—·|]+\s+|:\s+)/.exec(text.slice(reading.at))
  if (dash === null) return false
  const at = reading.at + dash[0].length
  const names = dash[0].startsWith(':') ? null : readNames(text, at, reading.linkAt)
  if (names !== null && reading.tail.authors.length === 0 && endsHere(text, names.end)) {
    takeNames(reading, names)
    reading.at = names.end
    return true
  }
  if (!reading.isCard) return false
  // A second link after the dash (`[A](…) - [B](…)`) is no note, and neither is half a sentence before one.
  if (reading.links.at(-1)!.at >= at) return false
  addNote(reading, at, text.length)
  reading.at = text.length
  return true
}

function takeNames(reading: Reading, names: NameList): void {
  if (reading.tail.authors.length === 0) reading.tail.authors = names.names
  for (const name of names.names) {
    const tail = reading.tailAt(name.at)
    if (tail !== undefined) tail.isAuthor = true
  }
}

function addNote(reading: Reading, from: number, end: number): void {
  const value = withoutStars(readableSlice(reading.line, from, end))
  if (value !== '') reading.tail.notes.push({ value, at: from, end })
}

/** True when the line's structure goes on at `at`: its end, a bracket, a star, a dash, a comma, a full stop. */
function endsHere(text: string, at: number): boolean {
  const rest = text.slice(at)
  return /^\s*(?:$|[(,;:|·#]|[-–—]+\s|\.(?:\s|$))/.test(rest) || leadingStar(rest) > 0
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length
}
