import type { LivePart } from './item-filter.ts'
import { readEntryRecord, readResourceRecord } from './record.ts'
import { Flag, type Segment } from './segment.ts'

/** What all uses of a resource together say of it. */
export interface GatheredResource {
  readonly authors: readonly string[]
  readonly month: string | null
  /** What the author wrote under the link, anywhere. */
  readonly notes: readonly string[]
  /** See `ResourceRecord.address`. */
  readonly address: string | null
  readonly isMustRead: boolean
  readonly uses: number
}

/** Calls `take` with every living use of the resources with these key numbers. */
export function visitUses(
  parts: readonly LivePart[],
  keys: ReadonlySet<number>,
  take: (segment: Segment, item: number, key: number) => void,
): void {
  for (const { segment, alive } of parts) {
    const { resourceKeys, resourceOrder } = segment
    const from = segment.groupStarts[2] ?? 0
    for (const key of keys) {
      for (let at = firstUse(segment, key); at < resourceOrder.length; at += 1) {
        const place = resourceOrder[at] ?? 0
        if (resourceKeys[place] !== key) break
        if (alive[segment.itemEntries[from + place] ?? 0] === 1) take(segment, from + place, key)
      }
    }
  }
}

function firstUse({ resourceKeys, resourceOrder }: Segment, key: number): number {
  let low = 0
  let high = resourceOrder.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((resourceKeys[resourceOrder[middle] ?? 0] ?? 0) < key) low = middle + 1
    else high = middle
  }
  return low
}

/** The uses of a segment sorted by key, those of one key in the order of the entries. */
export function orderByKey(resourceKeys: Uint32Array): Uint32Array {
  const room = 2 ** 26
  const sorted = Float64Array.from(resourceKeys, (key, place) => key * room + place).sort()
  return Uint32Array.from(sorted, (value) => value % room)
}

/** Gathers what the uses of each resource say: a star or an author given in one place holds for all. */
export function gatherResources(
  parts: readonly LivePart[],
  keys: ReadonlySet<number>,
): ReadonlyMap<number, GatheredResource> {
  const gathered = new Map<number, GatheredResource>()
  visitUses(parts, keys, (segment, item, key) => {
    const use = readResourceRecord(segment, item)
    const before = gathered.get(key)
    gathered.set(key, {
      authors: before === undefined || before.authors.length === 0 ? use.authors : before.authors,
      month: before?.month ?? use.month,
      notes: [...(before?.notes ?? []), ...use.notes],
      address: before?.address ?? use.address,
      isMustRead: before?.isMustRead === true || ((segment.itemFlags[item] ?? 0) & Flag.star) !== 0,
      uses: (before?.uses ?? 0) + 1,
    })
  })
  return gathered
}

/** Title, path and day of the entry that an item stands in. */
export function readEntryOf(segment: Segment, item: number): ReturnType<typeof readEntryRecord> {
  return readEntryRecord(segment, segment.itemEntries[item] ?? 0)
}
