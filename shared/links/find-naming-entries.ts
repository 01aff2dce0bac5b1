import type { EntryPath } from '../entry/entry-path.ts'
import { newestFirst, type ScopedEntry } from '../replace/list-scope.ts'
import { visitPostings } from '../search/postings.ts'
import { readEntryRecord } from '../search/record.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { entryCountOf } from '../search/segment.ts'
import { stringAt } from '../search/string-table.ts'

/**
 * The entries whose text may name a file: those with the longest word of its name in them, and those that have not
 * been read yet. All entries where the name has no word that stands the same in every spelling of a link.
 *
 * @param names last segments of paths, any of which a link may have
 * @param own path of the file, which may be an entry with links of its own
 * @returns newest first
 */
export function findNamingEntries(index: SearchIndex, names: readonly string[], own: string): ScopedEntry[] {
  const words = names.map(tellingWord)
  const found: ScopedEntry[] = []
  for (const { segment, alive } of index.parts) {
    const isFound = new Uint8Array(entryCountOf(segment))
    if (words.includes(null)) isFound.fill(1)
    else {
      for (let term = 0; term < segment.terms.starts.length; term += 1) {
        const text = stringAt(segment.terms, term)
        if (!words.some((word) => word !== null && text.includes(word))) continue
        visitPostings(segment, term, (item) => {
          isFound[segment.itemEntries[item] ?? 0] = 1
        })
      }
    }
    for (let entry = 0; entry < isFound.length; entry += 1) {
      if (alive[entry] !== 1) continue
      const { path, title, date } = readEntryRecord(segment, entry)
      if (isFound[entry] === 1 || path === own || index.stampOf(path) === null)
        found.push({ path: path as EntryPath, title, date })
    }
  }
  return found.sort(newestFirst)
}

const mostLetters = 24

/** The longest part of a name that `%20`, entities and escapes leave as it is, folded as terms are; null without one. */
function tellingWord(name: string): string | null {
  const words = name
    .replace(/\.(md|markdown)$/i, '')
    .match(/(?<![\p{L}\p{M}\p{N}])[a-z0-9]+(?![\p{L}\p{M}\p{N}])/giu)
  const longest = words?.reduce((one, other) => (other.length > one.length ? other : one), '') ?? ''
  // Terms are cut, and a word may stand at the end of a long one.
  return longest.length < 2 ? null : longest.slice(0, mostLetters).toLowerCase()
}
