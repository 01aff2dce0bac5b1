import { statSync, type Stats } from 'node:fs'
import { opendir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import type { EntryListing } from '../../shared/contract/requests.ts'
import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import { parseEntryPath, type EntryPath } from '../../shared/entry/entry-path.ts'
import { isFileError, isMissing, withFileFailures } from '../file-failure.ts'
import { isUnder, joinInside } from '../inside-path.ts'

/** What a folder holds that Cairn knows. */
export interface FolderListing {
  /** In no order. */
  readonly entries: readonly EntryListing[]
  /** Paths of the pictures and other files that are no entries, relative to the journal. */
  readonly otherFiles: readonly string[]
  /** Folders below the top that could not be read, relative to the journal. */
  readonly unreadable: readonly string[]
}

const skippedFolders: ReadonlySet<string> = new Set(['node_modules'])

/**
 * True for a file or folder that is no part of the journal whatever its ending: `.git`, `.obsidian`, `.trash`, our
 * own unfinished files, every other dot name, and `node_modules`.
 */
export function isSkippedName(name: string): boolean {
  return name.startsWith('.') || skippedFolders.has(name)
}

/** As many `stat` calls as wait at once: Node has four threads for them, more only fill memory. */
const statsAtOnce = 64

/**
 * Lists every entry of the journal, folder by folder, without ever holding the main thread: each folder is read
 * in pieces and its files are looked at in small groups.
 *
 * A link to a file inside the journal is an entry too; links to folders and to anything outside are left out. A
 * folder named `x.md` is a folder.
 * Fails only when the top of the journal cannot be read.
 *
 * @param root real path of the journal
 * @param isWorker on a worker's thread each file is looked at at once: it costs a fifth of a promise, and the threads
 * that Node has for files stay free for the window. Ten thousand promises in front of it made an entry wait seconds.
 */
export function listEntries(root: string, isWorker = false): Promise<Outcome<FolderListing>> {
  return withFileFailures(async () => {
    const entries: EntryListing[] = []
    const otherFiles: string[] = []
    const unreadable: string[] = []
    const waiting = ['']
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      const listed = await listFolder(root, folder).catch((error: unknown) => {
        if (!isFileError(error) || (folder === '' && !isMissing(error))) throw error
        if (!isMissing(error)) unreadable.push(folder ?? '')
        return null
      })
      if (listed === null && folder === '')
        return fail('journal-gone', 'The journal’s folder is not there any more.')
      if (listed === null) continue
      // One by one: spreading a list of 100,000 into `push` overflows the stack.
      for (const name of listed.folders) waiting.push(name)
      for (const name of listed.otherFiles) otherFiles.push(name)
      for (const entry of await statEntries(root, listed.entries, isWorker)) entries.push(entry)
    }
    return succeed({ entries, otherFiles, unreadable })
  })
}

interface FolderContent {
  readonly entries: readonly string[]
  readonly otherFiles: readonly string[]
  readonly folders: readonly string[]
}

async function listFolder(root: string, folder: string): Promise<FolderContent> {
  const entries: string[] = []
  const otherFiles: string[] = []
  const folders: string[] = []
  const place = folder === '' ? root : joinInside(root, folder)
  for await (const item of await opendir(place, { bufferSize: 256 })) {
    if (isSkippedName(item.name)) continue
    const relative = folder === '' ? item.name : `${folder}/${item.name}`
    const kind = item.isSymbolicLink() ? await followLink(root, path.join(place, item.name)) : kindOf(item)
    if (kind === 'folder') folders.push(relative)
    else if (kind === 'file') (parseEntryPath(relative) === null ? otherFiles : entries).push(relative)
  }
  return { entries, otherFiles, folders }
}

type ItemKind = 'file' | 'folder' | null

function kindOf(item: { isFile(): boolean; isDirectory(): boolean }): ItemKind {
  if (item.isFile()) return 'file'
  return item.isDirectory() ? 'folder' : null
}

/**
 * A linked file counts when its target is in the journal too. Linked folders never do: the real folder is listed at
 * its own place, and a link to a folder above would go round for ever.
 */
async function followLink(root: string, link: string): Promise<ItemKind> {
  try {
    const target = await realpath(link)
    if (!isUnder(root, target) || hasSkippedSegment(root, target)) return null
    return (await stat(target)).isFile() ? 'file' : null
  } catch (error) {
    if (!isFileError(error)) throw error
    return null
  }
}

function hasSkippedSegment(root: string, target: string): boolean {
  return path.relative(root, target).split(path.sep).some(isSkippedName)
}

async function statEntries(
  root: string,
  paths: readonly string[],
  isWorker: boolean,
): Promise<EntryListing[]> {
  const found: EntryListing[] = []
  const look = isWorker ? statEntryNow : statEntry
  for (let at = 0; at < paths.length; at += statsAtOnce) {
    const group = await Promise.all(paths.slice(at, at + statsAtOnce).map((name) => look(root, name)))
    for (const entry of group) if (entry !== null) found.push(entry)
    if (isWorker) await new Promise((resolve) => setImmediate(resolve))
  }
  return found
}

/** Size and time of one entry, or null when it is gone, out of reach or no file. */
export async function statEntry(root: string, relative: string): Promise<EntryListing | null> {
  const entry = parseEntryPath(relative)
  if (entry === null) return null
  try {
    return listingOf(entry, await stat(joinInside(root, entry)))
  } catch (error) {
    if (!isFileError(error)) throw error
    return null
  }
}

function statEntryNow(root: string, relative: string): EntryListing | null {
  const entry = parseEntryPath(relative)
  if (entry === null) return null
  try {
    return listingOf(entry, statSync(joinInside(root, entry)))
  } catch (error) {
    if (!isFileError(error)) throw error
    return null
  }
}

function listingOf(path: EntryPath, status: Stats): EntryListing | null {
  return status.isFile() ? { path, size: status.size, modifiedMs: status.mtimeMs } : null
}
