import type { EntryFacts, HeldEntry } from './held-entry.ts'

/** Rows of one kind of the whole journal. Rows are light; what they show is read from their entry's facts. */
export interface FactTable {
  /** Takes the rows of an entry in. */
  add(entry: HeldEntry, facts: EntryFacts): void
  /** Makes what its usual question needs, so that a page opens at once. */
  prepare(): void
  /** Forgets the rows of an entry. */
  remove(entry: HeldEntry): void
}

/** Reads the facts of entries for one answer, each entry once. */
export type ReadFacts = (entry: HeldEntry) => EntryFacts

/** Newest entry first, those without a day last; the path tells apart what is left. */
export function byEntry(left: HeldEntry, right: HeldEntry): number {
  if (left === right) return 0
  if (left.date !== right.date)
    return left.date === null ? 1 : right.date === null ? -1 : left.date < right.date ? 1 : -1
  return left.path < right.path ? -1 : 1
}

/** Rows of each entry, to be forgotten together. */
export interface RowsByEntry<Row> {
  add(entry: HeldEntry, rows: readonly Row[]): void
  take(entry: HeldEntry): readonly Row[]
}

export function createRowsByEntry<Row>(): RowsByEntry<Row> {
  const rows = new Map<HeldEntry, readonly Row[]>()
  return {
    add(entry, each) {
      if (each.length > 0) rows.set(entry, each)
    },
    take(entry) {
      const taken = rows.get(entry) ?? []
      rows.delete(entry)
      return taken
    },
  }
}
