import type { EntryPath } from '../entry/entry-path.ts'

/** Scheme of the journal's own pictures; answered by the main process from inside the folder only. */
export const pictureScheme = 'cairn-picture'

/**
 * Address of a picture as an entry names it: `![](target)` or `![[target]]`.
 *
 * Main looks beside the entry, then at the top of the journal, then (as Obsidian does) for the file name anywhere in
 * it, and answers 404 when there is none. Nothing outside the folder is ever read.
 */
export function pictureUrl(entry: EntryPath, target: string): string {
  return `${pictureScheme}://journal/?from=${encodeURIComponent(entry)}&target=${encodeURIComponent(target)}`
}
