import type { HeldEntry } from './held-entry.ts'

/** A place of something that many entries speak of: one use of a resource, one mention of a person. */
export interface KeyedPlace {
  readonly entry: HeldEntry
  readonly key: string
}

/**
 * Places gathered by key into one row each. A row is made again when one of its places comes or goes; `onRow` and
 * `onGone` hear of it, the old row always before the new one, and not before `settle`.
 */
export interface Gathered<Place extends KeyedPlace> {
  add(place: Place): void
  remove(place: Place): void
  /** Makes the rows of all keys whose places have changed since. */
  settle(): void
  placesOf(key: string): readonly Place[]
}

export interface GatheredRows<Place, Row> {
  readonly make: (key: string, places: readonly Place[]) => Row
  readonly onRow: (row: Row) => void
  readonly onGone: (row: Row) => void
}

export function createGathered<Place extends KeyedPlace, Row>(
  rows: GatheredRows<Place, Row>,
): Gathered<Place> {
  const places = new Map<string, Set<Place>>()
  const made = new Map<string, Row>()
  const changed = new Set<string>()
  return {
    add(place) {
      const known = places.get(place.key)
      if (known === undefined) places.set(place.key, new Set([place]))
      else known.add(place)
      changed.add(place.key)
    },
    remove(place) {
      places.get(place.key)?.delete(place)
      changed.add(place.key)
    },
    settle() {
      for (const key of changed) {
        const old = made.get(key)
        if (old !== undefined) rows.onGone(old)
        const now = places.get(key)
        if (now === undefined || now.size === 0) {
          places.delete(key)
          made.delete(key)
          continue
        }
        const row = rows.make(key, Array.from(now))
        made.set(key, row)
        rows.onRow(row)
      }
      changed.clear()
    },
    placesOf: (key) => Array.from(places.get(key) ?? []),
  }
}

/** The value that occurs most; the first of those that occur as often. Null when there is none. */
export function mostUsed<Value>(values: readonly Value[]): Value | null {
  const counts = new Map<Value, number>()
  let best: Value | null = null
  let most = 0
  for (const value of values) {
    const count = (counts.get(value) ?? 0) + 1
    counts.set(value, count)
    if (count > most) {
      most = count
      best = value
    }
  }
  return best
}
