import { commandIds, type CommandId } from '../../shared/contract/commands.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import { isMac } from '../ui/format-keys.ts'
import type { RunCommand } from './command-effects.ts'
import { findCommand } from './keys.ts'
import { fileNameOf, type Navigation } from './navigation.ts'
import type { Stores } from './stores.ts'

/**
 * Ties the stores to the window around them: keys, menu, focus, width, theme, the close button, and the change of
 * journals. Gives the undo of all of it.
 */
export function wireWindow(stores: Stores, navigation: Navigation, run: RunCommand): () => void {
  const undos = [
    listenToKeys(stores, run),
    stores.journalApi.onCommandChosen(({ id }) => (isCommandId(id) ? run(id) : undefined)),
    stores.journalApi.onNoticeRaised(({ wayOut, ...notice }) =>
      stores.notices.raise(
        wayOut === undefined
          ? notice
          : { ...notice, wayOut: { label: wayOut.label, run: () => run(wayOut.command) } },
      ),
    ),
    stores.journalApi.onReminderChosen(({ place }) => {
      stores.dialog.close()
      if (place === null) navigation.showOverview('agenda')
      else void navigation.openAt(place.path, place.from)
    }),
    stores.journalApi.onCloseRequested(() => void answerClose(stores)),
    // Entries read since the question was asked may hold the words as well.
    stores.journalApi.onIndexProgressed(() => {
      if (!stores.search.getState().isOpen) return
      stores.search.refresh()
      void stores.queryValues.refresh()
    }),
    followFocus(stores),
    followWidth(stores),
    followTheme(stores),
    followReadingRules(stores),
    followMemoryFaults(stores),
    followKeptResources(stores),
    followJournal(stores, navigation),
  ]
  return () => undos.forEach((undo) => undo())
}

function isCommandId(id: string): id is CommandId {
  return commandIds.some((known) => known === id)
}

function listenToKeys(stores: Stores, run: RunCommand): () => void {
  function onKeyDown(event: KeyboardEvent) {
    if (event.isComposing || stores.journal.getState().phase !== 'open') return
    const id = findCommand(event, isMac)
    if (id === null || hasOwnKey(event.target, id)) return
    const inEditor = event.target instanceof Element && event.target.closest('.page') !== null
    // Links are the editor's own key while one writes.
    if (id === 'add-link' && (inEditor || !event.isTrusted)) return
    event.preventDefault()
    event.stopPropagation()
    run(id)
  }
  window.addEventListener('keydown', onKeyDown, true)
  return () => window.removeEventListener('keydown', onKeyDown, true)
}

/** A part of the window may have its own meaning for a command's key: F2 renames a saved search in the rail. */
function hasOwnKey(target: EventTarget | null, id: CommandId): boolean {
  return target instanceof Element && target.closest(`[data-own-keys~="${id}"]`) !== null
}

/** Everything is written before the window goes; what cannot be is named, and main asks. */
async function answerClose({ journalApi, openEntry }: Stores): Promise<void> {
  const unsaved = await openEntry.flushAll()
  await journalApi.answerClose({
    unsaved: unsaved && { name: fileNameOf(unsaved.path), reason: unsaved.reason },
  })
}

function followFocus({ openEntry, savedSearches, memory }: Stores): () => void {
  const onBlur = () => {
    for (const { copy } of openEntry.getState().panes) void copy?.flush()
  }
  const onFocus = () => {
    void openEntry.checkFiles()
    void savedSearches.load()
    void memory.load()
  }
  window.addEventListener('blur', onBlur)
  window.addEventListener('focus', onFocus)
  return () => {
    window.removeEventListener('blur', onBlur)
    window.removeEventListener('focus', onFocus)
  }
}

