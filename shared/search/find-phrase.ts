import { readActionRecord, readOwnText, readResourceRecord } from './record.ts'
import { findPosting } from './score-word.ts'
import { Group, groupOf, readPositions, type Segment } from './segment.ts'
import { findString } from './string-table.ts'
import { listTokens, TokenRole } from './tokenize.ts'

/** Signs between two neighbouring words at most: ` **[`, or a comma and a line end. */
const widestGap = 4

/** True when `terms` follow each other in an item: in the text of an entry, or in what any item shows. */
export function hasPhrase(segment: Segment, item: number, terms: readonly string[]): boolean {
  if (groupOf(segment, item) === Group.entry && findPhraseOffset(segment, item, terms) >= 0) return true
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
 * Offsets and lengths are enough: nothing is read from disk. A folded term can be a little shorter than what stands
 * in the text (`mentor's`), which the widest gap covers.
 */
export function findPhraseOffset(segment: Segment, entry: number, terms: readonly string[]): number {
  const places = terms.map((term) => positionsOf(segment, entry, term))
  for (const start of places[0] ?? []) if (followsFrom(places, terms, start)) return start
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
): boolean {
  let at = start
  for (let word = 1; word < terms.length; word += 1) {
    const end = at + (terms[word - 1]?.length ?? 0)
    const next = places[word]?.find((place) => place > at && place >= end && place - end <= widestGap)
    if (next === undefined) return false
    at = next
  }
  return true
}
