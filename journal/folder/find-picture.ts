import { decodePercent } from '../../shared/entry/decode-percent.ts'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import { entryFolder, isInsidePath, type EntryPath } from '../../shared/entry/entry-path.ts'
import { withFileFailures } from '../file-failure.ts'
import { resolveInside } from '../inside-path.ts'

/** What is served as a picture, by ending. Everything else in the folder stays out of the window's reach. */
const pictureTypes: Readonly<Record<string, string>> = {
  apng: 'image/apng',
  avif: 'image/avif',
  bmp: 'image/bmp',
  gif: 'image/gif',
  ico: 'image/x-icon',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

/** Larger pictures would only fill memory, bytes. */
const largestPictureBytes = 100 * 1024 * 1024

/** The media type of a picture's file, or null when it is none that is shown. */
export function pictureType(file: string): string | null {
  return pictureTypes[path.extname(file).slice(1).toLowerCase()] ?? null
}

export interface Picture {
  readonly bytes: Buffer
  readonly type: string
}

/**
 * Reads the picture that an entry names as `target`: beside the entry, then from the top of the journal, then, as
 * Obsidian does, the file of that name anywhere in it.
 *
 * Nothing outside the folder is read, whatever `..` and links say.
 *
 * @param findByName real journal paths of all files with this name, in lower case
 */
export async function readPicture(
  root: string,
  from: EntryPath,
  target: string,
  findByName: (lowerCaseName: string) => Promise<readonly string[]>,
): Promise<Outcome<Picture>> {
  for (const spelling of spellings(target)) {
    for (const candidate of candidates(from, spelling)) {
      const picture = await readCandidate(root, candidate)
      if (picture !== null) return picture
    }
    const name = spelling.slice(spelling.lastIndexOf('/') + 1).toLowerCase()
    for (const candidate of sortByNearness(from, spelling, await findByName(name))) {
      const picture = await readCandidate(root, candidate)
      if (picture !== null) return picture
    }
  }
  return fail('not-found', 'There is no such picture in the journal.')
}

/** As written, then with `%20` and the like decoded; without a query or fragment. */
function spellings(target: string): readonly string[] {
  const plain = target.replaceAll('\\', '/')
  const bare = plain.replace(/[?#].*$/s, '')
  return [...new Set([plain, bare, decodePercent(bare)])].filter((spelling) => spelling !== '')
}

function candidates(from: EntryPath, target: string): readonly string[] {
  const fromTop = path.posix.normalize(target.replace(/^\/+/, ''))
  const beside = target.startsWith('/')
    ? null
    : path.posix.normalize(path.posix.join(entryFolder(from), target))
  return [beside, fromTop].filter(
    (candidate): candidate is string => candidate !== null && isInsidePath(candidate),
  )
}

/** Of several files of one name, those whose path ends as written come first, then those nearest to the entry. */
function sortByNearness(from: EntryPath, target: string, found: readonly string[]): readonly string[] {
  const tail = target.replace(/^(\.{0,2}\/)+/, '').toLowerCase()
  const rank = (file: string): number => (file.toLowerCase().endsWith(tail) ? 0 : 1)
  const folders = entryFolder(from).split('/')
  const shared = (file: string): number => {
    const differs = folders.findIndex((folder, at) => file.split('/')[at] !== folder)
    return differs < 0 ? folders.length : differs
  }
  return [...found].sort(
    (first, second) =>
      rank(first) - rank(second) || shared(second) - shared(first) || first.length - second.length,
  )
}

/** Null: try the next place. */
async function readCandidate(root: string, candidate: string): Promise<Outcome<Picture> | null> {
  const read = await withFileFailures(async () => {
    const place = await resolveInside(root, candidate)
    if (!place.ok) return place
    // The real name decides: a link `a.png` to a key file is no picture.
    const type = pictureType(place.value)
    if (type === null) return fail('not-found', 'This is no picture.')
    const status = await stat(place.value)
    if (!status.isFile()) return fail('not-found', 'This is no picture.')
    if (status.size > largestPictureBytes) return fail('too-large', 'The picture is too large to show.')
    return succeed({ bytes: await readFile(place.value), type })
  })
  return read.ok || read.error.code === 'too-large' ? read : null
}
