import { decodePercent } from '../entry/decode-percent.ts'
import { decodeText } from '../markdown/parse/inline/decode-text.ts'
import type { FileTable } from './file-table.ts'
import { comparablePath, endsWithPath, findEntryByName } from './find-entry-by-name.ts'
import type { LinkedPlace, PlaceForm } from './linked-places.ts'
import { folderOf, joinPath } from './relative-path.ts'

/** The file a place names, and how it says so. */
export interface ResolvedPlace {
  /** Path of the file. */
  readonly path: string
  /** What stands there for the file, its signs decoded: without a fragment and a query. */
  readonly says: string
  /** Length of that in the source, UTF-16 code units. */
  readonly length: number
  /** Counted from the entry's own folder, from the top of the journal, or by the end of the file's path. */
  readonly base: 'beside' | 'top' | 'end'
}

/**
 * The file of the journal that a place of an entry names, or null: for addresses of the web, headings of the entry
 * itself, and files that are not there.
 *
 * Wiki links mean an entry by its name or the end of its path, of several the one with the shortest path, as Obsidian
 * resolves them. All else is looked for beside the entry, then from the top, then by the end of the path: what
 * Obsidian's shortest Markdown links, Hugo's references and pictures in another folder count on.
 *
 * @param from path of the entry
 */
export function resolvePlace(
  files: FileTable,
  from: string,
  text: string,
  place: LinkedPlace,
): ResolvedPlace | null {
  const source = text.slice(place.from, place.to)
  if (isAddress(source)) return null
  for (const { says, length } of spellings(source, place.form)) {
    if (says.trim() === '') continue
    const found = place.form === 'wiki' && isByName(says) ? findWiki(files, from, says) : null
    const resolved = found ?? findByPath(files, from, says)
    if (resolved !== null) return { ...resolved, says, length }
  }
  return null
}

type Found = Pick<ResolvedPlace, 'path' | 'base'>

/** `https:`, `//host`, a heading of the entry itself. A letter and a colon may begin a name, as in `Q: what.md`. */
function isAddress(source: string): boolean {
  return /^(?:[a-z][a-z0-9+.-]+:(?!\s)|\/\/|#)/i.test(source)
}

/** As written, without fragment and query, then with `%20` and the like decoded. */
function spellings(source: string, form: PlaceForm): readonly Pick<ResolvedPlace, 'says' | 'length'>[] {
  if (form === 'wiki') return [{ says: source, length: source.length }]
  const plain = form === 'plain' ? source : decodeText(source)
  const bareSource = /^(?:\\.|&#?\w+;|[^#?])*/s.exec(source)?.[0] ?? source
  const bare = form === 'plain' ? bareSource : decodeText(bareSource)
  return [
    { says: plain, length: source.length },
    { says: bare, length: bareSource.length },
    { says: decodePercent(bare), length: bareSource.length },
  ]
}

function isByName(says: string): boolean {
  return !/^\.{1,2}\//.test(says)
}

/** A file with its ending (`[[map.png]]`) comes before an entry of that name. */
function findWiki(files: FileTable, from: string, says: string): Found | null {
  const file = findByPath(files, from, says)
  if (file !== null && !isEntry(file.path)) return file
  const path = findEntryByName(namedLike(files, says).filter(isEntry), says)
  if (path === null) return null
  return { path, base: comparablePath(path) === comparablePath(says) ? 'top' : 'end' }
}

function findByPath(files: FileTable, from: string, says: string): Found | null {
  const places = [
    { base: 'beside', path: says.startsWith('/') ? null : joinPath(folderOf(from), says) },
    { base: 'top', path: isByName(says) ? joinPath('', says) : null },
  ] as const
  for (const { base, path } of places) {
    const found = path === null ? null : findAt(files, path)
    if (found !== null) return { path: found, base }
  }
  const end = isByName(says) ? findByEnd(files, from, says) : null
  return end === null ? null : { path: end, base: 'end' }
}

/** The file at a path; its case counts only where two differ by nothing else. */
function findAt(files: FileTable, path: string): string | null {
  const wanted = comparablePath(path)
  const all = namedLike(files, path).filter((known) => comparablePath(known) === wanted)
  const isMeant = (known: string): boolean => known === path || known === `${path}.md`
  return all.find(isMeant) ?? all.toSorted()[0] ?? null
}

/** Of several, entries by the shortest path, other files by the nearness to who names them, as pictures are found. */
function findByEnd(files: FileTable, from: string, says: string): string | null {
  const wanted = comparablePath(says)
  if (wanted === '') return null
  const found = namedLike(files, says).filter((path) => endsWithPath(path, wanted))
  const folders = folderOf(from).split('/')
  const shared = (path: string): number => {
    if (isEntry(path)) return 0
    const differs = folders.findIndex((folder, at) => path.split('/')[at] !== folder)
    return differs < 0 ? folders.length : differs
  }
  return (
    found.toSorted(
      (one, other) => shared(other) - shared(one) || one.length - other.length || (one < other ? -1 : 1),
    )[0] ?? null
  )
}

function namedLike(files: FileTable, says: string): readonly string[] {
  return files.named(says.trim().replace(/\/+$/, ''))
}

function isEntry(path: string): boolean {
  return /\.(md|markdown)$/i.test(path)
}
