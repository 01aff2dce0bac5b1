import { lanes, type Lane, type SearchAnswer, type SearchQuestion } from '../contract/search.ts'
import type { IsoDay } from '../entry/summary.ts'
import { describeHits, keysOf } from './describe-hit.ts'
import { findCompleteTags, type FilterRoom } from './filter-items.ts'
import type { ReadText } from './find-phrase.ts'
import type { LivePart } from './item-filter.ts'
import type { BranchPlan, Candidate, SearchRoom } from './match-items.ts'
import { createMembers } from './members.ts'
import { isEmptyBranch, isEmptyQuery, parseQuery, type ParsedQuery } from './query.ts'
import { compareTiers, rankCandidates } from './rank.ts'
import { runBranch, type BranchMatches } from './run-branch.ts'
import type { Segment } from './segment.ts'
import { stringAt } from './string-table.ts'
import { findPosting } from './postings.ts'

/** What a search needs from outside the index. */
export interface SearchSurroundings {
  /** Text of an entry on disk now, null when it cannot be read. Called for shown hits only. */
  readonly readText: ReadText
  /** Milliseconds, for `tookMs`. */
  readonly clock: () => number
  /** What dates in words are meant from. */
  readonly today: IsoDay
}

/** Candidates of each lane for a few hits: twice as many, since a close comparison brings some of them forward. */
const fewestCandidates = 30
/** For a list that goes on: so many more than it has, since the same resource can be found in several segments. */
const spareCandidates = 100

/** Time for reading texts for a pattern: what is left is read when the same is asked again. */
const patternMs = 100
/** Texts that are read to see whether words really are neighbours. */
const mostReadForPhrases = 64

export type FoundAnswer = Omit<SearchAnswer, 'searchedEntries' | 'totalEntries'>

/** Answers a question: every alternative of the query by itself, the best of all of them together. */
export function runQuery(
  parts: readonly LivePart[],
  question: SearchQuestion,
  room: SearchRoom,
  keyAt: (key: number) => string,
  surroundings: SearchSurroundings,
): FoundAnswer {
  const { clock, readText } = surroundings
  const start = clock()
  const query = parseQuery(question.text, surroundings.today)
  const found = findAll(parts, query, question, room, filterRoom(room, keyAt, surroundings))
  const { limitPerLane, from = 0, lane: only } = question
  const ranked = mergeLanes(
    found.map(({ plan, matches }) => rankCandidates(matches.lists, plan, from + limitPerLane)),
  )
  const shown = ranked.flatMap((list, lane) =>
    only === undefined || lanes[lane] === only ? list.slice(from, from + limitPerLane) : [],
  )
  const totals = totalsOf(found)
  return {
    number: question.number,
    hits: describeHits(shown, { parts, readText, keyAt }),
    totals: Object.fromEntries(lanes.map((lane, at) => [lane, totals[at] ?? 0])) as Record<Lane, number>,
    corrections: found.flatMap(({ plan }) => findCorrections(plan, ranked.flat(), parts)),
    matched: found.some(isOfSome) ? 'some' : 'all',
    notUnderstood: [...query.notUnderstood],
    unreadItems: room.patterns.unread,
    tookMs: clock() - start,
  }
}

/** Some words were let go. */
function isOfSome({ plan }: BranchMatches): boolean {
  return plan.needs === 'any' || plan.words.length < plan.branch.words.length
}

/** What filters need, with the clock for patterns wound up. */
function filterRoom(
  { patterns }: SearchRoom,
  keyAt: (key: number) => string,
  { readText, clock }: SearchSurroundings,
): Omit<FilterRoom, 'completeTags'> {
  const lastMs = clock() + patternMs
  patterns.begin(() => clock() > lastMs)
  return { readForPhrases: readFew(readText), readText, patterns, keyAt }
}

/** The words of a query, looked up as for a search of the same text. */
export function planQuery(
  parts: readonly LivePart[],
  question: Pick<SearchQuestion, 'text' | 'isFuzzy'>,
  room: SearchRoom,
  keyAt: (key: number) => string,
  surroundings: SearchSurroundings,
): readonly BranchPlan[] {
  const query = parseQuery(question.text, surroundings.today)
  const asked = { ...question, limitPerLane: 1 }
  return findAll(parts, query, asked, room, filterRoom(room, keyAt, surroundings)).map(({ plan }) => plan)
}

/** Candidates of each lane: what is asked for, and so many more that comparing them closely can change who is first. */
function countCandidates({ limitPerLane, from = 0 }: Pick<SearchQuestion, 'limitPerLane' | 'from'>): number {
  const asked = from + limitPerLane
  return asked + Math.min(spareCandidates, Math.max(fewestCandidates - asked, asked))
}

/** What each alternative found. One that holds all of its words makes those needless that hold only some. */
function findAll(
  parts: readonly LivePart[],
  query: ParsedQuery,
  question: Pick<SearchQuestion, 'isFuzzy' | 'limitPerLane' | 'from'>,
  room: SearchRoom,
  surroundings: Omit<FilterRoom, 'completeTags'>,
): readonly BranchMatches[] {
  if (isEmptyQuery(query)) return []
  const branches = query.branches.filter((branch) => !isEmptyBranch(branch))
  const completeTags = findCompleteTags(
    parts.map(({ segment }) => segment),
    branches,
  )
  const found = branches.map((branch) =>
    runBranch(
      {
        parts,
        branch,
        isFuzzy: question.isFuzzy,
        filterRoom: { ...surroundings, completeTags },
        candidates: countCandidates(question),
        isAlone: branches.length === 1,
      },
      room,
    ),
  )
  const whole = found.filter(
    ({ plan, matches }) => plan.needs === 'all' && matches.totals.some((total) => total > 0),
  )
  return whole.length > 0 ? whole : found
}

/** The alternatives' lists as one for each lane, best first, each item once. */
function mergeLanes(
  found: readonly (readonly (readonly Candidate[])[])[],
): readonly (readonly Candidate[])[] {
  const [only] = found
  if (only === undefined) return []
  if (found.length === 1) return only.map(keepOncePerKey)
  return lanes.map((_, lane) => {
    const list = found.flatMap((ranked) => ranked[lane] ?? []).sort(compareTiers)
    return keepOncePerKey(keepOncePerItem(list))
  })
}

function keepOncePerItem(list: readonly Candidate[]): readonly Candidate[] {
  const seen = new Map<Segment, Set<number>>()
  return list.filter(({ segment, item }) => {
    const items = seen.get(segment) ?? new Set<number>()
    seen.set(segment, items)
    return !items.has(item) && items.add(item)
  })
}

function totalsOf(found: readonly BranchMatches[]): readonly number[] {
  const [only] = found
  if (only === undefined) return []
  if (only.members === null) return only.matches.totals
  const together = createMembers()
  for (const { members } of found) if (members !== null) together.addAll(members)
  return together.countLanes()
}

/** Reads a limited number of texts: a phrase of common words must not read the whole journal. */
function readFew(readText: ReadText): ReadText {
  let left = mostReadForPhrases
  return (path) => {
    left -= 1
    return left < 0 ? null : readText(path)
  }
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
  plan: BranchPlan,
  ranked: readonly Candidate[],
  parts: readonly LivePart[],
): SearchAnswer['corrections'] {
  if (plan.words.every(({ hasTyped }) => hasTyped)) return []
  const best = ranked
    .filter((candidate) => candidate.plan === plan)
    .sort((left, right) => right.score - left.score)
  return plan.words.flatMap((planned, word) => {
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
