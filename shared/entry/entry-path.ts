declare const brand: unique symbol

/** Path of an entry inside its journal: relative, '/'-separated, normalised, ends in `.md` or `.markdown`. */
export type EntryPath = string & { readonly [brand]: 'EntryPath' }

/** Hash of an entry's bytes on disk (SHA-256, hex). Names bytes; never a count of edits. */
export type Revision = string & { readonly [brand]: 'Revision' }

/**
 * Checks that `value` can name an entry inside the journal's folder.
 *
 * Refuses absolute paths, drive letters, `..` and empty segments, back-slashes and NUL. It cannot see symbolic
 * links; `journal/folder` does that.
 *
 * @returns the path, or null when it is none.
 */
export function parseEntryPath(value: string): EntryPath | null {
  if (!/\.(md|markdown)$/i.test(value)) return null
  return isInsidePath(value) ? (value as EntryPath) : null
}

/** True for a relative, normalised, '/'-separated path that cannot climb out of the folder it is joined to. */
export function isInsidePath(value: string): boolean {
  if (value === '' || value.length > 4096 || value.includes('\0') || value.includes('\\')) return false
  // `C:/notes.md` is a drive; `Q: what.md` is a name like any other where colons may be in names.
  if (value.startsWith('/') || /^[a-zA-Z]:\//.test(value)) return false
  return value.split('/').every((segment) => segment !== '' && segment !== '.' && segment !== '..')
}

/** The last segment without its extension. */
export function entryName(path: EntryPath): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.(md|markdown)$/i, '')
}

/** The folder of the entry, '' at the top of the journal. */
export function entryFolder(path: EntryPath): string {
  const slash = path.lastIndexOf('/')
  return slash < 0 ? '' : path.slice(0, slash)
}
