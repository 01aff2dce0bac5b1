import { lanes } from '../contract/search.ts'
import type { FilterRoom } from './filter-items.ts'
import { createEntryGate } from './find-phrase.ts'
import { createItemFilter, laneNumber, laneOfItem, type LivePart } from './item-filter.ts'
import type { PlannedWord } from './plan.ts'
import type { Members } from './members.ts'
import type { PatternScans } from './pattern-scans.ts'
import type { QueryBranch } from './query.ts'
import { scoreWord } from './score-word.ts'
import { clearScratch, keepOpen, makeRoom, placedWords, type Scratch } from './scratch.ts'
import { entryCountOf, itemCountOf, noDay, type Segment } from './segment.ts'
import { createTopList, type TopList } from './top-list.ts'
import { countBits } from './vocabulary.ts'

/** One alternative of a query, with its words looked up. */
export interface BranchPlan {
  readonly branch: QueryBranch
  readonly words: readonly PlannedWord[]
  /** All words must be found, or any. */
  readonly needs: 'all' | 'any'
}

/** An item that answers the query, before it is compared closely. */
export interface Candidate {
  readonly plan: BranchPlan
  readonly segment: Segment
  readonly item: number
  readonly lane: number
  /** Rises with how well it answers; refined later. */
  score: number
  /** Bits of the words found: anywhere, in the item's own text, and only as mistypings. */
  readonly covered: number
  readonly own: number
  readonly loose: number
  /** Those of the mistypings that are two edits away. */
  readonly far: number
  /** Number of the least sure of `matchKinds` by which a word was found. */
  readonly kind: number
  /** For entries: the posting of each of the first words, -1 where a word is missing. */
  readonly postings: readonly number[]
}

export interface Matches {
  /** Best first, one list for each lane. */
  readonly lists: readonly (readonly Candidate[])[]
  /** How many items each lane holds in all; a resource counts once. */
  readonly totals: readonly number[]
}

/** What a search needs beside the query. */
export interface SearchRoom {
  scratch: Scratch | null
  /** By resource key: the search that saw it last, and the item of the segment at work that speaks for it. */
  keySeen: Uint32Array
  keyPart: Uint32Array
  keyItem: Uint32Array
  serial: number
  readonly patterns: PatternScans
}

export interface MatchTask {
  readonly parts: readonly LivePart[]
  readonly plan: BranchPlan
  readonly filterRoom: FilterRoom
  /** Candidates kept in each lane. */
  readonly room: number
  /** Where to note who answers, for a query of several alternatives; null for one, whose totals are enough. */
  readonly members: Members | null
}

/** With any word enough, an answer must still hold this share of what the words are worth. */
const leastShare = 0.5

/** Finds the items that answer, in all segments. */
export function matchItems(task: MatchTask, room: SearchRoom): Matches {
  const lists: Candidate[][] = lanes.map(() => [])
  const totals = lanes.map(() => 0)
  if (isHopeless(task.plan)) return { lists, totals }
  room.serial += 1
  task.parts.forEach((part, at) => {
    const scratch = makeRoom(room.scratch, part.segment)
    room.scratch = scratch
    scoreWords(task, at, scratch)
    const best: (TopList | null)[] = lanes.map(() => null)
    const collection = { task, part, at, scratch, room, best, totals }
    if (scratch.openCount > 0 || task.plan.words.length === 0) collect(collection)
    addCandidates(collection, lists)
    clearScratch(scratch)
  })
  return { lists: task.parts.length === 1 ? lists : lists.map((list) => bestOf(list, task.room)), totals }
}

/** One of the words that must all be found stands nowhere. */
function isHopeless({ words, needs }: BranchPlan): boolean {
  return needs === 'all' && words.some(({ expansions }) => expansions.every((list) => list.length === 0))
}

/** What the best of a segment are, before the scratch forgets it. */
function addCandidates(collection: Collection, lists: readonly Candidate[][]): void {
  collection.best.forEach((top, lane) => {
    for (const { item, score } of top?.list() ?? [])
      lists[lane]?.push(toCandidate(collection, item, lane, score))
  })
}

function bestOf(list: readonly Candidate[], room: number): readonly Candidate[] {
  return list.toSorted((left, right) => right.score - left.score).slice(0, room)
}

/** Rarest word first, so that few items are left when the common ones come. */
function scoreWords(task: MatchTask, at: number, scratch: Scratch): void {
  const { words, needs } = task.plan
  const order = words.map((_, word) => word)
  order.sort((left, right) => (words[left]?.frequency ?? 0) - (words[right]?.frequency ?? 0))
  const weak = needs === 'any' ? weakWords(words) : 0
  const { segment } = task.parts[at] as LivePart
  const gate = createEntryGate(segment, task.plan.branch.phrases)
  let required = 0
  for (const word of order) {
    const planned = words[word]
    if (planned === undefined) continue
    const takesNew = needs === 'all' ? required === 0 : (weak & (1 << word)) === 0
    const expansions = planned.expansions[at] ?? []
    const { worth } = planned
    const { fields } = planned.word
    scoreWord(segment, { word, expansions, worth, fields, required, takesNew, gate }, scratch)
    if (needs === 'any') continue
    required |= 1 << word
    keepOpen(scratch, required)
    if (scratch.openCount === 0) return
  }
}

/**
 * Bits of the words that even together do not make an answer of an item that has no other: the least telling, which are
 * the most frequent. They are looked up in the items of the others only.
 */
function weakWords(words: readonly PlannedWord[]): number {
  const allWorth = words.reduce((sum, { worth }) => sum + worth, 0)
  const order = words.map((_, word) => word)
  order.sort((left, right) => (words[left]?.worth ?? 0) - (words[right]?.worth ?? 0))
  let bits = 0
  let together = 0
  for (const word of order) {
    together += words[word]?.worth ?? 0
    if (together >= leastShare * allWorth) return bits
    bits |= 1 << word
  }
  return bits
}

