import type { QueryPhrase } from './query.ts'
import { readEntryRecord, shownTexts } from './record.ts'
import { readPositionsInto } from './positions.ts'
import { documentFrequency, findPosting } from './postings.ts'
import { Group, groupOf, type Segment } from './segment.ts'
import { findString } from './string-table.ts'
import { listTokens, TokenRole } from './tokenize.ts'
import { mayHavePairs, pairBitsOf } from './word-pairs.ts'

/** Text of an entry, null when it is not to be had. */
export type ReadText = (path: string) => string | null

/** Signs between two neighbouring words that leave no room for a third: a space, a comma and a space. */
const sureGap = 2
/** Between neighbours there may be signs of emphasis, a line end with an indent, or the address of a link. */
const widestGap = 300

/** A phrase, looked up in one segment. */
export interface PhraseFinder {
  /** True when the words follow each other in an item: in the text of an entry, or in what any item shows. */
  isIn(item: number): boolean
  /** Where they do in the text of an entry: offset of the first, UTF-16 code units; -1 when nowhere. */
  offsetIn(entry: number): number
}

/**
 * Prepares a phrase for a segment.
 *
 * Offsets tell neighbours nearly always. Where more than a space stands between two words (emphasis, or the word `a`)
 * only the text can tell.
 *
 * @param readText null: what only the text can tell counts as no.
 */
export function findPhrase(
  segment: Segment,
  terms: readonly string[],
  readText: ReadText | null,
): PhraseFinder {
  const numbers = terms.map((term) => findString(segment.terms, term))
  const isKnown = numbers.every((number) => number >= 0)
  const places = terms.map(() => new Int32Array(64))
  const counts = new Int32Array(terms.length)
  const pairBits = pairBitsOf(terms)

  const [rarePair, otherWords] = rarestPair(segment, numbers)

  /** Reads where a word stands; false when it does not. */
  function readWord(word: number, entry: number): boolean {
    const posting = findPosting(segment, numbers[word] ?? 0, entry)
    if (posting < 0) return false
    for (;;) {
      const count = readPositionsInto(segment, posting, places[word] as Int32Array)
      counts[word] = count
      if (count < (places[word]?.length ?? 0)) return count > 0
      places[word] = new Int32Array(2 * count)
    }
  }

  /** Two rare words that are no neighbours rule most entries out before the common ones are read. */
  function readPlaces(entry: number, gap: number): boolean {
    if (!rarePair.every((word) => readWord(word, entry))) return false
    const [left = 0] = rarePair
    if (rarePair.length === 2 && !areNear(left, gap)) return false
    return otherWords.every((word) => readWord(word, entry))
  }

  /** The next word stands near `word` somewhere. */
  function areNear(word: number, gap: number): boolean {
    const list = places[word] as Int32Array
    const length = terms[word]?.length ?? 0
    for (let at = 0; at < (counts[word] ?? 0); at += 1) {
      if (placeAfter(word + 1, (list[at] ?? 0) + length, gap) >= 0) return true
    }
    return false
  }

  /** The place of `word` nearest behind `end`, -1 when there is none within `gap`. */
  function placeAfter(word: number, end: number, gap: number): number {
    const list = places[word] as Int32Array
    let low = 0
    let high = counts[word] ?? 0
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((list[middle] ?? 0) < end) low = middle + 1
      else high = middle
    }
    if (low >= (counts[word] ?? 0)) return -1
    const place = list[low] ?? 0
    return place - end <= gap ? place : -1
  }

  function follows(start: number, gap: number, isGap: (from: number, to: number) => boolean): boolean {
    let at = start
    for (let word = 1; word < terms.length; word += 1) {
      const end = at + (terms[word - 1]?.length ?? 0)
      at = placeAfter(word, end, gap)
      if (at < 0 || (at - end > sureGap && !isGap(end, at))) return false
    }
    return true
  }

  function firstStart(gap: number, isGap: (from: number, to: number) => boolean): number {
    const starts = places[0] as Int32Array
    for (let at = 0; at < (counts[0] ?? 0); at += 1) {
      if (follows(starts[at] ?? 0, gap, isGap)) return starts[at] ?? 0
    }
    return -1
  }

  function offsetIn(entry: number): number {
    if (!isKnown || !mayHavePairs(segment, entry, pairBits)) return -1
    if (!readPlaces(entry, readText === null ? sureGap : widestGap)) return -1
    const sure = firstStart(sureGap, () => false)
    if (sure >= 0 || readText === null) return sure
    // The text is read only where the words are near each other at all.
    if (firstStart(widestGap, () => true) < 0) return -1
    const text = readText(readEntryRecord(segment, entry).path)
    return text === null ? -1 : firstStart(widestGap, (from, to) => isWordless(text.slice(from, to)))
  }

  return {
    offsetIn,
    isIn: (item) =>
      (groupOf(segment, item) === Group.entry && offsetIn(item) >= 0) ||
      shownTexts(segment, item).some((text) => hasRun(text, terms)),
  }
}

