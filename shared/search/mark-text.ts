import type { MarkedText } from '../contract/search.ts'
import { isWordless } from './find-phrase.ts'
import type { BranchPlan } from './match-items.ts'
import type { PlannedWord } from './plan.ts'
import type { QueryPhrase } from './query.ts'
import { readPositions } from './positions.ts'
import { findPosting } from './postings.ts'
import type { Segment } from './segment.ts'
import { stringAt } from './string-table.ts'
import { tokenize, TokenRole } from './tokenize.ts'

/** A word of the query in a text: half-open, UTF-16 code units. */
export interface Place {
  readonly from: number
  readonly to: number
  /** Number of the word. */
  readonly word: number
  /** The word as typed or in another form; not a longer word that it is a part of, nor a mistyping. */
  readonly isSure: boolean
  /** In a web address, which the reader does not see. */
  readonly isAddress: boolean
}

/** Marks in a text what the query found there. */
export interface Marker {
  mark(text: string): MarkedText
  /** Words of the query, as bits, that stand in the text. */
  wordsIn(text: string): number
  /** Where they stand, rising. */
  findPlaces(text: string): Place[]
  /** The same for an entry of the index, from what the index knows: without cutting all of its text into words. */
  findInEntry(entry: number, text: string): Place[]
}

interface Answer {
  readonly word: number
  readonly isSure: boolean
  /** Letters to mark: `from` to `to` of the term, which is typed in part only. */
  readonly from: number
  readonly to: number
}

/** Terms that are looked up in one entry for a word, the surest; a beginning can have a hundred. */
const mostLookedUp = 24
/** Places of one term in one entry. */
const mostPlaces = 256

/** Prepares the marks for what was found in `segment`. */
export function createMarker({ words, branch }: BranchPlan, segment: Segment, segmentAt: number): Marker {
  const phrases = branch.phrases.filter(({ isExcluded }) => !isExcluded)
  const patterns = branch.filters.flatMap(({ filter, isExcluded }) =>
    filter.kind === 'pattern' && !isExcluded ? [filter.pattern] : [],
  )
  const answers = new Map<string, Answer>()
  words.forEach((planned, word) => {
    for (const { term, kind } of planned.expansions[segmentAt] ?? []) {
      const text = stringAt(segment.terms, term)
      if (answers.has(text)) continue
      const typed = planned.word.term
      const from = kind === 'part' ? Math.max(0, text.indexOf(typed)) : 0
      const isCut = kind === 'prefix' || kind === 'part'
      answers.set(text, {
        word,
        isSure: !isCut && kind !== 'fuzzy',
        from,
        to: isCut ? from + typed.length : text.length,
      })
    }
  })

  function findPlaces(text: string): Place[] {
    const places: Place[] = []
    tokenize(text, (term, from, to, role) => {
      const answer = answers.get(term)
      if (answer === undefined) return
      // A term that was folded to another length cannot be cut by counting letters.
      const isCut = answer.to - answer.from < term.length && to - from === term.length
      const cut = isCut ? { from: from + answer.from, to: from + answer.to } : { from, to }
      places.push({ ...cut, word: answer.word, isSure: answer.isSure, isAddress: role === TokenRole.address })
    })
    addPatterns(text, places)
    return inOrder(text, places)
  }

  function findInEntry(entry: number, text: string): Place[] {
    const places: Place[] = []
    words.forEach((planned, word) => {
      for (const expansion of (planned.expansions[segmentAt] ?? []).slice(0, mostLookedUp)) {
        const posting = findPosting(segment, expansion.term, entry)
        if (posting < 0) continue
        const length = segment.terms.lengths[expansion.term] ?? 0
        const isSure = expansion.sureness < 2
        for (const from of readPositions(segment, posting, mostPlaces))
          places.push({ from, to: from + length, word, isSure, isAddress: false })
      }
    })
    addPatterns(text, places)
    return inOrder(text, places)
  }

  function addPatterns(text: string, places: Place[]): void {
    patterns.forEach(({ matcher }, at) => {
      for (const [from, to] of matcher.findAll(text, mostPlaces))
        places.push({ from, to, word: words.length + at, isSure: true, isAddress: false })
    })
  }

  function inOrder(text: string, places: Place[]): Place[] {
    places.sort((left, right) => left.from - right.from || right.to - left.to)
    return phrases.length === 0 ? places : keepPhrases(text, places, words, phrases)
  }

  return {
    findPlaces,
    findInEntry,
    mark: (text) => ({ text, marks: mergePlaces(findPlaces(text)) }),
    wordsIn: (text) => findPlaces(text).reduce((bits, { word }) => bits | (1 << word), 0),
  }
}

/** Words of a phrase count where the whole phrase stands only. */
function keepPhrases(
  text: string,
  places: readonly Place[],
  words: readonly PlannedWord[],
  phrases: readonly QueryPhrase[],
): Place[] {
  const kept = new Set(places.filter(({ word }) => words[word]?.word.isLiteral !== true))
  const read = places.filter(({ isAddress }) => !isAddress)
  for (const { terms } of phrases) {
    for (let start = 0; start < read.length; start += 1) {
      const run = read.slice(start, start + terms.length)
      const isRun = terms.every((term, at) => {
        const place = run[at]
        if (place === undefined || words[place.word]?.word.term !== term) return false
        return at === 0 || isWordless(text.slice(run[at - 1]?.to ?? 0, place.from))
      })
      if (isRun) run.forEach((place) => kept.add(place))
    }
  }
  return places.filter((place) => kept.has(place))
}

/** Ranges that cover the places, rising, none touching another. */
export function mergePlaces(places: readonly Place[]): [number, number][] {
  const merged: [number, number][] = []
  for (const { from, to } of places) {
    const last = merged[merged.length - 1]
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}