/** A window made narrow, or a rail shown again: of two entries the one with the focus stays. */
function followWidth({ layout, openEntry }: Stores): () => void {
  const closeWhatHasNoRoom = () => {
    const { panes, activePane } = openEntry.getState()
    const other = panes.find(({ name }) => name !== activePane)
    if (other !== undefined && !layout.hasRoomBeside()) openEntry.closePane(other.name)
  }
  const measure = () => {
    layout.setWidth(window.innerWidth)
    closeWhatHasNoRoom()
  }
  measure()
  window.addEventListener('resize', measure)
  const undoPanes = openEntry.subscribe(({ panes }) => layout.setPaneCount(panes.length))
  const undoRail = layout.subscribe((now, before) => {
    if (now.settings.isRailShown !== before.settings.isRailShown) closeWhatHasNoRoom()
  })
  return () => {
    window.removeEventListener('resize', measure)
    undoPanes()
    undoRail()
  }
}

function followTheme({ layout }: Stores): () => void {
  const show = (theme: Settings['theme']) => {
    if (theme === 'system') delete document.documentElement.dataset['theme']
    else document.documentElement.dataset['theme'] = theme
  }
  show(layout.getState().settings.theme)
  return layout.subscribe((state) => show(state.settings.theme))
}

/** The index reads its entries anew by itself; the window's own summaries are made by the same rules. */
function followReadingRules({ layout, memory, summaries }: Stores): () => void {
  const makeAnew = () => {
    for (const summary of Object.values(summaries)) summary.makeAnew()
  }
  const undos = [
    layout.subscribe((now, before) => {
      if (now.settings.actionHeadings !== before.settings.actionHeadings) makeAnew()
    }),
    memory.subscribe((now, before) => {
      const isReadAnew = now.settings.actionHeadings !== before.settings.actionHeadings
      if (isReadAnew || now.dates !== before.dates) makeAnew()
    }),
  ]
  return () => undos.forEach((undo) => undo())
}

/** Rows show what is kept beside the text; when a page was opened last is read where it is shown. */
function followKeptResources({ memory, library }: Stores): () => void {
  return memory.subscribe(({ resources: now }, { resources: before }) => {
    if (now.statuses !== before.statuses || now.settled !== before.settled) library.refresh()
  })
}

/** A file of the journal's memory that cannot be understood is named once, for as long as it is so. */
function followMemoryFaults({ memory, notices }: Stores): () => void {
  return memory.subscribe((now, before) => {
    if (now.faults.join() === before.faults.join()) return
    const id = 'journal-memory'
    if (now.faults.length === 0) return notices.dismiss(id)
    const detail = `${now.faults.join(' ')} What it says is not in use, and Cairn does not write it. Mend it in a text editor, or move it away.`
    notices.raise({ id, tone: 'warn', title: 'What this journal remembers cannot be read.', detail })
  })
}

/** Another journal: nothing of the one before stays on the screen. */
function followJournal(stores: Stores, navigation: Navigation): () => void {
  const { journal, entries, openEntry, overview, history, search, savedSearches, queryValues } = stores
  let shownId: string | null = null
  async function follow(id: string | null): Promise<void> {
    if (id === shownId) return
    shownId = id
    openEntry.close()
    overview.hide()
    history.clear()
    stores.repairs.clear()
    stores.fileCheck.clear()
    search.close()
    stores.replace.clear()
    stores.rename.clear()
    stores.review.close()
    savedSearches.clear()
    stores.memory.clear()
    queryValues.clear()
    entries.clear()
    if (id === null) return
    // Before an entry is shown: it is read by what the journal remembers.
    await Promise.all([entries.refresh(), stores.memory.load()])
    void savedSearches.load()
    if (openEntry.getState().copy === null && shownId === id) await navigation.openFirst()
  }
  void follow(journal.getState().journal?.id ?? null)
  const undoReachable = journal.subscribe((now, before) => {
    if (now.isReachable && !before.isReachable) {
      void entries.refresh()
      void openEntry.checkFiles().then(() => openEntry.retryFailed())
    }
  })
  const undo = journal.subscribe((state) => void follow(state.journal?.id ?? null))
  return () => {
    undo()
    undoReachable()
  }
}
