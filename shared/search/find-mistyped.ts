import { createEditMeter, longestMeasured, type EditMeter } from './edit-distance.ts'
import type { Segment } from './segment.ts'
import { stringAt } from './string-table.ts'
import { countBits, documentFrequency, letterBits, longestFuzzyTerm } from './vocabulary.ts'

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
 * Terms within `budget` edits of `word`, nearest first, then the more frequent ones; when there is none, terms that
 * begin with something within one edit of it (a typo in a word that is still being typed).
 *
 * Each term has a bit for every letter in it. One edit changes at most two of the bits, so comparing bits leaves a
 * few hundred of 100,000 terms to be measured. This costs 4 bytes a term; a table of deletions would cost 100 and
 * more for two edits.
 */
export function findMistyped(segment: Segment, word: string, budget: number): Mistyped[] {
  if (word.length > longestMeasured) return []
  const meter = createEditMeter(word)
  const whole = findWhole(segment, word, budget, meter)
  const found = whole.length > 0 ? whole : findBeginnings(segment, word, meter)
  found.sort(
    (left, right) =>
      left.edits - right.edits ||
      documentFrequency(segment, right.term) - documentFrequency(segment, left.term),
  )
  return dropDistant(segment, found).slice(0, mostGuesses)
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

function findBeginnings(segment: Segment, word: string, meter: EditMeter): Mistyped[] {
  const { lengthStarts, byLength, letters } = segment.vocabulary
  if (word.length < 5) return []
  const bits = letterBits(word)
  const found: Mistyped[] = []
  for (let at = lengthStarts[word.length] ?? byLength.length; at < byLength.length; at += 1) {
    if (countBits(bits & ~(letters[at] ?? 0)) > 1) continue
    const term = byLength[at] ?? 0
    if (meter.prefixDistance(stringAt(segment.terms, term), 1) === 1)
      found.push({ term, edits: 1, isBeginning: true })
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
