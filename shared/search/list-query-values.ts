import type { QueryValues } from '../contract/search.ts'
import { hostOf } from './filter-items.ts'
import type { LivePart } from './item-filter.ts'
import type { KeyTable } from './key-table.ts'
import { readEntryRecord, readResourceRecord } from './record.ts'
import { Group } from './segment.ts'

/** Most values of each kind: more are not looked through by anyone. */
const mostValues = 2000
/** Items read between two pauses: about a millisecond of work. */
const itemsPerStep = 1500

/**
 * Gathers what the filters of a query can be completed with, most used first.
 *
 * A generator, so that whoever runs it can answer searches in between.
 */
export function* listQueryValues(
  parts: readonly LivePart[],
  keys: KeyTable,
): Generator<undefined, QueryValues> {
  const counts = { tags: createCount(), authors: createCount(), folders: createCount(), hosts: createCount() }
  let read = 0
  for (const { segment, alive } of parts) {
    const resourcesFrom = segment.groupStarts[Group.resource] ?? 0
    const resourcesTo = segment.groupStarts[Group.resource + 1] ?? 0
    for (let entry = 0; entry < alive.length; entry += 1) {
      if (alive[entry] === 0) continue
      if ((read += 1) % itemsPerStep === 0) yield
      const { path, tags } = readEntryRecord(segment, entry)
      for (const tag of tags) counts.tags.add(tag)
      for (const folder of foldersOf(path)) counts.folders.add(folder)
    }
    for (let item = resourcesFrom; item < resourcesTo; item += 1) {
      if (alive[segment.itemEntries[item] ?? 0] === 0) continue
      if ((read += 1) % itemsPerStep === 0) yield
      const { authors, address } = readResourceRecord(segment, item)
      for (const author of authors) counts.authors.add(author)
      const host = hostOf(address ?? keys.at(segment.resourceKeys[item - resourcesFrom] ?? 0))
      if (host !== '') counts.hosts.add(host)
    }
  }
  return {
    tags: counts.tags.mostUsed(),
    authors: counts.authors.mostUsed(),
    folders: counts.folders.mostUsed(),
    hosts: counts.hosts.mostUsed(),
  }
}

/** `a/b/c.md` lies in `a/` and `a/b/`. */
function foldersOf(path: string): string[] {
  const names = path.split('/').slice(0, -1)
  return names.map((_, at) => `${names.slice(0, at + 1).join('/')}/`)
}

function createCount() {
  const counts = new Map<string, number>()
  return {
    add(value: string): void {
      counts.set(value, (counts.get(value) ?? 0) + 1)
    },
    mostUsed: () =>
      Array.from(counts)
        .sort(([left, often], [right, rarely]) => rarely - often || (left < right ? -1 : 1))
        .slice(0, mostValues)
        .map(([value]) => value),
  }
}
