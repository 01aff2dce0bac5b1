/**
 * The entry that a wiki link means: by name or by the end of its path, without case, as Obsidian resolves it.
 *
 * @param target as written between `[[` and `]]`; what follows `#`, `^` or `|` is not part of the name.
 * @returns of several the one with the shortest path, the first in order among equals; null when there is none.
 */
export function findEntryByName<P extends string>(paths: Iterable<P>, target: string): P | null {
  const wanted = comparablePath(target.replace(/[#|^].*$/s, ''))
  if (wanted === '') return null
  let found: P | null = null
  for (const path of paths) {
    if (!endsWithPath(path, wanted)) continue
    if (found === null || path.length < found.length || (path.length === found.length && path < found))
      found = path
  }
  return found
}

/** True when a file has this path, or its path ends so; `wanted` as `comparablePath` gives it. */
export function endsWithPath(path: string, wanted: string): boolean {
  const known = comparablePath(path)
  return known === wanted || known.endsWith(`/${wanted}`)
}

/** A path as links are compared: without case, accents composed, without a lead (`./`, `/`) and an entry's ending. */
export function comparablePath(path: string): string {
  return path
    .trim()
    .replace(/^(\.?\/)+/, '')
    .replace(/\.(md|markdown)$/i, '')
    .normalize('NFC')
    .toLowerCase()
}
