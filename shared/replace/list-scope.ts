import type { EntryPath } from '../entry/entry-path.ts'
import type { IsoDay } from '../entry/summary.ts'
import { findCompleteTags } from '../search/filter-items.ts'
import { createItemFilter } from '../search/item-filter.ts'
import { createPatternScans } from '../search/pattern-scans.ts'
import { parseQuery } from '../search/query.ts'
import { readEntryRecord } from '../search/record.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { entryCountOf } from '../search/segment.ts'

export interface ScopedEntry {
  readonly path: EntryPath
  readonly title: string
  readonly date: IsoDay | null
}

/**
 * The entries that the filters of a query leave, newest first: `tag:`, `kind:`, `path:`, dates and so on. Its words do
 * not count, since a replacement looks for words of its own. All entries for a query without filters.
 */
export function listScope(index: SearchIndex, query: string, today: IsoDay): ScopedEntry[] {
  const branches = parseQuery(query, today).branches.map((branch) => ({
    ...branch,
    phrases: [],
    excluded: [],
  }))
  const completeTags = findCompleteTags(
    index.parts.map(({ segment }) => segment),
    branches,
  )
  const room = {
    completeTags,
    readForPhrases: null,
    readText: () => null,
    patterns: createPatternScans(),
    keyAt: (key: number) => index.keys.at(key),
  }
  const found: ScopedEntry[] = []
  for (const part of index.parts) {
    const filters = branches.map((branch) => createItemFilter(part, branch, room))
    for (let entry = 0; entry < entryCountOf(part.segment); entry += 1) {
      if (!filters.some((filter) => filter(entry) >= 0)) continue
      const { path, title, date } = readEntryRecord(part.segment, entry)
      found.push({ path: path as EntryPath, title, date })
    }
  }
  return found.sort(newestFirst)
}

/** For sorting: the newest first; without a date all others, by their paths. */
export function newestFirst(left: ScopedEntry, right: ScopedEntry): number {
  if (left.date !== right.date) return (left.date ?? '') < (right.date ?? '') ? 1 : -1
  return left.path < right.path ? -1 : 1
}
