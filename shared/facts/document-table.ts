import { linkedPaths } from '../documents/linked-file.ts'
import { isLocalDocument } from '../resources/resource-address.ts'
import { byEntry, createRowsByEntry, type FactTable } from './fact-table.ts'
import type { HeldEntry } from './held-entry.ts'

/** A link of an entry to a document of the journal. */
export interface DocumentUse {
  readonly entry: HeldEntry
  /** Offset of the link, or of the link that the document is a local copy of. */
  readonly from: number
  readonly address: string
}

export interface DocumentTable extends FactTable {
  /** Entries that link the document at `path`, newest first. */
  usesOf(path: string): readonly DocumentUse[]
}

/** Which entries link which documents, by file name: what a link means depends on where it stands. */
export function createDocumentTable(): DocumentTable {
  const byName = new Map<string, Set<DocumentUse>>()
  const held = createRowsByEntry<DocumentUse>()
  return {
    add(entry, { resources }) {
      const uses = resources.flatMap(({ url, copies = [], span }) =>
        [url, ...copies].filter(isLocalDocument).map((address) => ({ entry, from: span.from, address })),
      )
      for (const use of uses) {
        for (const name of namesOf(use)) byName.set(name, (byName.get(name) ?? new Set()).add(use))
      }
      held.add(entry, uses)
    },
    prepare: () => undefined,
    remove(entry) {
      for (const use of held.take(entry)) for (const name of namesOf(use)) byName.get(name)?.delete(use)
    },
    usesOf(path) {
      const named = [...(byName.get(nameOf(path)) ?? [])]
      const exact = named.filter(({ entry, address }) => linkedPaths(entry.path, address).includes(path))
      // `[[one.pdf]]` means the file of that name wherever it lies.
      const found = exact.length > 0 ? exact : named.filter(({ address }) => !address.includes('/'))
      return found.toSorted((left, right) => byEntry(left.entry, right.entry) || left.from - right.from)
    },
  }
}

function namesOf({ entry, address }: DocumentUse): ReadonlySet<string> {
  return new Set(linkedPaths(entry.path, address).map(nameOf))
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).toLowerCase()
}
