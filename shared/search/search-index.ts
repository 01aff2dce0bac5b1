import type { ResourceUseElsewhere } from '../contract/requests.ts'
import type {
  MarkAnswer,
  MarkQuestion,
  QueryValues,
  SearchAnswer,
  SearchQuestion,
} from '../contract/search.ts'
import type { EntryPath } from '../entry/entry-path.ts'
import type { EntryCard } from '../entry/summary.ts'
import { createSegmentBuilder } from './build-segment.ts'
import { readEntryOf, visitUses } from './gather-uses.ts'
import type { IndexedEntry } from './indexed-entry.ts'
import type { LivePart } from './item-filter.ts'
import { createKeyTable, type KeyTable } from './key-table.ts'
import { listQueryValues } from './list-query-values.ts'
import { markEntry } from './mark-entry.ts'
import type { SearchRoom } from './match-items.ts'
import { mergeSegments } from './merge-segments.ts'
import { createPatternScans } from './pattern-scans.ts'
import { kindOfFlags, readEntryPath, readEntryRecord } from './record.ts'
import { planQuery, runQuery, type SearchSurroundings } from './run-query.ts'
import { entryCountOf, Flag, type Segment } from './segment.ts'

/** The search index of one journal: segments, and which entries in them still stand. Holds no text. */
export interface SearchIndex {
  /** Takes entries in, each instead of what was known under its path. */
  add(entries: readonly IndexedEntry[]): void
  /** Takes entries in one by one, to be found from `commit` on: work that can be spread over many turns. */
  startBatch(): IndexBatch
  remove(paths: readonly string[]): void
  search(question: SearchQuestion, surroundings: SearchSurroundings): SearchAnswer
  /** Where the words of a query stand in one entry; nowhere when it is not in the index or cannot be read. */
  markEntry(question: MarkQuestion, surroundings: SearchSurroundings): MarkAnswer
  /** What the filters of a query can be completed with; run the steps whenever there is time. */
  listQueryValues(): Generator<undefined, QueryValues>
  /** Every use of each resource, by key; keys that nothing uses are left out. */
  findUses(keys: readonly string[]): Record<string, ResourceUseElsewhere[]>
  listCards(): EntryCard[]
  /** Size and time of change of an entry as it was read; null when it is not in the index, or by name only. */
  stampOf(path: string): { readonly size: number; readonly modifiedMs: number } | null
  listPaths(): string[]
  /**
   * Joins small segments when there are enough of them; null when there is nothing to do. Run the steps whenever there
   * is time: searches and changes between them are right, and are kept by the merge.
   *
   * @param isThorough true: leave as few segments as the size of the journal allows
   */
  startMerge(isThorough: boolean): Generator<undefined, void> | null
  readonly counts: IndexCounts
  /** Grows with every entry that comes or goes. */
  readonly changes: number
  /** For saving. */
  readonly parts: readonly LivePart[]
  readonly keys: KeyTable
  /** Takes a saved segment in, those of its entries that are alive; its resource keys must be numbers of `keys`. */
  addSegment(segment: Segment, alive: Uint8Array): void
}

/** Entries on their way into the index. */
export interface IndexBatch {
  add(entry: IndexedEntry): void
  readonly entryCount: number
  /** Letters of their texts. */
  readonly textLength: number
  commit(): void
}

export interface IndexCounts {
  /** Entries whose text has been read. */
  readonly searched: number
  readonly entries: number
  readonly segments: number
  readonly terms: number
}

/** Segments of about one size that are joined to one. */
const mergeFactor = 8
/** A segment of this many entries is left alone: joining larger ones would hold twice the memory for seconds. */
const largestMerged = 32_768

interface MutablePart extends LivePart {
  living: number
}

interface Place {
  readonly part: MutablePart
  readonly entry: number
}

