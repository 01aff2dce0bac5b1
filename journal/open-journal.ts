import { realpath } from 'node:fs/promises'
import path from 'node:path'
import type { EventPayload } from '../shared/contract/events.ts'
import { fail, succeed, type Outcome } from '../shared/contract/errors.ts'
import type { EntryListing, JournalInfo, OpenedEntry } from '../shared/contract/requests.ts'
import { parseEntryPath, type EntryPath, type Revision } from '../shared/entry/entry-path.ts'
import type { IsoDay } from '../shared/entry/summary.ts'
import { createEntryEdits, type EntryEdits } from './apply-edits.ts'
import { createPathQueue, type PathQueue } from './entry-file/path-queue.ts'
import { readEntry, readRevision } from './entry-file/read-entry.ts'
import {
  chainSave,
  saveSplice,
  type SavedEntry,
  type SaveRequest,
  type SpliceRequest,
} from './entry-file/save-entry.ts'
import { createNewEntry, type NewEntryRequest } from './folder/create-entry.ts'
import { attachDocument, type NewDocument } from './documents/attach-document.ts'
import { findDocument } from './documents/find-document.ts'
import { readPicture, type Picture } from './folder/find-picture.ts'
import { createFileNames } from './folder/file-names.ts'
import { isSkippedName, listEntries } from './folder/list-entries.ts'
import { renameEntry, trashEntry } from './folder/move-entry.ts'
import { writeBeside } from './folder/write-new-entry.ts'
import { createQuietStart, listEarly } from './quiet-start.ts'
import { isUnder, resolveInside } from './inside-path.ts'
import type { JournalIndex, StartIndex } from './journal-index.ts'
import type { JournalPlace } from './journal-place.ts'
import { openDay } from './today/open-day.ts'
import { createMemoryFiles, readMemoryNow, type MemoryFiles } from './memory/memory-files.ts'
import type { EntryChange, KnownRevisions } from './watcher/find-changes.ts'
import { followChanges } from './watcher/follow-changes.ts'

/** What an open journal tells. */
export interface JournalListener {
  /** Settled changes by other programs. */
  readonly onEntriesChanged: (changes: readonly EntryChange[]) => void
  readonly onReachabilityChanged: (isReachable: boolean) => void
  readonly onCardsRead: (batch: EventPayload<'cardsRead'>) => void
  readonly onIndexProgressed: (progress: EventPayload<'indexProgressed'>) => void
  /** Watching or indexing does not work (any more). Reading and saving do. */
  readonly onFailure: (part: 'watcher' | 'index', error: unknown) => void
}

export interface JournalOptions {
  readonly place: JournalPlace
  readonly listener: JournalListener
  readonly startIndex: StartIndex
  /** The person's words for actions headings. */
  readonly actionHeadings: () => readonly string[]
  /** See `trashEntry`; null where the system has no trash. */
  readonly moveToSystemTrash: ((file: string) => Promise<void>) | null
}

/** An open journal: everything a window or the terminal can do with its folder. */
export interface Journal {
  readonly info: JournalInfo
  readonly index: JournalIndex
  /** Resolves when changes by other programs are seen from now on. */
  readonly isWatching: Promise<void>
  listEntries(): Promise<Outcome<readonly EntryListing[]>>
  readEntry(entry: EntryPath): Promise<Outcome<OpenedEntry>>
  saveEntry(entry: EntryPath, request: SaveRequest): Promise<Outcome<SavedEntry>>
  /** The same for a long text of which little changed. */
  saveSplice(entry: EntryPath, request: SpliceRequest): Promise<Outcome<SavedEntry>>
  saveEntryBeside(entry: EntryPath, text: string): Promise<Outcome<EntryPath>>
  openToday(day: IsoDay): Promise<Outcome<{ readonly path: EntryPath; readonly wasCreated: boolean }>>
  createEntry(request: NewEntryRequest): Promise<Outcome<EntryPath>>
  renameEntry(from: EntryPath, to: EntryPath): Promise<Outcome<EntryPath>>
  /** Renames a file that is no entry; it stays none, and its ending stays the same. */
  renameFile(from: string, to: string): Promise<Outcome<string>>
  trashEntry(entry: EntryPath): Promise<Outcome<undefined>>
  /** What the journal remembers beside its texts. */
  readonly memory: MemoryFiles
  /** The person's words for actions headings changed: they hold where the journal has none of its own. */
  useActionHeadings(): void
  /** Edits of many files at once. The window hears of them as of changes by other programs. */
  readonly edits: EntryEdits
  readPicture(from: EntryPath, target: string): Promise<Outcome<Picture>>
  /** True for a file that lies in the journal's folder, or would. */
  holds(file: string): Promise<boolean>
  /** Copies a document into the folder for attachments; gives its path in the journal. */
  attachDocument(entry: EntryPath, document: NewDocument): Promise<Outcome<{ readonly file: string }>>
  /** Real path of the PDF or saved page that a link of the entry `from` names as `address`; null: from the top. */
  findDocument(from: EntryPath | null, address: string): Promise<Outcome<string>>
  /** Real path of an entry, for the system's file manager. */
  findFile(entry: EntryPath): Promise<Outcome<string>>
  /**
   * Compares the folder with what is known of it, by size and time: watchers stay silent on many network and cloud
   * drives. What changed is told as usual.
   */
  lookAgain(): Promise<void>
  /** Stops watching and indexing, after the saves that still wait. */
  close(): Promise<void>
}

