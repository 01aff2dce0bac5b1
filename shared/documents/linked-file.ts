import { decodePercent } from '../entry/decode-percent.ts'
import { entryFolder, type EntryPath } from '../entry/entry-path.ts'
import { joinPath } from '../links/relative-path.ts'

/**
 * Paths in the journal that a link of an entry to a file may mean, best first: beside the entry, then from the top.
 *
 * @param address as written in the entry; escapes such as `%20` are resolved
 * @returns none for an address that leads out of the journal, or to the web
 */
export function linkedPaths(from: EntryPath, address: string): readonly string[] {
  const bare = decodePercent(address.trim().replace(/[?#].*$/s, '')).replaceAll('\\', '/')
  if (bare === '' || /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(bare)) return []
  const fromTop = joinPath('', bare)
  const beside = bare.startsWith('/') ? null : joinPath(entryFolder(from), bare)
  return [...new Set([beside, fromTop].filter((path) => path !== null))]
}
