import type { EntryListing } from '../../shared/contract/requests.ts'
import { parseEntryPath, type EntryPath } from '../../shared/entry/entry-path.ts'
import { listEntries } from '../folder/list-entries.ts'
import { findChange, type EntryChange, type KnownRevisions } from './find-changes.ts'
import { createPathSettler } from './settle-paths.ts'
import { watchFolder } from './watch-folder.ts'

export interface ChangeFollower {
  /** Resolves when changes by other programs are seen from now on. */
  readonly ready: Promise<void>
  /** Compares the whole folder with what was last listed: for a disk that came back, or a watcher that fell silent. */
  rescan(): Promise<void>
  /** What the folder held when it was last listed, so that a later look can tell what is new. */
  noteListing(entries: readonly EntryListing[]): void
  /** The journal itself wrote the entry, or removed it: a later look compares with that. */
  noteOwnChange(entry: EntryPath, exists: boolean): void
  close(): void
}

export interface ChangeFollowerOptions {
  readonly root: string
  readonly known: KnownRevisions
  /** Runs a look alone on its path, between our own writes. */
  readonly alone: <T>(entry: EntryPath, look: () => Promise<T>) => Promise<T>
  readonly onChanges: (changes: readonly EntryChange[]) => void
  /** A file that is no entry, or a folder, came, went or changed. */
  readonly onOtherFile: () => void
  /** Files that are no entries, when they are quiet again; null: a folder, and what in it nobody knows. */
  readonly onOtherFilesSettled: (paths: readonly string[] | null) => void
  readonly onReachable: (isReachable: boolean) => void
  readonly onFailure: (error: unknown) => void
}

/** An editor's save is a handful of events within some 50 ms; a path that is written for ever is shown every 2 s. */
const settleTimes = { quietMs: 120, longestMs: 2000 }

/** As many files are read at once: a `git checkout` touches thousands, and a process may open about a thousand. */
const looksAtOnce = 32

/** Follows what other programs do in the folder: events are gathered until quiet, and content decides. */
export function followChanges(options: ChangeFollowerOptions): ChangeFollower {
  const { root, known } = options
  let listed: Map<EntryPath, EntryListing> | null = null
  let isWatching = false
  let isClosed = false
  let rescanning: Promise<void> | null = null
  let mustRescanAgain = false

  const settler = createPathSettler(settleTimes, (paths) => {
    lookAt(paths as readonly EntryPath[]).catch(options.onFailure)
  })

  const others = createPathSettler(settleTimes, options.onOtherFilesSettled)

  async function lookAt(paths: readonly EntryPath[]): Promise<void> {
    for (let at = 0; at < paths.length && !isClosed; at += looksAtOnce) {
      const looks = paths
        .slice(at, at + looksAtOnce)
        .map((entry) => options.alone(entry, () => findChange(root, entry, known)))
      const changes = (await Promise.all(looks)).filter((change): change is EntryChange => change !== null)
      if (listed !== null) for (const change of changes) updateListed(listed, change)
      if (changes.length > 0 && !isClosed) options.onChanges(changes)
    }
  }

  async function compareFolder(): Promise<void> {
    // Before the first listing there is nothing to compare with; a window that has just opened gets the focus then.
    if (listed === null) return
    const listing = await listEntries(root)
    if (!listing.ok || isClosed || listed === null) return
    const before = listed
    listed = byPath(listing.value.entries)
    for (const [path, entry] of listed) if (isChanged(before.get(path), entry)) settler.note(path)
    for (const path of before.keys()) if (!listed.has(path)) settler.note(path)
  }

  /** Asked again while it runs, it runs once more: what is new may lie in a folder that was already listed. */
  function rescan(): Promise<void> {
    mustRescanAgain = rescanning !== null
    rescanning ??= compareFolder().finally(() => {
      rescanning = null
      if (mustRescanAgain && !isClosed) rescan().catch(options.onFailure)
    })
    return rescanning
  }

  const watching = watchFolder({
    root,
    onFile: (relative) => {
      const entry = parseEntryPath(relative)
      if (entry !== null) return settler.note(entry)
      options.onOtherFile()
      others.note(relative)
    },
    onFolder: () => {
      options.onOtherFile()
      options.onOtherFilesSettled(null)
      rescan().catch(options.onFailure)
    },
    onReachable: (isReachable) => {
      options.onReachable(isReachable)
      if (isReachable) rescan().catch(options.onFailure)
    },
    onFailure: options.onFailure,
  })

  const ready = watching.ready.then(() => {
    isWatching = true
    // What changed after an early listing and before the watcher saw anything.
    if (listed !== null) rescan().catch(options.onFailure)
  })

  return {
    ready,
    rescan,
    noteListing(entries) {
      // Later listings come after own changes and must not hide what a rescan would find.
      if (listed === null || !isWatching) listed = byPath(entries)
    },
    noteOwnChange(entry, exists) {
      if (exists) listed?.set(entry, { path: entry, size: -1, modifiedMs: -1 })
      else listed?.delete(entry)
    },
    close() {
      isClosed = true
      settler.dispose()
      others.dispose()
      watching.close()
    },
  }
}

function byPath(entries: readonly EntryListing[]): Map<EntryPath, EntryListing> {
  return new Map(entries.map((entry) => [entry.path, entry]))
}

function isChanged(before: EntryListing | undefined, now: EntryListing): boolean {
  return before === undefined || before.size !== now.size || before.modifiedMs !== now.modifiedMs
}

function updateListed(listed: Map<EntryPath, EntryListing>, change: EntryChange): void {
  if (change.revision === null) listed.delete(change.path)
  else listed.set(change.path, { path: change.path, size: change.size, modifiedMs: change.modifiedMs })
}
