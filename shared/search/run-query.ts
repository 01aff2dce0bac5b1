import { lanes, type Lane, type SearchAnswer, type SearchQuestion } from '../contract/search.ts'
import { describeHits, keysOf } from './describe-hit.ts'
import type { ReadText } from './find-phrase.ts'
import type { LivePart } from './item-filter.ts'
import { matchItems, type Candidate, type Matches, type SearchRoom } from './match-items.ts'
import { planLoosely, planStrictly, type PlannedWord } from './plan.ts'
import { isEmptyQuery, parseQuery, type ParsedQuery } from './query.ts'
import { rankCandidates } from './rank.ts'
import { splitWords } from './split-words.ts'
import { stringAt } from './string-table.ts'
import { findPosting } from './score-word.ts'

/** What a search needs from outside the index. */
export interface SearchSurroundings {
  /** Text of an entry on disk now, null when it cannot be read. Called for shown hits only. */
  readonly readText: ReadText
  /** Milliseconds, for `tookMs`. */
  readonly clock: () => number
}

/** With fewer hits than this for the words as typed, mistypings are looked for as well. */
const fewHits = 5
/** Candidates of each lane that are compared closely. */
const mostCandidates = 200

/** Texts that are read to see whether words really are neighbours. */
const mostReadForPhrases = 64

export type FoundAnswer = Omit<SearchAnswer, 'searchedEntries' | 'totalEntries'>

/**
 * Answers a question: all words as typed first; mistypings when that finds little; any of the words when it finds
 * nothing.
 */
export function runQuery(
  parts: readonly LivePart[],
  question: SearchQuestion,
  room: SearchRoom,
  keyAt: (key: number) => string,
  surroundings: SearchSurroundings,
): FoundAnswer {
  const start = surroundings.clock()
  const query = parseQuery(question.text)
  const found = isEmptyQuery(query)
    ? nothingFound
    : findMatches(parts, query, question, room, readFew(surroundings.readText))
  const typed = query.words.map((word) => word.typed)
  const holdAll = found.needs === 'all'
  const task = { typed, holdAll, shown: question.limitPerLane }
  const ranked = rankCandidates(found.matches.lists, task).map(keepOncePerKey)
  const shown = ranked.flatMap((list) => list.slice(0, question.limitPerLane))
  const { words } = found
  const hits = describeHits(shown, { query, words, parts, holdAll, readText: surroundings.readText, keyAt })
  return {
    number: question.number,
    hits,
    totals: Object.fromEntries(lanes.map((lane, at) => [lane, found.matches.totals[at] ?? 0])) as Record<
      Lane,
      number
    >,
    corrections: findCorrections(words, ranked.flat(), parts),
    matched: found.needs,
    notUnderstood: [...query.notUnderstood],
    tookMs: surroundings.clock() - start,
  }
}

interface Found {
  readonly matches: Matches
  readonly words: readonly PlannedWord[]
  readonly needs: 'all' | 'some'
}

const nothingFound: Found = { matches: { lists: [], totals: [] }, words: [], needs: 'all' }

function findMatches(
  parts: readonly LivePart[],
  query: ParsedQuery,
  question: SearchQuestion,
  room: SearchRoom,
  readText: ReadText,
): Found {
  const segments = parts.map((part) => part.segment)
  const size = Math.min(mostCandidates, Math.max(30, question.limitPerLane * 2))
  const find = (asked: ParsedQuery, words: readonly PlannedWord[], needs: 'all' | 'any'): Found => ({
    matches: matchItems({ parts, query: asked, words, needs, readText, room: size }, room),
    words,
    needs: needs === 'all' ? 'all' : 'some',
  })
  const strict = planStrictly(segments, query)
  const typed = find(query, strict, 'all')
  if (hitsOf(typed) >= fewHits || query.words.length === 0 || hasName(typed)) return typed
  const split = splitWords(segments, query, strict)
  if (split !== null) {
    const apart = find(split, planStrictly(segments, split), 'all')
    if (hitsOf(apart) > hitsOf(typed)) return apart
  }
  if (!question.isFuzzy) return hitsOf(typed) > 0 ? typed : find(query, strict, 'any')
  const loose = find(query, planLoosely(segments, strict, 0), 'all')
  if (hitsOf(typed) > 0 || hasName(loose)) return loose
  const words = planLoosely(segments, strict, 1)
  const looser = find(query, words, 'all')
  if (hasName(looser) || hitsOf(loose) === 0) return hitsOf(looser) > 0 ? looser : find(query, words, 'any')
  return loose
}

/** Reads a limited number of texts: a phrase of common words must not read the whole journal. */
function readFew(readText: ReadText): ReadText {
  let left = mostReadForPhrases
  return (path) => {
    left -= 1
    return left < 0 ? null : readText(path)
  }
}

/** Something is called what was typed: no need to guess. */
function hasName({ matches, words }: Found): boolean {
  const all = (1 << words.length) - 1
  return matches.lists.some((list) => list.some((candidate) => candidate.own === all))
}

function hitsOf(found: Found): number {
  return found.matches.totals.reduce((sum, total) => sum + total, 0)
}

/** Segments speak for a resource each; only the best of them is shown. */
function keepOncePerKey(list: readonly Candidate[]): readonly Candidate[] {
  const seen = new Set<number>()
  return list.filter((candidate) => {
    const [key] = keysOf(candidate)
    if (key === undefined) return true
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}

/** For each word that stands nowhere as typed: what the best hit that holds it took it for. */
function findCorrections(
  words: readonly PlannedWord[],
  ranked: readonly Candidate[],
  parts: readonly LivePart[],
): SearchAnswer['corrections'] {
  const best = [...ranked].sort((left, right) => right.score - left.score)
  return words.flatMap((planned, word) => {
    if (planned.hasTyped) return []
    const hit = best.find((candidate) => (candidate.loose & (1 << word)) !== 0)
    if (hit === undefined) return []
    const expansion = planned.expansions[parts.findIndex(({ segment }) => segment === hit.segment)]?.find(
      ({ term }) => findPosting(hit.segment, term, hit.item) >= 0,
    )
    if (expansion === undefined) return []
    const understood = stringAt(hit.segment.terms, expansion.term)
    return [{ typed: planned.word.typed, understood, edits: expansion.edits }]
  })
}