interface Collection {
  readonly task: MatchTask
  readonly part: LivePart
  readonly at: number
  readonly scratch: Scratch
  readonly room: SearchRoom
  /** By lane, as soon as it has an item. */
  readonly best: (TopList | null)[]
  readonly totals: number[]
}

function collect(collection: Collection): void {
  const { task, part, scratch, totals } = collection
  const { members } = task
  const filter = createItemFilter(part, task.plan.branch, task.filterRoom)
  const worths = task.plan.words.map((planned) => planned.worth)
  const allWorth = worths.reduce((sum, worth) => sum + worth, 0)
  const all = (1 << worths.length) - 1
  const keyed: number[] = []
  const count = worths.length === 0 ? itemCountOf(part.segment) : scratch.openCount
  for (let at = 0; at < count; at += 1) {
    const item = worths.length === 0 ? at : (scratch.open[at] ?? 0)
    const covered = scratch.covered[item] ?? 0
    const share = covered === all ? 1 : shareOf(covered, worths, allWorth)
    if (covered !== all && (task.plan.needs === 'all' || share < leastShare)) continue
    const lane = filter(item)
    if (lane < 0) continue
    const rough = roughScore(part.segment, scratch, item, share, allWorth, worths.length)
    if (lane === laneNumber.resources || lane === laneNumber.people) {
      noteKeyed(collection, item, lane, rough, keyed)
      continue
    }
    totals[lane] = (totals[lane] ?? 0) + 1
    members?.add(part.segment, item, lane)
    addToBest(collection, lane, rough, item)
  }
  for (const item of keyed)
    addToBest(collection, laneOfItem(part.segment, item), scratch.best[item] ?? 0, item)
}

function addToBest({ best, task, part }: Collection, lane: number, rough: number, item: number): void {
  const list = (best[lane] ??= createTopList(task.room))
  const score = rough + placeAmongEqual(part.segment, item)
  if (score > list.threshold) list.add(score, item)
}

function shareOf(covered: number, worths: readonly number[], allWorth: number): number {
  let worth = 0
  for (let word = 0; word < worths.length; word += 1)
    if ((covered & (1 << word)) !== 0) worth += worths[word] ?? 0
  return worth / allWorth
}

/**
 * What the words say about an item, and how much of the words and of the item's own text answer each other: a title
 * that is the query stands above a long one that contains it. Without words, newest first.
 */
function roughScore(
  segment: Segment,
  scratch: Scratch,
  item: number,
  share: number,
  allWorth: number,
  words: number,
): number {
  if (words === 0)
    return (segment.days[segment.itemEntries[item] ?? 0] ?? 0) / 1e6 - (segment.itemOffsets[item] ?? 0) / 1e12
  const inOwn = countBits(scratch.own[item] ?? 0)
  const ownShare = inOwn / words
  const fullness = Math.min(1, inOwn / (segment.ownWords[item] ?? 1))
  const base = (scratch.totals[item] ?? 0) / (255 * allWorth)
  const named = ownShare === 1 ? 0.8 : 0
  return base * (1 + 0.8 * ownShare + named + 1.2 * ownShare * fullness) * share * share
}

/**
 * Less than any difference that words make: of items that answer alike the newer stands first, and of those of one day
 * the one that the index holds first. A list can then be asked for stretch by stretch, and the stretches fit together.
 */
function placeAmongEqual(segment: Segment, item: number): number {
  const day = segment.days[segment.itemEntries[item] ?? 0] ?? noDay
  return (day === noDay ? 0 : day) * 1e-8 - item * 1e-14
}

/** Of the uses of one resource or the places of one person in a segment, the best speaks for all. */
function noteKeyed(collection: Collection, item: number, lane: number, score: number, keyed: number[]): void {
  const { part, room, totals, at, scratch } = collection
  const key = part.segment.resourceKeys[item - (part.segment.groupStarts[2] ?? 0)] ?? 0
  scratch.best[item] = score
  if (room.keySeen[key] !== room.serial) {
    room.keySeen[key] = room.serial
    room.keyPart[key] = 0
    totals[lane] = (totals[lane] ?? 0) + 1
    collection.task.members?.keys(lane).add(key)
  }
  if (room.keyPart[key] !== at + 1) {
    room.keyPart[key] = at + 1
    room.keyItem[key] = keyed.length
    keyed.push(item)
    return
  }
  const place = room.keyItem[key] ?? 0
  // Rounded as the one that is kept: of uses that answer alike the first speaks.
  if (Math.fround(score) > (scratch.best[keyed[place] ?? 0] ?? 0)) keyed[place] = item
}

function toCandidate(collection: Collection, item: number, lane: number, score: number): Candidate {
  const { part, scratch, task } = collection
  const covered = scratch.covered[item] ?? 0
  const postings: number[] = []
  if (item < entryCountOf(part.segment)) {
    for (let word = 0; word < Math.min(placedWords, task.plan.words.length); word += 1) {
      postings.push(
        (covered & (1 << word)) === 0 ? -1 : (scratch.postings[word * scratch.entryRoom + item] ?? -1),
      )
    }
  }
  return {
    plan: task.plan,
    segment: part.segment,
    item,
    lane,
    score,
    covered,
    own: scratch.own[item] ?? 0,
    loose: scratch.loose[item] ?? 0,
    far: scratch.far[item] ?? 0,
    kind: covered === 0 ? 0 : (scratch.kinds[item] ?? 0),
    postings,
  }
}
