import { stat } from 'node:fs/promises'
import { isFileError } from '../file-failure.ts'
import { watchTree, type TreeWatch } from './watch-tree.ts'

export interface FolderWatch {
  /** Resolves when changes from now on are seen, or when the folder cannot be watched. */
  readonly ready: Promise<void>
  close(): void
}

export interface FolderWatchOptions {
  /** Real path of the journal. */
  readonly root: string
  /** Something happened to this file, relative to the journal, '/'-separated. Often several times for one change. */
  readonly onFile: (relative: string) => void
  /** Folders came or went: anything may have changed. */
  readonly onFolder: () => void
  /** The journal's folder went away, or is there again: then anything may have changed as well. */
  readonly onReachable: (isReachable: boolean) => void
  /** The system cannot watch (all of) the folder, for example because its limit of watched folders is reached. */
  readonly onFailure: (error: unknown) => void
}

/** How often the folder itself is looked for, ms. One `stat`; watchers do not tell of a disk that was unplugged. */
const lookForFolderMs = 2000

/**
 * Watches a journal's folder as long as it is there, and begins anew when it comes back.
 *
 * Tells that something may have changed, not what: whoever listens looks at the disk.
 */
export function watchFolder(options: FolderWatchOptions): FolderWatch {
  let tree: TreeWatch | null = startTree(options)
  let isLooking = false
  let isClosed = false
  let identity = findIdentity(options.root)
  const timer = setInterval(() => void lookForFolder(), lookForFolderMs)

  /** The inode tells a folder that was moved away and made anew between two looks. */
  async function lookForFolder(): Promise<void> {
    if (isLooking) return
    isLooking = true
    try {
      const [before, found] = [await identity, await findIdentity(options.root)]
      if (found === before || isClosed) return
      identity = Promise.resolve(found)
      tree?.close()
      tree = found === null ? null : startTree(options)
      await tree?.ready
      if (!isClosed) options.onReachable(found !== null)
    } catch (error) {
      options.onFailure(error)
    } finally {
      isLooking = false
    }
  }

  return {
    ready: tree?.ready ?? Promise.resolve(),
    close() {
      isClosed = true
      clearInterval(timer)
      tree?.close()
    },
  }
}

function startTree(options: FolderWatchOptions): TreeWatch | null {
  try {
    return watchTree(options)
  } catch (error) {
    options.onFailure(error)
    return null
  }
}

/** What tells one folder from another at the same path; null when there is none. */
async function findIdentity(root: string): Promise<string | null> {
  try {
    const status = await stat(root)
    return status.isDirectory() ? `${status.dev}:${status.ino}` : null
  } catch (error) {
    // Whatever hinders the look, the journal cannot be reached through it.
    if (!isFileError(error)) throw error
    return null
  }
}
