import { lanes } from '../contract/search.ts'
import { itemCountOf, type Segment } from './segment.ts'

/** Everything that answers one of several alternatives, once: for totals that count nothing twice. */
export interface Members {
  add(segment: Segment, item: number, lane: number): void
  /** Numbers of the keys of a lane whose items have keys: each counts once. */
  keys(lane: number): Set<number>
  /** Takes in those of another alternative. */
  addAll(other: Members): void
  /** How many each lane holds. */
  countLanes(): number[]
  readonly bySegment: ReadonlyMap<Segment, Uint8Array>
  readonly keysByLane: ReadonlyMap<number, ReadonlySet<number>>
}

export function createMembers(): Members {
  /** Lane of each item that answers, plus one. */
  const bySegment = new Map<Segment, Uint8Array>()
  const keysByLane = new Map<number, Set<number>>()

  function placesOf(segment: Segment): Uint8Array {
    const known = bySegment.get(segment) ?? new Uint8Array(itemCountOf(segment))
    bySegment.set(segment, known)
    return known
  }

  function keys(lane: number): Set<number> {
    const known = keysByLane.get(lane) ?? new Set<number>()
    keysByLane.set(lane, known)
    return known
  }

  return {
    bySegment,
    keysByLane,
    keys,
    add(segment, item, lane) {
      placesOf(segment)[item] = lane + 1
    },
    addAll(other) {
      for (const [lane, theirs] of other.keysByLane) for (const key of theirs) keys(lane).add(key)
      for (const [segment, theirs] of other.bySegment) {
        const ours = placesOf(segment)
        for (let item = 0; item < theirs.length; item += 1)
          ours[item] = Math.max(ours[item] ?? 0, theirs[item] ?? 0)
      }
    },
    countLanes() {
      const totals = lanes.map(() => 0)
      for (const places of bySegment.values()) {
        for (const lane of places) if (lane > 0) totals[lane - 1] = (totals[lane - 1] ?? 0) + 1
      }
      for (const [lane, known] of keysByLane) totals[lane] = known.size
      return totals
    },
  }
}
