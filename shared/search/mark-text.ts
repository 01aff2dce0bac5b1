import type { MarkedText } from '../contract/search.ts'
import type { PlannedWord } from './plan.ts'
import type { Segment } from './segment.ts'
import { stringAt } from './string-table.ts'
import { tokenize } from './tokenize.ts'

/** Marks in a text what the query found there. */
export interface Marker {
  mark(text: string): MarkedText
  /** Words of the query, as bits, that stand in the text. */
  wordsIn(text: string): number
}

interface Answer {
  readonly word: number
  /** Letters to mark: the typed beginning of a longer word, or Infinity for all of it. */
  readonly length: number
}

/** Prepares the marks for what was found in `segment`. */
export function createMarker(words: readonly PlannedWord[], segment: Segment, segmentAt: number): Marker {
  const answers = new Map<string, Answer>()
  words.forEach((planned, word) => {
    for (const { term, kind } of planned.expansions[segmentAt] ?? []) {
      const text = stringAt(segment.terms, term)
      if (answers.has(text)) continue
      answers.set(text, { word, length: kind === 'prefix' ? planned.word.term.length : Infinity })
    }
  })
  return {
    mark: (text) => ({ text, marks: mergeRanges(findMarks(text, answers)) }),
    wordsIn(text) {
      let bits = 0
      tokenize(text, (term) => {
        const answer = answers.get(term)
        if (answer !== undefined) bits |= 1 << answer.word
      })
      return bits
    },
  }
}

function findMarks(text: string, answers: ReadonlyMap<string, Answer>): [number, number][] {
  const marks: [number, number][] = []
  tokenize(text, (term, from, to) => {
    const answer = answers.get(term)
    if (answer === undefined) return
    // A term that was folded to another length cannot be cut by counting letters.
    const isCut = answer.length < term.length && to - from === term.length
    marks.push([from, isCut ? from + answer.length : to])
  })
  return marks
}

function mergeRanges(ranges: readonly [number, number][]): [number, number][] {
  const merged: [number, number][] = []
  for (const [from, to] of ranges.toSorted((left, right) => left[0] - right[0] || right[1] - left[1])) {
    const last = merged[merged.length - 1]
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], to)
    else merged.push([from, to])
  }
  return merged
}
