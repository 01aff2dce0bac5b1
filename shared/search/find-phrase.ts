import { readActionRecord, readEntryRecord, readOwnText, readResourceRecord } from './record.ts'
import { findPosting } from './score-word.ts'
import { Group, groupOf, readPositions, type Segment } from './segment.ts'
import { findString } from './string-table.ts'
import { listTokens, TokenRole } from './tokenize.ts'

/** Text of an entry, null when it is not to be had. */
export type ReadText = (path: string) => string | null

/** Signs between two neighbouring words that leave no room for a third: a space, a comma and a space. */
const sureGap = 2
/** Between neighbours there may be signs of emphasis, a line end with an indent, or the address of a link. */
const widestGap = 300

/** True when `terms` follow each other in an item: in the text of an entry, or in what any item shows. */
export function hasPhrase(
  segment: Segment,
  item: number,
  terms: readonly string[],
  readText: ReadText,
): boolean {
  if (groupOf(segment, item) === Group.entry && findPhraseOffset(segment, item, terms, readText) >= 0)
    return true
  return shownTexts(segment, item).some((text) => hasRun(text, terms))
}

function shownTexts(segment: Segment, item: number): readonly string[] {
  const group = groupOf(segment, item)
  if (group === Group.resource) {
    const { title, authors, notes } = readResourceRecord(segment, item)
    return [title, ...authors, ...notes]
  }
  return group === Group.action ? [readActionRecord(segment, item).text] : [readOwnText(segment, item)]
}

function hasRun(text: string, terms: readonly string[]): boolean {
  const found = listTokens(text)
    .filter((token) => token.role === TokenRole.whole)
    .map((token) => token.term)
  return found.some((_, at) => terms.every((term, step) => found[at + step] === term))
}

/**
 * Where the terms follow each other in the text of an entry: offset of the first, -1 when they do nowhere.
 *
 * Offsets tell it nearly always. Only where a little more than a space stands between two words (emphasis, or the
 * word `a`) is the text itself looked at.
 */
export function findPhraseOffset(
  segment: Segment,
  entry: number,
  terms: readonly string[],
  readText: ReadText,
): number {
  const places = terms.map((term) => positionsOf(segment, entry, term))
  const isGap = (from: number, to: number): boolean => {
    const text = readText(readEntryRecord(segment, entry).path)
    return text !== null && isWordless(text.slice(from, to))
  }
  for (const start of places[0] ?? []) if (followsFrom(places, terms, start, isGap)) return start
  return -1
}

function positionsOf(segment: Segment, entry: number, term: string): readonly number[] {
  const number = findString(segment.terms, term)
  const posting = number < 0 ? -1 : findPosting(segment, number, entry)
  return posting < 0 ? [] : readPositions(segment, posting)
}

function followsFrom(
  places: readonly (readonly number[])[],
  terms: readonly string[],
  start: number,
  isGap: (from: number, to: number) => boolean,
): boolean {
  let at = start
  for (let word = 1; word < terms.length; word += 1) {
    const end = at + (terms[word - 1]?.length ?? 0)
    const next = places[word]?.find((place) => place >= end)
    if (next === undefined || next - end > widestGap) return false
    if (next - end > sureGap && !isGap(end, next)) return false
    at = next
  }
  return true
}

/** No word stands in between: spaces, signs, the rest of `mentor’s`, the address of a link. */
export function isWordless(gap: string): boolean {
  return !/[\p{L}\p{N}]/u.test(gap.replace(/^['’]s\b/, '').replace(/\]\([^)]*\)/, ''))
}
