import type { Outcome } from '../shared/contract/errors.ts'
import { listEntries, type FolderListing } from './folder/list-entries.ts'

/** When the index may begin, so that the window is there first. */
export interface QuietStart {
  readonly whenCalm: Promise<void>
  /** The window has the text of an entry; it still has to draw it. */
  noteEntryRead(): void
  dispose(): void
}

/** How long a window draws its first entry while the machine is busy, ms. */
const drawingMs = 1000
/** A window that asks for no entry (an empty journal) shall not wait for its titles, ms. */
const longestMs = 4000

/** On two cores an index that reads ten thousand files took the window's processor while it was being started. */
export function createQuietStart(): QuietStart {
  let begin = (): void => undefined
  let isEntryRead = false
  const whenCalm = new Promise<void>((resolve) => {
    begin = resolve
  })
  let timer = setTimeout(() => begin(), longestMs)
  return {
    whenCalm,
    noteEntryRead() {
      if (isEntryRead) return
      isEntryRead = true
      clearTimeout(timer)
      timer = setTimeout(() => begin(), drawingMs)
    },
    dispose: () => clearTimeout(timer),
  }
}

/** A listing made before anybody asked for it. */
export interface EarlyListing {
  /** The listing, once; null when there is none (any more). */
  take(): Promise<Outcome<FolderListing>> | null
  /** Something in the folder changed since. */
  forget(): void
}

/**
 * Lists the folder while the window is still loading its page.
 *
 * @param ready resolves when changes are seen: a listing made before could miss one without anybody knowing
 */
export function listEarly(root: string, ready: Promise<void>): EarlyListing {
  let early: Promise<Outcome<FolderListing>> | null = ready.then(() => listEntries(root))
  // A bug in it is thrown to whoever takes it.
  early.catch(() => undefined)
  return {
    take() {
      const taken = early
      early = null
      return taken
    },
    forget() {
      early = null
    },
  }
}
