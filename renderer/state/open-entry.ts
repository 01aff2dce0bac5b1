import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../shared/contract/errors.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { JournalApi } from '../journal-api.ts'
import { createWorkingCopy, type WorkingCopy } from './working-copy.ts'

/** The two places an entry can stand in; which of them is at the left is told by the order of `panes`. */
export const panes = ['first', 'second'] as const
export type PaneName = (typeof panes)[number]

export interface Pane {
  readonly name: PaneName
  readonly copy: WorkingCopy | null
}

export interface OpenEntryState {
  /** One, or two side by side, from left to right. An entry stands in one of them only. */
  readonly panes: readonly Pane[]
  /** The pane that has or had the focus last. */
  readonly activePane: PaneName
  /** The entry in the active pane. */
  readonly copy: WorkingCopy | null
  /** The entry that was asked for and is not there yet. */
  readonly opening: EntryPath | null
  /** Why the entry that was asked for last could not be opened. */
  readonly failure: { readonly path: EntryPath; readonly error: AppError } | null
  /** Entries that are not on the screen and could not be written. */
  readonly unsavedElsewhere: readonly EntryPath[]
}

export interface OpenEntryStore extends StoreApi<OpenEntryState> {
  /**
   * Puts the entry into the active pane; true when it is there. The one before is written on the side. An entry that
   * stands in the other pane is not opened twice: that pane becomes the active one.
   */
  open(path: EntryPath): Promise<boolean>
  /** Puts the entry into the other pane, which comes at the right when there was one only, and makes it the active one. */
  openBeside(path: EntryPath): Promise<boolean>
  /** The pane that shows the entry, or null. */
  findPane(path: EntryPath): PaneName | null
  activate(name: PaneName): void
  /** Takes a pane away when there are two. */
  closePane(name: PaneName): void
  /** Takes all entries off the screen. */
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
 * Which entries are on the screen, and the copies behind them that are not written yet.
 *
 * Going to another entry never waits for the disk and never loses a word: the copy left behind is written on the
 * side, and one that cannot be written (conflict, full disk) stays in memory until it is, or until it is shown again.
 */
export function createOpenEntryStore(journalApi: JournalApi): OpenEntryStore {
  const store = createStore<OpenEntryState>(() => ({
    panes: [{ name: 'first', copy: null }],
    activePane: 'first',
    copy: null,
    opening: null,
    failure: null,
    unsavedElsewhere: [],
  }))
  const parked = new Map<EntryPath, WorkingCopy>()
  let latestRequest = 0
  let preferredMode: 'text' | 'markdown' = 'text'

  const pathOf = (copy: WorkingCopy): EntryPath => copy.getState().path
  const shownCopies = (): WorkingCopy[] =>
    store.getState().panes.flatMap(({ copy }) => (copy === null ? [] : [copy]))
  const allCopies = (): WorkingCopy[] => [...shownCopies(), ...parked.values()]
  const listParked = (): void => store.setState({ unsavedElsewhere: [...parked.keys()] })

  function park(copy: WorkingCopy | null): void {
    if (!copy) return
    copy.park()
    const path = pathOf(copy)
    if (!copy.hasUnsaved()) return copy.dispose()
    parked.set(path, copy)
    void copy.flush().then(() => {
      if (!copy.hasUnsaved() && parked.get(path) === copy) {
        parked.delete(path)
        if (!shownCopies().includes(copy)) copy.dispose()
      }
      listParked()
    })
  }

  /** Panes as they will be: whatever they are, the active one's copy is `copy`. */
  function arrange(list: readonly Pane[], activePane: PaneName): void {
    store.setState({
      panes: list,
      activePane,
      copy: list.find(({ name }) => name === activePane)?.copy ?? null,
    })
  }

  function copyIn(name: PaneName): WorkingCopy | null {
    return store.getState().panes.find((pane) => pane.name === name)?.copy ?? null
  }

  function show(copy: WorkingCopy, name: PaneName): void {
    park(copyIn(name))
    parked.delete(pathOf(copy))
    if (preferredMode === 'markdown') copy.setMode('markdown')
    const before = store.getState().panes
    const isThere = before.some((pane) => pane.name === name)
    const list = isThere ? before : [...before, { name, copy: null }]
    arrange(
      list.map((pane) => (pane.name === name ? { name, copy } : pane)),
      name,
    )
    store.setState({ opening: null, failure: null })
    listParked()
  }

  function findPane(path: EntryPath): PaneName | null {
    const found = store.getState().panes.find(({ copy }) => copy !== null && pathOf(copy) === path)
    return found?.name ?? null
  }

  function activate(name: PaneName): void {
    const state = store.getState()
    if (state.activePane !== name && state.panes.some((pane) => pane.name === name))
      arrange(state.panes, name)
  }

  async function openIn(path: EntryPath, choosePane: () => PaneName): Promise<boolean> {
    latestRequest += 1
    const request = latestRequest
    const shownIn = findPane(path)
    if (shownIn !== null) {
      activate(shownIn)
      store.setState({ opening: null, failure: null })
      return true
    }
    const waiting = parked.get(path)
    if (waiting) {
      show(waiting, choosePane())
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
    show(createWorkingCopy(journalApi, answer.value), choosePane())
    return true
  }

  function closePane(name: PaneName): void {
    const { panes: list, activePane } = store.getState()
    const rest = list.filter((pane) => pane.name !== name)
    const [other] = rest
    if (other === undefined || rest.length === list.length) return
    park(copyIn(name))
    arrange(rest, activePane === name ? other.name : activePane)
    listParked()
  }

  function discard(path: EntryPath): void {
    parked.get(path)?.dispose()
    parked.delete(path)
    const name = findPane(path)
    if (name !== null) {
      const state = store.getState()
      copyIn(name)?.dispose()
      const emptied = state.panes.map((pane) => (pane.name === name ? { name, copy: null } : pane))
      const [other] = emptied.filter(({ copy }) => copy !== null)
      if (other === undefined) arrange([{ name, copy: null }], name)
      else arrange([other], other.name)
    }
    listParked()
  }

  const undoChanged = journalApi.onEntriesChanged((changes) => {
    const changed = new Map(changes.map((change) => [change.path, change.revision]))
    for (const copy of allCopies()) if (changed.has(pathOf(copy))) void copy.checkFile()
  })

  return {
    ...store,
    open: (path) => openIn(path, () => store.getState().activePane),
    openBeside: (path) => openIn(path, () => otherPane(store.getState())),
    findPane,
    activate,
    closePane,
    close() {
      latestRequest += 1
      for (const { copy } of store.getState().panes) park(copy)
      arrange([{ name: 'first', copy: null }], 'first')
      store.setState({ opening: null, failure: null })
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

/** With nothing open yet there is nothing to stand beside. */
function otherPane({ panes: list, activePane, copy }: OpenEntryState): PaneName {
  if (copy === null) return activePane
  const other = list.find(({ name }) => name !== activePane)
  return other?.name ?? (activePane === 'first' ? 'second' : 'first')
}

function reasonOf(save: ReturnType<WorkingCopy['getState']>['save']): string {
  if (save.kind === 'failed') return save.error.message
  if (save.kind === 'conflict') return 'Another program changed the file.'
  if (save.kind === 'gone') return 'The file is not there any more.'
  return 'Some words could not be written as Markdown.'
}
