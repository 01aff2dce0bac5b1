import { lanes, type Lane } from '../contract/search.ts'
import { findForms } from './expand.ts'
import { hasPhrase, type ReadText } from './find-phrase.ts'
import type { ParsedQuery } from './query.ts'
import { entryCountOf, Flag, Group, groupOf, itemCountOf, noDay, type Segment } from './segment.ts'
import { findString, termRange } from './string-table.ts'

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
export function createItemFilter(
  part: LivePart,
  query: ParsedQuery,
  completeTags: ReadonlySet<string>,
  readText: ReadText,
): ItemFilter {
  const { segment, alive } = part
  const allowed = lanes.map((lane) => query.lanes === null || query.lanes.has(lane))
  const tagged = query.tags.map((tag) => taggedEntries(segment, tag, completeTags))
  const untagged = query.excludedTags.map((tag) => taggedEntries(segment, tag, completeTags))
  const excluded = excludedItems(segment, query.excludedWords)
  return (item) => {
    const entry = segment.itemEntries[item] ?? 0
    if (alive[entry] === 0) return -1
    const lane = laneOfItem(segment, item)
    if (allowed[lane] !== true || excluded?.[item] === 1) return -1
    if (((segment.itemFlags[item] ?? 0) & query.flags) !== query.flags) return -1
    if (!isInRange(segment.days[entry] ?? noDay, query)) return -1
    if (!tagged.every((entries) => entries[entry] === 1) || untagged.some((entries) => entries[entry] === 1))
      return -1
    return query.phrases.every(
      (phrase) => hasPhrase(segment, item, phrase.terms, readText) !== phrase.isExcluded,
    )
      ? lane
      : -1
  }
}

/** Number of an item's lane. */
export function laneOfItem(segment: Segment, item: number): number {
  const group = groupOf(segment, item)
  if (group === Group.heading) return laneNumber.headings
  if (group === Group.resource) return laneNumber.resources
  if (group === Group.action) return laneNumber.actions
  const flags = segment.itemFlags[item] ?? 0
  if ((flags & Flag.draft) !== 0) return laneNumber.drafts
  return (flags & Flag.page) !== 0 ? laneNumber.pages : laneNumber.entries
}

function isInRange(day: number, query: ParsedQuery): boolean {
  const { from, to } = query.days
  if (from === null && to === null) return true
  return day !== noDay && (from === null || day >= from) && (to === null || day <= to)
}

/** Entries with a tag; with one that begins so, while no tag is called exactly that. */
function taggedEntries(segment: Segment, tag: string, completeTags: ReadonlySet<string>): Uint8Array {
  const term = `#${tag}`.slice(0, 64)
  const exact = findString(segment.terms, term)
  const range = completeTags.has(tag)
    ? exact < 0
      ? [0, 0]
      : [exact, exact + 1]
    : termRange(segment.terms, term)
  const entries = new Uint8Array(entryCountOf(segment))
  for (let at = range[0] ?? 0; at < (range[1] ?? 0); at += 1) markItems(segment, at, entries)
  return entries
}

/** The tags of a query that some entry has, spelled exactly so. */
export function findCompleteTags(parts: readonly LivePart[], query: ParsedQuery): ReadonlySet<string> {
  const tags = [...query.tags, ...query.excludedTags]
  return new Set(
    tags.filter((tag) => parts.some(({ segment }) => findString(segment.terms, `#${tag}`.slice(0, 64)) >= 0)),
  )
}

function excludedItems(segment: Segment, words: readonly string[]): Uint8Array | null {
  if (words.length === 0) return null
  const items = new Uint8Array(itemCountOf(segment))
  for (const word of words) {
    const exact = findString(segment.terms, word)
    if (exact >= 0) markItems(segment, exact, items)
    for (const term of findForms(segment, word)) markItems(segment, term, items)
  }
  return items
}

function markItems(segment: Segment, term: number, marks: Uint8Array): void {
  const end = segment.postingStarts[term + 1] ?? 0
  for (let at = segment.postingStarts[term] ?? 0; at < end; at += 1) {
    const item = segment.postingItems[at] ?? 0
    if (item < marks.length) marks[item] = 1
  }
}
