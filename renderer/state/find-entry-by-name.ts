import type { EntryPath } from '../../shared/entry/entry-path.ts'

/**
 * The entry that a wiki link means: by name or by the end of its path, without case, as Obsidian resolves it.
 *
 * @param target as written between `[[` and `]]`; what follows `#`, `^` or `|` is not part of the name.
 * @returns of several the one with the shortest path, the first in order among equals; null when there is none.
 */
export function findEntryByName(paths: Iterable<EntryPath>, target: string): EntryPath | null {
  const wanted = comparable(target.replace(/[#|^].*$/s, ''))
  if (wanted === '') return null
  let found: EntryPath | null = null
  for (const path of paths) {
    const known = comparable(path)
    if (known !== wanted && !known.endsWith(`/${wanted}`)) continue
    if (found === null || path.length < found.length || (path.length === found.length && path < found))
      found = path
  }
  return found
}

function comparable(path: string): string {
  return path
    .trim()
    .replace(/^(\.?\/)+/, '')
    .replace(/\.(md|markdown)$/i, '')
    .normalize('NFC')
    .toLowerCase()
}