export function createSearchIndex(): SearchIndex {
  let parts: MutablePart[] = []
  const places = new Map<string, Place>()
  const keys = createKeyTable()
  const room: SearchRoom = {
    scratch: null,
    keySeen: new Uint32Array(1024),
    keyPart: new Uint32Array(1024),
    keyItem: new Uint32Array(1024),
    serial: 0,
    patterns: createPatternScans(),
  }
  let named = 0
  let changes = 0

  function add(entries: readonly IndexedEntry[]): void {
    if (entries.length === 0) return
    const latest = new Map(entries.map((entry) => [entry.summary.path as string, entry]))
    const batch = startBatch()
    for (const entry of latest.values()) batch.add(entry)
    batch.commit()
  }

  function startBatch(): IndexBatch {
    const builder = createSegmentBuilder(keys.intern)
    return {
      add: builder.add,
      get entryCount() {
        return builder.entryCount
      },
      get textLength() {
        return builder.textLength
      },
      commit() {
        if (builder.entryCount > 0) addSegment(builder.finish(), new Uint8Array(builder.entryCount).fill(1))
      },
    }
  }

  function addSegment(segment: Segment, alive: Uint8Array): void {
    const part: MutablePart = { segment, alive: Uint8Array.from(alive), living: 0 }
    for (let entry = 0; entry < part.alive.length; entry += 1) {
      if (part.alive[entry] === 0) continue
      const path = readEntryPath(segment, entry)
      forget(path)
      places.set(path, { part, entry })
      part.living += 1
      changes += 1
      if (isNameOnly(segment, entry)) named += 1
    }
    if (part.living > 0) parts = [...parts, part]
  }

  function forget(path: string): void {
    const place = places.get(path)
    if (place === undefined) return
    places.delete(path)
    changes += 1
    place.part.alive[place.entry] = 0
    place.part.living -= 1
    if (isNameOnly(place.part.segment, place.entry)) named -= 1
    if (place.part.living === 0) parts = parts.filter((part) => part !== place.part)
  }

  function startMerge(isThorough: boolean): Generator<undefined, void> | null {
    const chosen = isThorough ? chooseAll(parts) : chooseTier(parts)
    return chosen.length === 0 ? null : merge(chosen)
  }

  /** What changed while the merge ran is gone from the old parts, and so is not taken over. */
  function* merge(chosen: readonly MutablePart[]): Generator<undefined, void> {
    const frozen = chosen.map(({ segment, alive }) => ({ segment, alive: alive.slice() }))
    const segment = yield* mergeSegments(frozen)
    const part: MutablePart = { segment, alive: new Uint8Array(entryCountOf(segment)), living: 0 }
    for (let entry = 0; entry < part.alive.length; entry += 1) {
      const path = readEntryPath(segment, entry)
      const place = places.get(path)
      if (place === undefined || !chosen.includes(place.part)) continue
      places.set(path, { part, entry })
      part.alive[entry] = 1
      part.living += 1
    }
    parts = [...parts.filter((old) => !chosen.includes(old)), part].filter(({ living }) => living > 0)
  }

  return {
    add,
    startBatch,
    addSegment,
    startMerge,
    remove: (paths) => paths.forEach(forget),
    search(question, surroundings) {
      makeKeyRoom(room, keys.count)
      const answer = runQuery(parts, question, room, keys.at, surroundings)
      return { ...answer, searchedEntries: places.size - named, totalEntries: places.size }
    },
    markEntry(question, surroundings) {
      const place = places.get(question.path)
      const text = place === undefined ? null : surroundings.readText(question.path)
      if (place === undefined || text === null) return { ranges: [], textLength: 0 }
      makeKeyRoom(room, keys.count)
      const plans = planQuery(parts, question, room, keys.at, surroundings)
      return markEntry(text, plans, parts, place.part.segment)
    },
    listQueryValues: () => listQueryValues(parts, keys),
    findUses: (wanted) => findUses(parts, wanted, keys),
    listCards: () => Array.from(places.values(), ({ part, entry }) => readCard(part.segment, entry)),
    stampOf(path) {
      const place = places.get(path)
      if (place === undefined || isNameOnly(place.part.segment, place.entry)) return null
      const { sizes, modified } = place.part.segment
      return { size: sizes[place.entry] ?? 0, modifiedMs: modified[place.entry] ?? 0 }
    },
    listPaths: () => Array.from(places.keys()),
    get counts() {
      const terms = parts.reduce((sum, { segment }) => sum + segment.terms.starts.length, 0)
      return { searched: places.size - named, entries: places.size, segments: parts.length, terms }
    },
    get changes() {
      return changes
    },
    get parts() {
      return parts
    },
    keys,
  }
}

function isNameOnly(segment: Segment, entry: number): boolean {
  return ((segment.itemFlags[entry] ?? 0) & Flag.nameOnly) !== 0
}

function makeKeyRoom(room: SearchRoom, needed: number): void {
  if (room.keySeen.length >= needed) return
  const size = needed * 2
  room.keySeen = new Uint32Array(size)
  room.keyPart = new Uint32Array(size)
  room.keyItem = new Uint32Array(size)
}

/** Eight segments of about one size, the smallest such size. */
function chooseTier(parts: readonly MutablePart[]): readonly MutablePart[] {
  const tiers = new Map<number, MutablePart[]>()
  for (const part of parts) {
    if (part.living > largestMerged) continue
    const tier = Math.floor(Math.log(Math.max(1, part.living)) / Math.log(mergeFactor))
    tiers.set(tier, [...(tiers.get(tier) ?? []), part])
  }
  const full = Array.from(tiers).filter(([, members]) => members.length >= mergeFactor)
  full.sort(([left], [right]) => left - right)
  return full[0]?.[1] ?? []
}

/** All that together make one segment of a size that is still joined; one alone when a third of it is gone. */
function chooseAll(parts: readonly MutablePart[]): readonly MutablePart[] {
  const chosen: MutablePart[] = []
  let living = 0
  for (const part of [...parts].sort((left, right) => left.living - right.living)) {
    if (living + part.living > largestMerged) break
    chosen.push(part)
    living += part.living
  }
  const [only] = chosen
  if (chosen.length > 1) return chosen
  return only !== undefined && only.living < only.alive.length * 0.67 ? chosen : []
}

function findUses(
  parts: readonly LivePart[],
  wanted: readonly string[],
  keys: KeyTable,
): Record<string, ResourceUseElsewhere[]> {
  const names = new Map<number, string>()
  for (const key of wanted) {
    const number = keys.numberOf(key)
    if (number !== undefined) names.set(number, key)
  }
  const uses = new Map<string, ResourceUseElsewhere[]>()
  visitUses(parts, new Set(names.keys()), (segment, item, key) => {
    const { path, title, date } = readEntryOf(segment, item)
    const use = { path: path as EntryPath, entryTitle: title, date, from: segment.itemOffsets[item] ?? 0 }
    const name = names.get(key) ?? ''
    uses.set(name, [...(uses.get(name) ?? []), use])
  })
  return Object.fromEntries(uses)
}

function readCard(segment: Segment, entry: number): EntryCard {
  const { path, title, date, tags } = readEntryRecord(segment, entry)
  return { path: path as EntryPath, kind: kindOfFlags(segment.itemFlags[entry] ?? 0), title, date, tags }
}
