import { editBudget, expandMistyped, expandPart, expandWord, type Expansion } from './expand.ts'
import type { QueryBranch, QueryWord } from './query.ts'
import { Field, itemCountOf, type Segment } from './segment.ts'
import { documentFrequency } from './postings.ts'

/** A query word with the terms that answer it in each segment. */
export interface PlannedWord {
  readonly word: QueryWord
  /** By segment, best first. */
  readonly expansions: readonly (readonly Expansion[])[]
  readonly worth: number
  /** Postings that stand for it, in all segments. */
  readonly frequency: number
  readonly hasTyped: boolean
}

/** Looks the words up in every segment, exactly, in other forms and as beginnings. */
export function planStrictly(segments: readonly Segment[], query: QueryBranch): PlannedWord[] {
  return query.words.map((word, at) => {
    const joins = joinsOf(query.words, at)
    // `a` in the middle of a query is a word; at its end it is the beginning of one.
    const isBeginning = word.term.length > 2 || at === query.words.length - 1
    return weigh(
      segments,
      word,
      segments.map((segment) => expandWord(segment, word, joins, isBeginning)),
    )
  })
}

/**
 * Adds terms of titles and addresses that have a word inside: a word that stands nowhere as typed, when there is one,
 * since it is what keeps the others from being found. The same plan when there are no such terms.
 */
export function planParts(
  segments: readonly Segment[],
  strict: readonly PlannedWord[],
): readonly PlannedWord[] {
  const isAnyUnknown = strict.some(({ hasTyped }) => !hasTyped)
  let isChanged = false
  const words = strict.map((planned) => {
    const { word } = planned
    if (word.isLiteral || word.fields === Field.author) return planned
    if (isAnyUnknown && planned.hasTyped) return planned
    const expansions = segments.map((segment, at) => {
      const known = planned.expansions[at] ?? []
      const terms = new Set(known.map(({ term }) => term))
      return [...known, ...expandPart(segment, word.term).filter(({ term }) => !terms.has(term))]
    })
    if (expansions.every((list, at) => list.length === planned.expansions[at]?.length)) return planned
    isChanged = true
    return weigh(segments, word, expansions)
  })
  return isChanged ? words : strict
}

/**
 * Adds terms that the words may be mistypings of; within one edit for words that lead somewhere as typed.
 *
 * @param extra edits above the usual budget, for words of five letters and more: the last resort when nothing is found.
 */
export function planLoosely(
  segments: readonly Segment[],
  strict: readonly PlannedWord[],
  extra: number,
): PlannedWord[] {
  return strict.map((planned) => {
    const { word } = planned
    if (word.isLiteral || !/^[^\d#]+$/.test(word.term)) return planned
    const usual = editBudget(word.term.length)
    const most = planned.hasTyped ? 1 : 2
    const budget = Math.min(most, word.term.length >= 5 ? usual + extra : usual)
    return weigh(
      segments,
      word,
      segments.map((segment, at) => {
        const known = planned.expansions[at] ?? []
        const terms = new Set(known.map((expansion) => expansion.term))
        return [
          ...known,
          ...expandMistyped(segment, word.term, budget, !planned.hasTyped, extra > 0).filter(
            ({ term }) => !terms.has(term),
          ),
        ]
      }),
    )
  })
}

/** `front matter` is also `frontmatter`: each word joined with its neighbours. */
function joinsOf(words: readonly QueryWord[], at: number): string[] {
  const joins: string[] = []
  const here = words[at]
  if (here === undefined || here.isLiteral) return joins
  const before = words[at - 1]
  const after = words[at + 1]
  if (before !== undefined && !before.isLiteral) joins.push(before.term + here.term)
  if (after !== undefined && !after.isLiteral) joins.push(here.term + after.term)
  return joins
}

/**
 * What a word is worth: by how rare its surest terms are in the whole journal. A mistyped word takes the worth of
 * what it may mean, never that of the rare misspelling.
 */
function weigh(
  segments: readonly Segment[],
  word: QueryWord,
  expansions: readonly (readonly Expansion[])[],
): PlannedWord {
  let items = 0
  const byKind = { exact: 0, other: 0 }
  segments.forEach((segment, at) => {
    items += itemCountOf(segment)
    for (const { term, kind } of expansions[at] ?? []) {
      const frequency = documentFrequency(segment, term)
      byKind[kind === 'exact' || kind === 'stem' || kind === 'joined' ? 'exact' : 'other'] += frequency
    }
  })
  const standing = byKind.exact > 0 ? byKind.exact : byKind.other
  return {
    word,
    expansions,
    // A word that stands nowhere must not weigh down the words that do.
    worth: standing === 0 ? 0 : Math.log(1 + (items + 0.5) / (standing + 0.5)),
    frequency: byKind.exact + byKind.other,
    hasTyped: expansions.some((list) => list.some(({ kind }) => kind !== 'fuzzy' && kind !== 'part')),
  }
}
