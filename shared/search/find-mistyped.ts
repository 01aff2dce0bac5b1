import { createEditMeter, longestMeasured, type EditMeter } from './edit-distance.ts'
import type { Segment } from './segment.ts'
import { stringAt, termRange } from './string-table.ts'
import { documentFrequency } from './postings.ts'
import { countBits, letterBits, longestFuzzyTerm } from './vocabulary.ts'

export interface Mistyped {
  readonly term: number
  readonly edits: number
  /** The word is the mistyped beginning of the term. */
  readonly isBeginning: boolean
}

/** More guesses for one word than these would only be noise. */
const mostGuesses = 24
/** With this many places for words one edit away, words two edits away are not looked at. */
const enoughPlaces = 5

/**
 * Terms within `budget` edits of `word`, nearest first, then the more frequent ones; those two edits away only where
 * few are one edit away, or when asked to keep them.
 *
 * Each term has a bit for every letter in it. One edit changes at most two of the bits, so comparing bits leaves a
 * few hundred of 100,000 terms to be measured. This costs 8 bytes a term; a table of deletions would cost 100 and
 * more for two edits.
 */
export function findMistyped(
  segment: Segment,
  word: string,
  budget: number,
  keepsDistant: boolean,
): readonly Mistyped[] {
  if (word.length > longestMeasured) return []
  const found = sortByNearness(segment, findWhole(segment, word, budget, createEditMeter(word)))
  return (keepsDistant ? found : dropDistant(segment, found)).slice(0, mostGuesses)
}

/**
 * Terms that begin with something within one edit of `word`: a typo in a word that is still being typed. The first
 * letter must be right; people rarely mistype it, and without it everything would have to be looked at.
 */
export function findMistypedBeginnings(segment: Segment, word: string): readonly Mistyped[] {
  if (word.length < 5 || word.length > longestMeasured) return []
  const meter = createEditMeter(word)
  const { lettersOfTerm } = segment.vocabulary
  const bits = letterBits(word)
  const found: Mistyped[] = []
  const [from, to] = termRange(segment.terms, word.slice(0, 1))
  for (let term = from; term < to; term += 1) {
    const letters = lettersOfTerm[term] ?? 0
    if (letters === 0 || countBits(bits & ~letters) > 1) continue
    if (meter.prefixDistance(stringAt(segment.terms, term), 1) === 1)
      found.push({ term, edits: 1, isBeginning: true })
  }
  return sortByNearness(segment, found).slice(0, mostGuesses)
}

function sortByNearness(segment: Segment, found: Mistyped[]): Mistyped[] {
  return found.sort(
    (left, right) =>
      left.edits - right.edits ||
      documentFrequency(segment, right.term) - documentFrequency(segment, left.term),
  )
}

function findWhole(segment: Segment, word: string, budget: number, meter: EditMeter): Mistyped[] {
  const { lengthStarts, byLength, letters } = segment.vocabulary
  const bits = letterBits(word)
  const found: Mistyped[] = []
  const shortest = Math.max(3, word.length - budget)
  const end = lengthStarts[Math.min(longestFuzzyTerm, word.length + budget) + 1] ?? byLength.length
  for (let at = lengthStarts[shortest] ?? 0; at < end; at += 1) {
    if (countBits((letters[at] ?? 0) ^ bits) > 2 * budget) continue
    const term = byLength[at] ?? 0
    const edits = meter.distance(stringAt(segment.terms, term))
    if (edits > 0 && edits <= budget) found.push({ term, edits, isBeginning: false })
  }
  return found
}

function dropDistant(segment: Segment, found: readonly Mistyped[]): readonly Mistyped[] {
  let places = 0
  for (const guess of found) {
    if (guess.edits > 1) break
    places += documentFrequency(segment, guess.term)
  }
  return places >= enoughPlaces ? found.filter((guess) => guess.edits === 1) : found
}