/** Opens a journal: watching and indexing begin, and nothing waits for them. */
export function openJournal(options: JournalOptions): Journal {
  const { listener } = options
  const { root, info } = options.place
  const known: KnownRevisions = new Map()
  const fileNames = createFileNames(root)
  const start = createQuietStart()
  const index = options.startIndex(root, {
    whenCalm: start.whenCalm,
    onCards: listener.onCardsRead,
    onProgress: listener.onIndexProgressed,
    onFailure: (error) => listener.onFailure('index', error),
  })

  function noteWritten(entry: EntryPath, revision: Revision | null): void {
    known.set(entry, revision)
    follower.noteOwnChange(entry, revision !== null)
    index.noteChanged([entry])
    early.forget()
  }

  const queue: PathQueue<SaveRequest, Outcome<SavedEntry>> = createPathQueue(
    async (path, request, preceding) => {
      const entry = path as EntryPath
      const saved = await chainSave(root, entry, request, preceding)
      if (saved.ok && saved.value.wasWritten) noteWritten(entry, saved.value.revision)
      return saved
    },
  )

  const follower = followChanges({
    root,
    known,
    alone: queue.alone,
    onChanges: (changes) => {
      early.forget()
      index.noteChanged(changes.map((change) => change.path))
      listener.onEntriesChanged(changes)
    },
    onOtherFile: () => {
      fileNames.forget()
      early.forget()
    },
    onOtherFilesSettled: index.noteOtherFiles,
    onReachable: listener.onReachabilityChanged,
    onFailure: (error) => listener.onFailure('watcher', error),
  })

  // An entry of them that is open follows, as it follows another program: its copy compares, and never overwrites.
  const edits = createEntryEdits({
    root,
    alone: queue.alone,
    onWritten(changes) {
      for (const { path, revision } of changes) noteWritten(path, revision as Revision)
      listener.onEntriesChanged(changes)
    },
  })

  function useActionHeadings(): void {
    index.useActionHeadings(readMemoryNow(root, 'settings').actionHeadings ?? options.actionHeadings())
  }

  const memory = createMemoryFiles({
    root,
    isReadOnly: info.isReadOnly,
    alone: queue.alone,
    onChanged(name) {
      if (name === 'settings') useActionHeadings()
      else if (name === 'dates') index.noteDatesCorrected()
    },
  })

  const early = listEarly(root, follower.ready)

  return {
    info,
    index,
    isWatching: follower.ready,
    async listEntries() {
      const listing = await (early.take() ?? listEntries(root))
      if (!listing.ok) return listing
      follower.noteListing(listing.value.entries)
      fileNames.fill(listing.value.otherFiles)
      return succeed(listing.value.entries)
    },
    readEntry: (entry) => readEntry(root, entry, info.isReadOnly).finally(start.noteEntryRead),
    saveEntry: (entry, request) => queue.save(entry, request),
    saveSplice: (entry, request) =>
      queue.alone(entry, async () => {
        const saved = await saveSplice(root, entry, request)
        if (saved.ok && saved.value.wasWritten) noteWritten(entry, saved.value.revision)
        return saved
      }),
    async saveEntryBeside(entry, text) {
      const made = await writeBeside(root, entry, text, new Date())
      if (!made.ok) return made
      noteWritten(made.value.path, made.value.saved.revision)
      return succeed(made.value.path)
    },
    async openToday(day) {
      const opened = await openDay(root, day, index.allCards(), new Date())
      if (!opened.ok) return opened
      const { path, created } = opened.value
      if (created !== null) noteWritten(path, created.revision)
      return succeed({ path, wasCreated: created !== null })
    },
    async createEntry(request) {
      const made = await createNewEntry(root, request, index.allCards())
      if (!made.ok) return made
      noteWritten(made.value.path, made.value.saved.revision)
      return succeed(made.value.path)
    },
    renameEntry: (from, to) =>
      queue.alone(from, async () => {
        const renamed = await renameEntry(root, from, to)
        if (!renamed.ok || from === to) return renamed
        noteWritten(from, null)
        const revision = await readRevision(root, to)
        if (revision.ok) noteWritten(to, revision.value)
        return renamed
      }),
    async renameFile(from, to) {
      if (!isOtherFile(from) || !isOtherFile(to) || endingOf(from) !== endingOf(to))
        return fail('invalid-input', 'The name must keep its ending, and the file stay in the journal.')
      const renamed = await renameEntry(root, from, to)
      if (renamed.ok) fileNames.forget()
      return renamed
    },
    trashEntry: (entry) =>
      queue.alone(entry, async () => {
        const trashed = await trashEntry(root, entry, options.moveToSystemTrash)
        if (trashed.ok) noteWritten(entry, null)
        return trashed
      }),
    memory,
    useActionHeadings,
    edits,
    readPicture: (from, target) => readPicture(root, from, target, fileNames.find),
    holds: async (file) => isUnder(root, await realpath(path.dirname(file))),
    async attachDocument(entry, document) {
      if (info.isReadOnly) return fail('read-only', 'The journal’s folder cannot be written.')
      const attached = await attachDocument(root, entry, document)
      if (!attached.ok) return attached
      fileNames.forget()
      index.noteOtherFiles([attached.value])
      return succeed({ file: attached.value })
    },
    findDocument: (from, address) => findDocument(root, from, address, fileNames.find),
    findFile: (entry) => resolveInside(root, entry),
    lookAgain: follower.rescan,
    async close() {
      start.dispose()
      follower.close()
      await queue.whenIdle()
      await index.dispose()
    },
  }
}

/** True for a file that the journal shows and that is no entry: nothing of `.git`, `.cairn` and the like is renamed. */
function isOtherFile(path: string): boolean {
  return parseEntryPath(path) === null && !path.split('/').some(isSkippedName)
}

function endingOf(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0].toLowerCase() ?? ''
}
