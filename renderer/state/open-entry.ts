import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../shared/contract/errors.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { JournalApi } from '../journal-api.ts'
import { createWorkingCopy, type WorkingCopy } from './working-copy.ts'

export interface OpenEntryState {
  /** The entry on the screen. */
  readonly copy: WorkingCopy | null
  /** The entry that was asked for and is not there yet. */
  readonly opening: EntryPath | null
  /** Why the entry that was asked for last could not be opened. */
  readonly failure: { readonly path: EntryPath; readonly error: AppError } | null
  /** Entries that are not on the screen and could not be written. */
  readonly unsavedElsewhere: readonly EntryPath[]
}

export interface OpenEntryStore extends StoreApi<OpenEntryState> {
  /** Puts the entry on the screen; true when it is there. The one before is written on the side. */
  open(path: EntryPath): Promise<boolean>
  /** Takes the entry off the screen. */
  close(): void
  /** Lets go of a copy and of what is unsaved in it: it was saved beside, trashed, or the user gave it up. */
  discard(path: EntryPath): void
  setMode(mode: 'text' | 'markdown'): void
  renamed(from: EntryPath, to: EntryPath): void
  /** Writes everything; gives the first entry that could not be written, or null. */
  flushAll(): Promise<{ readonly path: EntryPath; readonly reason: string } | null>
  /** Looks at the files of all copies: the window has the focus again. */
  checkFiles(): Promise<void>
  /** Tries again what could not be written: the folder is back. */
  retryFailed(): Promise<void>
  dispose(): void
}

/**
 * Which entry is on the screen, and the copies behind it that are not written yet.
 *
 * Going to another entry never waits for the disk and never loses a word: the copy left behind is written on the
 * side, and one that cannot be written (conflict, full disk) stays in memory until it is, or until it is shown again.
 */
export function createOpenEntryStore(journalApi: JournalApi): OpenEntryStore {
  const store = createStore<OpenEntryState>(() => ({
    copy: null,
    opening: null,
    failure: null,
    unsavedElsewhere: [],
  }))
  const parked = new Map<EntryPath, WorkingCopy>()
  let latestRequest = 0
  let preferredMode: 'text' | 'markdown' = 'text'

  const pathOf = (copy: WorkingCopy): EntryPath => copy.getState().path
  const allCopies = (): WorkingCopy[] => {
    const { copy } = store.getState()
    return copy ? [copy, ...parked.values()] : [...parked.values()]
  }
  const listParked = (): void => store.setState({ unsavedElsewhere: [...parked.keys()] })

  function park(): void {
    const { copy } = store.getState()
    if (!copy) return
    copy.park()
    const path = pathOf(copy)
    if (!copy.hasUnsaved()) return copy.dispose()
    parked.set(path, copy)
    void copy.flush().then(() => {
      if (!copy.hasUnsaved() && parked.get(path) === copy) {
        parked.delete(path)
        if (store.getState().copy !== copy) copy.dispose()
      }
      listParked()
    })
  }

  function show(copy: WorkingCopy): void {
    parked.delete(pathOf(copy))
    if (preferredMode === 'markdown') copy.setMode('markdown')
    store.setState({ copy, opening: null, failure: null })
    listParked()
  }

  async function open(path: EntryPath): Promise<boolean> {
    latestRequest += 1
    const request = latestRequest
    const { copy } = store.getState()
    if (copy && pathOf(copy) === path) {
      store.setState({ opening: null, failure: null })
      return true
    }
    const waiting = parked.get(path)
    if (waiting) {
      park()
      show(waiting)
      return true
    }
    store.setState({ opening: path })
    const answer = await journalApi.readEntry({ path })
    // Scenario: two entries clicked in a row, the first one large. Its text comes last and must not be shown.
    if (request !== latestRequest) return false
    if (!answer.ok) {
      store.setState({ opening: null, failure: { path, error: answer.error } })
      return false
    }
    park()
    show(createWorkingCopy(journalApi, answer.value))
    return true
  }

  function discard(path: EntryPath): void {
    const { copy } = store.getState()
    parked.get(path)?.dispose()
    parked.delete(path)
    if (copy && pathOf(copy) === path) {
      copy.dispose()
      store.setState({ copy: null })
    }
    listParked()
  }

  const undoChanged = journalApi.onEntriesChanged((changes) => {
    const changed = new Map(changes.map((change) => [change.path, change.revision]))
    for (const copy of allCopies()) if (changed.has(pathOf(copy))) void copy.checkFile()
  })

  return {
    ...store,
    open,
    close() {
      latestRequest += 1
      park()
      store.setState({ copy: null, opening: null, failure: null })
    },
    discard,
    setMode(mode) {
      preferredMode = mode
      store.getState().copy?.setMode(mode)
    },
    renamed(from, to) {
      for (const copy of allCopies()) if (pathOf(copy) === from) copy.renamed(to)
    },
    async flushAll() {
      for (const copy of allCopies()) {
        const save = await copy.flush()
        if (copy.hasUnsaved()) return { path: pathOf(copy), reason: reasonOf(save) }
      }
      return null
    },
    async checkFiles() {
      await Promise.all(allCopies().map((copy) => copy.checkFile()))
    },
    async retryFailed() {
      const failed = allCopies().filter((copy) => copy.getState().save.kind === 'failed')
      await Promise.all(failed.map((copy) => copy.overwrite()))
    },
    dispose() {
      undoChanged()
      for (const copy of allCopies()) copy.dispose()
    },
  }
}

function reasonOf(save: ReturnType<WorkingCopy['getState']>['save']): string {
  if (save.kind === 'failed') return save.error.message
  if (save.kind === 'conflict') return 'Another program changed the file.'
  if (save.kind === 'gone') return 'The file is not there any more.'
  return 'Some words could not be written as Markdown.'
}
