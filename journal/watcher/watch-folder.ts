import { stat } from 'node:fs/promises'
import path from 'node:path'
import { watch, type FSWatcher } from 'chokidar'
import { isFileError } from '../file-failure.ts'
import { isTemporaryName } from '../entry-file/write-file-atomically.ts'
import { isSkippedName } from '../folder/list-entries.ts'

export interface FolderWatch {
  /** Resolves when changes from now on are seen, or when the folder cannot be watched. */
  readonly ready: Promise<void>
  close(): Promise<void>
}

export interface FolderWatchOptions {
  /** Real path of the journal. */
  readonly root: string
  /** Something happened to this file, relative to the journal, '/'-separated. Often several times for one change. */
  readonly onTouched: (relative: string) => void
  /** The folder went away, or is there again: then anything may have changed. */
  readonly onReachable: (isReachable: boolean) => void
  /** The system cannot watch (all of) the folder, for example because its limit of watched files is reached. */
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
  let watcher = startWatcher(options)
  let isReachable = true
  let isLooking = false
  const timer = setInterval(() => void lookForFolder(), lookForFolderMs)
  let identity = findIdentity(options.root)

  /** The inode tells a folder that was moved away and made anew between two looks. */
  async function lookForFolder(): Promise<void> {
    if (isLooking) return
    isLooking = true
    try {
      const found = await findIdentity(options.root)
      const before = await identity
      if (found === before) return
      identity = Promise.resolve(found)
      if (found === null || before !== null) await watcher.instance.close()
      if (found === null) {
        isReachable = false
        options.onReachable(false)
        return
      }
      watcher = startWatcher(options)
      await watcher.ready
      isReachable = true
      options.onReachable(true)
    } catch (error) {
      options.onFailure(error)
    } finally {
      isLooking = false
    }
  }

  return {
    ready: watcher.ready,
    async close() {
      clearInterval(timer)
      if (isReachable) await watcher.instance.close()
    },
  }
}

function startWatcher(options: FolderWatchOptions): {
  readonly instance: FSWatcher
  readonly ready: Promise<void>
} {
  const { root } = options
  const instance = watch(root, {
    ignoreInitial: true,
    followSymlinks: false,
    ignorePermissionErrors: true,
    // Saves by rename are gathered and judged by content later; chokidar's own guess would only delay them.
    atomic: false,
    ignored: (file) => file !== root && isIgnoredName(path.basename(file)),
  })
  instance.on('all', (event, file) => {
    if (event === 'addDir' || event === 'unlinkDir') return
    options.onTouched(path.relative(root, file).split(path.sep).join('/'))
  })
  const ready = new Promise<void>((resolve) => {
    instance.once('ready', resolve)
    instance.on('error', (error) => {
      options.onFailure(error)
      resolve()
    })
  })
  return { instance, ready }
}

function isIgnoredName(name: string): boolean {
  return isSkippedName(name) || isTemporaryName(name)
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
