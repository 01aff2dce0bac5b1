import { lanes, type Lane } from '../contract/search.ts'
import { compileFilter, type FilterRoom } from './filter-items.ts'
import { findForms } from './expand.ts'
import { findPhrase } from './find-phrase.ts'
import { visitPostings } from './postings.ts'
import type { QueryBranch, QueryWord } from './query.ts'
import { Flag, Group, groupOf, itemCountOf, type Segment } from './segment.ts'
import { findString } from './string-table.ts'
import { isInFields } from './score-word.ts'

/** A segment, and which of its entries still stand (others were changed or removed since). */
export interface LivePart {
  readonly segment: Segment
  /** 1 for entries that still stand. */
  readonly alive: Uint8Array
}

/** Number of the lane that an item answers in, or -1 when the query rules it out. */
export type ItemFilter = (item: number) => number

/** Number of each lane, as in the contract. */
export const laneNumber = Object.fromEntries(lanes.map((lane, at) => [lane, at])) as Readonly<
  Record<Lane, number>
>

/** Prepares everything in a query that is not a word to be found. */
export function createItemFilter(part: LivePart, branch: QueryBranch, room: FilterRoom): ItemFilter {
  const { segment, alive } = part
  const narrow = lanesOf(branch)
  const tests = branch.filters
    .filter(({ filter }) => filter.kind !== 'lanes')
    .map(({ filter, isExcluded }) => ({ test: compileFilter(segment, filter, room), isExcluded }))
  const phrases = branch.phrases.map(({ terms, isExcluded }) => ({
    finder: findPhrase(segment, terms, room.readForPhrases),
    isExcluded,
  }))
  const excluded = branch.excluded.map((words) => itemsWithAll(segment, words))
  return (item) => {
    const entry = segment.itemEntries[item] ?? 0
    if (alive[entry] === 0) return -1
    const lane = laneOfItem(segment, item)
    if (narrow[lane] !== true || excluded.some((items) => items[item] === 1)) return -1
    if (!tests.every(({ test, isExcluded }) => test(item, entry) !== isExcluded)) return -1
    return phrases.every(({ finder, isExcluded }) => finder.isIn(item) !== isExcluded) ? lane : -1
  }
}

/** By lane number: may it answer? */
function lanesOf({ filters }: QueryBranch): readonly boolean[] {
  return lanes.map((lane) =>
    filters.every(
      ({ filter, isExcluded }) => filter.kind !== 'lanes' || filter.lanes.has(lane) !== isExcluded,
    ),
  )
}

/** Number of an item's lane. */
export function laneOfItem(segment: Segment, item: number): number {
  const group = groupOf(segment, item)
  if (group === Group.heading) return laneNumber.headings
  if (group === Group.resource) return laneNumber.resources
  if (group === Group.person) return laneNumber.people
  if (group === Group.action) return laneNumber.actions
  if (group === Group.quote) return laneNumber.quotes
  if (group === Group.program) return laneNumber.programs
  const flags = segment.itemFlags[item] ?? 0
  if ((flags & Flag.document) !== 0) return laneNumber.documents
  if ((flags & Flag.draft) !== 0) return laneNumber.drafts
  return (flags & Flag.page) !== 0 ? laneNumber.pages : laneNumber.entries
}

/** Items that hold every one of the words, in itself or another form. */
function itemsWithAll(segment: Segment, words: readonly QueryWord[]): Uint8Array {
  const counts = new Uint8Array(itemCountOf(segment))
  words.forEach((word, at) => {
    const exact = findString(segment.terms, word.term)
    const terms = new Set(word.isLiteral ? [] : findForms(segment, word.term))
    if (exact >= 0) terms.add(exact)
    for (const term of terms) countItems(segment, term, word.fields, at, counts)
  })
  return counts.map((count) => (count === words.length ? 1 : 0))
}

/** Raises the count of items that held all words before number `at`. */
function countItems(segment: Segment, term: number, fields: number, at: number, counts: Uint8Array): void {
  visitPostings(segment, term, (item, posting) => {
    if (counts[item] !== at) return
    if (fields === 0 || isInFields(segment, posting, segment.postingFields[posting] ?? 0, fields))
      counts[item] = at + 1
  })
}
