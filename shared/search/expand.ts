import { emojiNamed } from './emoji-names.ts'
import { findParts, partFields } from './find-parts.ts'
import { findMistyped, findMistypedBeginnings } from './find-mistyped.ts'
import { hashText } from './hash-text.ts'
import type { Segment } from './segment.ts'
import { stemWord } from './stem.ts'
import { findString, stringAt, termRange } from './string-table.ts'
import { documentFrequency } from './postings.ts'

/** How a term of the index answers a query word. */
export type ExpansionKind = 'exact' | 'joined' | 'stem' | 'prefix' | 'part' | 'fuzzy'

export interface Expansion {
  readonly term: number
  readonly kind: ExpansionKind
  /** Number of the kind in `matchKinds`: 0 is the surest. */
  readonly sureness: number
  /** 1 for the word itself, less the further the term is from it. */
  readonly quality: number
  readonly edits: number
  /** Fields in which it counts, 0 for all. */
  readonly fields: number
}

const surenessOf: Readonly<Record<ExpansionKind, number>> = {
  exact: 0,
  joined: 0,
  stem: 1,
  prefix: 2,
  part: 3,
  fuzzy: 4,
}

function expansionOf(
  term: number,
  kind: ExpansionKind,
  quality: number,
  edits: number,
  fields = 0,
): Expansion {
  return { term, kind, sureness: surenessOf[kind], quality, edits, fields }
}

const stemQuality = 0.85
const joinedQuality = 0.95
/** `star` for ⭐: less than the word, of which there may be one. */
const emojiQuality = 0.5
const partQuality = 0.35
/** Terms that begin with a word: beyond these only the journal's rarest side remarks are lost. */
const mostCompletions = 96
const mostStems = 2000

/** Terms of a segment that are a word as typed, in another form, or its beginning; best first. */
export function expandWord(
  segment: Segment,
  word: { readonly term: string; readonly isLiteral: boolean },
  joins: readonly string[],
  isBeginning: boolean,
): Expansion[] {
  const { terms } = segment
  const found: Expansion[] = []
  const exact = findString(terms, word.term)
  if (exact >= 0) found.push(expansionOf(exact, 'exact', 1, 0))
  if (word.isLiteral) return found
  for (const join of joins) {
    const term = findString(terms, join)
    if (term >= 0) found.push(expansionOf(term, 'joined', joinedQuality, 0))
  }
  const known = new Set(found.map((expansion) => expansion.term))
  for (const term of findForms(segment, word.term)) {
    if (known.has(term)) continue
    known.add(term)
    found.push(expansionOf(term, 'stem', stemQuality, 0))
  }
  for (const sign of emojiNamed(word.term)) {
    const term = findString(terms, sign)
    if (term >= 0) found.push(expansionOf(term, 'stem', emojiQuality, 0))
  }
  if (!isBeginning) return found
  for (const term of findCompletions(segment, word.term)) {
    if (known.has(term)) continue
    const share = word.term.length / (terms.lengths[term] ?? 1)
    found.push(expansionOf(term, 'prefix', 0.45 + 0.35 * share, 0))
  }
  return found
}

/** Terms of titles and addresses that have `word` inside. */
export function expandPart(segment: Segment, word: string): Expansion[] {
  return findParts(segment, word).map((term) => expansionOf(term, 'part', partQuality, 0, partFields))
}

/** Terms with the stem of `word`: they all begin with most of it. */
export function findForms(segment: Segment, word: string): number[] {
  const stem = stemWord(word)
  if (stem.length < 3 || !/^[a-z]+$/.test(word)) return []
  const wanted = hashText(stem)
  // `apply` and `applied` share `appl`: the last letter of a stem may differ in the word.
  const [from, to] = termRange(segment.terms, stem.slice(0, Math.max(3, stem.length - 1)))
  const found: number[] = []
  for (let term = from; term < Math.min(to, from + mostStems); term += 1) {
    if (segment.vocabulary.stems[term] === wanted) found.push(term)
  }
  return found
}

/**
 * Terms that begin with `prefix`; when there are many, those that say most where they stand (titles, names), because
 * a list is worth reading only if its best place can reach the top.
 */
function findCompletions(segment: Segment, prefix: string): number[] {
  const [from, to] = termRange(segment.terms, prefix)
  if (to - from <= mostCompletions) return Array.from({ length: to - from }, (_, at) => from + at)
  const { bestImpacts } = segment.vocabulary
  const counts = new Uint32Array(256)
  for (let term = from; term < to; term += 1) {
    const impact = bestImpacts[term] ?? 0
    counts[impact] = (counts[impact] ?? 0) + 1
  }
  let least = 255
  for (let taken = counts[255] ?? 0; taken < mostCompletions && least > 0; taken += counts[least] ?? 0)
    least -= 1
  const found: number[] = []
  for (let term = from; term < to; term += 1) if ((bestImpacts[term] ?? 0) >= least) found.push(term)
  return found
    .sort(
      (left, right) =>
        (bestImpacts[right] ?? 0) - (bestImpacts[left] ?? 0) ||
        documentFrequency(segment, right) - documentFrequency(segment, left),
    )
    .slice(0, mostCompletions)
}

/** Edits that a word of this length may hold: short words are too close to each other to guess. */
export function editBudget(length: number): number {
  if (length <= 3) return 0
  return length <= 7 ? 1 : 2
}

/**
 * Terms that `word` can be a mistyping of, best first.
 *
 * @param isUnknown the word as typed leads nowhere, so it may also be the mistyped beginning of one.
 * @param keepsDistant terms two edits away also where there are enough one edit away.
 */
export function expandMistyped(
  segment: Segment,
  word: string,
  budget: number,
  isUnknown: boolean,
  keepsDistant: boolean,
): Expansion[] {
  if (budget === 0) return []
  const whole = findMistyped(segment, word, budget, keepsDistant)
  const found = whole.length > 0 || !isUnknown ? whole : findMistypedBeginnings(segment, word)
  return found.map(({ term, edits, isBeginning }) => {
    const near = (edits === 1 ? 0.5 : 0.3) * (isBeginning ? 0.7 : 1)
    return expansionOf(term, 'fuzzy', near * firstLetterFactor(word, segment, term), edits)
  })
}

/** People rarely mistype the first letter. */
function firstLetterFactor(word: string, segment: Segment, term: number): number {
  return stringAt(segment.terms, term).charCodeAt(0) === word.charCodeAt(0) ? 1 : 0.8
}