/**
 * Rules out items of entries in which the neighbours of a phrase are surely nowhere neighbours, before anything else is
 * known of them: nearly all that hold its words. What is put together from several places of an entry (a person, a
 * program, a quote with its source) may hold neighbours that its text has not, and is let through.
 *
 * @returns null when no phrase is asked for.
 */
export function createEntryGate(
  segment: Segment,
  phrases: readonly QueryPhrase[],
): ((item: number) => boolean) | null {
  const bits = phrases.flatMap(({ terms, isExcluded }) => (isExcluded ? [] : pairBitsOf(terms)))
  if (bits.length === 0) return null
  const { itemEntries } = segment
  return (item) => {
    if (mayHavePairs(segment, itemEntries[item] ?? 0, bits)) return true
    const group = groupOf(segment, item)
    return group === Group.person || group > Group.action
  }
}

/** The neighbours that stand in the fewest items together, and the other words, by their places in the phrase. */
function rarestPair(
  segment: Segment,
  numbers: readonly number[],
): readonly [readonly number[], readonly number[]] {
  const words = numbers.map((_, word) => word)
  const frequencies = numbers.map((number) => (number < 0 ? 0 : documentFrequency(segment, number)))
  let best = 0
  for (let word = 1; word + 1 < words.length; word += 1) {
    const together = (frequencies[word] ?? 0) + (frequencies[word + 1] ?? 0)
    if (together < (frequencies[best] ?? 0) + (frequencies[best + 1] ?? 0)) best = word
  }
  return [words.slice(best, best + 2), [...words.slice(0, best), ...words.slice(best + 2)]]
}

function hasRun(text: string, terms: readonly string[]): boolean {
  // Most titles are shorter than most phrases.
  if (text.length < terms.length * 2 - 1 || !mayHaveRun(text, terms)) return false
  const found = listTokens(text)
    .filter((token) => token.role === TokenRole.whole)
    .map((token) => token.term)
  return found.some((_, at) => terms.every((term, step) => found[at + step] === term))
}

/** False when plain letters show that the first two words are nowhere neighbours: nearly always, and quickly. */
function mayHaveRun(text: string, [first = '', second = '']: readonly string[]): boolean {
  if (/[^ -~]/.test(text) || /[^a-z0-9]/.test(first + second)) return true
  const lower = text.toLowerCase()
  for (let at = lower.indexOf(first); at >= 0; at = lower.indexOf(first, at + 1)) {
    const next = lower.indexOf(second, at + first.length)
    if (next < 0) return false
    // A mark of a link's address, an apostrophe and the like may stand between.
    if (next - at - first.length <= 3 || /^[^a-z0-9]*(?:'s|\]\()/.test(lower.slice(at + first.length, next)))
      return true
  }
  return false
}

/** No word stands in between: spaces, signs, the rest of `mentor’s`, the address of a link. */
export function isWordless(gap: string): boolean {
  return !/[\p{L}\p{N}]/u.test(gap.replace(/^['’]s\b/, '').replace(/\]\([^)]*\)/, ''))
}
