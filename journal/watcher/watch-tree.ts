import { watch, type FSWatcher } from 'node:fs'
import { lstat, opendir } from 'node:fs/promises'
import path from 'node:path'
import { isTemporaryName } from '../entry-file/write-file-atomically.ts'
import { isFileError, isMissing } from '../file-failure.ts'
import { isSkippedName } from '../folder/list-entries.ts'
import { joinInside } from '../inside-path.ts'

/** Native watchers on a folder and everything in it. */
export interface TreeWatch {
  /** Resolves when every folder is watched that can be. */
  readonly ready: Promise<void>
  close(): void
}

export interface TreeWatchOptions {
  /** Real path of the journal. */
  readonly root: string
  /** Something happened to this file, relative to the journal, '/'-separated; it may be gone. */
  readonly onFile: (relative: string) => void
  /** A folder came, went or was moved, or the system lost count: anything below may have changed. */
  readonly onFolder: () => void
  readonly onFailure: (error: unknown) => void
}

/**
 * Watches folders, never single files. A watcher per file costs memory, and with 10,000 files in one folder a library
 * that reads the folder anew for every event spent 329 ms of processor time for each save; this spends 3.
 *
 * Linux has one native watcher per folder; macOS and Windows watch a whole tree with one. Links are not followed.
 */
export function watchTree(options: TreeWatchOptions): TreeWatch {
  return process.platform === 'linux' ? watchEachFolder(options) : watchWholeTree(options)
}

function watchWholeTree(options: TreeWatchOptions): TreeWatch {
  const { root } = options
  const watcher = watch(root, { recursive: true }, (event, name) => {
    if (name === null) return options.onFolder()
    const relative = name.split(path.sep).join('/')
    if (relative.split('/').some(isIgnoredName)) return
    if (event === 'change') return options.onFile(relative)
    findKind(root, relative).then((found) => {
      if (found?.isFolder !== true) options.onFile(relative)
      // A folder that is gone looks like a file that is gone.
      if (found === null || found.isFolder) options.onFolder()
    }, options.onFailure)
  })
  watcher.on('error', options.onFailure)
  return { ready: Promise.resolve(), close: () => watcher.close() }
}

interface WatchedFolder {
  readonly watcher: FSWatcher
  readonly identity: string
}

function watchEachFolder(options: TreeWatchOptions): TreeWatch {
  const { root } = options
  const watched = new Map<string, WatchedFolder>()
  let isClosed = false

  /** Watches a folder before it looks inside, so that what is made there meanwhile is not missed. */
  async function addFolder(folder: string): Promise<void> {
    const identity = (await findKind(root, folder))?.identity
    if (identity === undefined || isClosed || watched.get(folder)?.identity === identity) return
    removeFolders(folder)
    try {
      const watcher = watch(placeOf(root, folder), (event, name) => handle(folder, event, name))
      watcher.on('error', () => removeFolders(folder))
      watched.set(folder, { watcher, identity })
      for await (const item of await opendir(placeOf(root, folder), { bufferSize: 256 })) {
        if (item.isDirectory() && !isIgnoredName(item.name)) await addFolder(join(folder, item.name))
      }
    } catch (error) {
      // Gone again, or closed to this user: nothing in it could be read either. Else the system's limit is reached.
      if (!isMissing(error) && !(isFileError(error) && error.code === 'EACCES')) options.onFailure(error)
    }
  }

  function removeFolders(folder: string): void {
    for (const [other, { watcher }] of watched) {
      if (other !== folder && folder !== '' && !other.startsWith(`${folder}/`)) continue
      watcher.close()
      watched.delete(other)
    }
  }

  function handle(folder: string, event: string, name: string | null): void {
    if (name === null) return options.onFolder()
    if (isIgnoredName(name)) return
    const relative = join(folder, name)
    if (event === 'change') {
      if (!watched.has(relative)) options.onFile(relative)
      return
    }
    lookAt(relative).catch(options.onFailure)
  }

  /** A name appeared or went; whether a file's or a folder's, only the disk can say. */
  async function lookAt(relative: string): Promise<void> {
    const found = await findKind(root, relative)
    const before = watched.get(relative)
    if (found === null && before !== undefined) removeFolders(relative)
    if (found?.isFolder === true) {
      if (before?.identity === found.identity) return
      await addFolder(relative)
    }
    if (isClosed) return
    if (before !== undefined || found?.isFolder === true) options.onFolder()
    else options.onFile(relative)
  }

  return {
    ready: addFolder(''),
    close() {
      isClosed = true
      removeFolders('')
    },
  }
}

function isIgnoredName(name: string): boolean {
  return isSkippedName(name) || isTemporaryName(name)
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`
}

function placeOf(root: string, folder: string): string {
  return folder === '' ? root : joinInside(root, folder)
}

/** Null when there is nothing. `identity` tells a folder from another one that took its name. */
async function findKind(
  root: string,
  relative: string,
): Promise<{ readonly isFolder: boolean; readonly identity: string } | null> {
  try {
    const status = await lstat(placeOf(root, relative))
    return { isFolder: status.isDirectory(), identity: `${status.dev}:${status.ino}` }
  } catch (error) {
    if (!isFileError(error)) throw error
    return null
  }
}
