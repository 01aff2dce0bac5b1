import { isLocalDocument } from '../../shared/resources/resource-address.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { entryName, type EntryPath } from '../../shared/entry/entry-path.ts'
import { findEntryByName } from '../../shared/links/find-entry-by-name.ts'
import type { EntryEditorHandle } from '../entry-editor/entry-editor.tsx'
import { localDay } from '../state/days.ts'
import { panes, type PaneName } from '../state/open-entry.ts'
import type { OverviewName } from '../state/place.ts'
import type { WorkingCopy } from '../state/working-copy.ts'
import { rememberOpened } from './remember-opened.ts'
import type { Stores } from './stores.ts'

/** The editor of a pane, and the place to go to once it shows the entry that was asked for. */
export interface EditorSeat {
  handle: EntryEditorHandle | null
  arrival: { readonly path: EntryPath; readonly offset: number | null } | null
}

export interface Navigation {
  /** The editor of the active pane. */
  readonly seat: EditorSeat
  readonly seats: Readonly<Record<PaneName, EditorSeat>>
  /** The editor of a pane came on the screen, or went: for its `ref`. */
  readonly takeSeat: Readonly<Record<PaneName, (handle: EntryEditorHandle | null) => void>>
  /** Opens an entry; with an offset (UTF-16 code units) goes to it, with null puts the caret where the editor has it. */
  openAt(path: EntryPath, offset: number | null): Promise<void>
  /** The same in the other pane, so that both entries are on the screen; where there is no room for two, in this one. */
  openBeside(path: EntryPath, offset: number | null): Promise<void>
  /** Opens an entry and leaves the focus where it is: from a list one is walking through. */
  open(path: EntryPath): Promise<void>
  /** Takes a side away; the entry that stays is where one is then. */
  closePane(pane: PaneName): void
  /** Shows the journal from one side, in the place of the entry. */
  showOverview(name: OverviewName): void
  go(direction: -1 | 1): Promise<void>
  openToday(): Promise<void>
  create(kind: 'draft' | 'page', title: string): Promise<AppError | null>
  openByName(target: string): Promise<void>
  /** Opens a link to the web, or to a document of the journal; `from`: the entry it stands in, left out: the open one. */
  openLink(url: string, from?: EntryPath | null): Promise<void>
  /** What is newest, once the folder is listed: nobody has to begin with an empty page. */
  openFirst(): Promise<void>
  /** The editor of a pane shows this copy now: what was waiting for it happens. Gives the undo. */
  attach(copy: WorkingCopy, pane: PaneName): () => void
}

/** The ways from one entry to another. */
export function createNavigation(stores: Stores): Navigation {
  const { journalApi, entries, openEntry, overview, history, layout, notices } = stores
  const seats: Record<PaneName, EditorSeat> = {
    first: { handle: null, arrival: null },
    second: { handle: null, arrival: null },
  }

  async function open(path: EntryPath): Promise<void> {
    notices.dismissPassing()
    if (!(await openEntry.open(path))) return
    overview.hide()
    history.visited({ path })
  }

  async function openAt(path: EntryPath, offset: number | null): Promise<void> {
    await arriveAt(path, offset, () => open(path))
  }

  async function openBeside(path: EntryPath, offset: number | null): Promise<void> {
    if (!layout.hasRoomBeside()) return openAt(path, offset)
    notices.dismissPassing()
    await arriveAt(path, offset, async () => {
      if (!(await openEntry.openBeside(path))) return
      overview.hide()
      history.visited({ path })
    })
  }

  /** Which pane will show the entry is known when it is there: the arrival waits in both. */
  async function arriveAt(path: EntryPath, offset: number | null, go: () => Promise<void>): Promise<void> {
    const shownIn = openEntry.findPane(path)
    for (const pane of panes) seats[pane].arrival = { path, offset }
    await go()
    if (shownIn !== null) arrived(path, shownIn)
  }

  function arrived(path: EntryPath, pane: PaneName): void {
    const { arrival, handle } = seats[pane]
    if (!handle || arrival?.path !== path) return
    for (const each of panes) seats[each].arrival = null
    if (arrival.offset === null) handle.focus()
    else handle.reveal(arrival.offset)
  }

  function attach(copy: WorkingCopy, pane: PaneName): () => void {
    const seat = seats[pane]
    const undo = copy.attach({
      readText: () => seat.handle?.readText() ?? { text: copy.getState().knownText, refused: [] },
      readTextAside: () =>
        seat.handle?.readTextAside() ?? Promise.resolve({ text: copy.getState().knownText, refused: [] }),
      replaceText: (text) => seat.handle?.replaceText(text),
      readTextToCarry: () => seat.handle?.readTextToCarry() ?? copy.getState().knownText,
    })
    arrived(copy.getState().path, pane)
    return undo
  }

  /** The entry stays open behind the overview, and is written now: what the overview shows comes from the files. */
  function show(name: OverviewName): void {
    notices.dismissPassing()
    overview.show(name)
    for (const { copy } of openEntry.getState().panes) void copy?.flush()
  }

  function report(title: string, error: AppError): void {
    notices.raise({ id: title, tone: 'bad', title, detail: error.message })
  }

  async function openByName(target: string): Promise<void> {
    const path = findEntryByName(entries.getState().listings.keys(), target)
    if (path) return openAt(path, null)
    const name = target.replace(/[#|^].*$/s, '').trim()
    notices.raise({
      id: 'no-such-entry',
      tone: 'info',
      title: `No entry is called “${name}”.`,
      detail: '',
      wayOut: { label: 'Make a page', run: () => void create('page', name) },
    })
  }

  async function create(kind: 'draft' | 'page', title: string): Promise<AppError | null> {
    const made = await entries.create(kind, title, localDay())
    if (!made.ok) return made.error
    await openAt(made.value, null)
    return null
  }

  return {
    get seat() {
      return seats[openEntry.getState().activePane]
    },
    seats,
    takeSeat: {
      first: (handle) => void (seats.first.handle = handle),
      second: (handle) => void (seats.second.handle = handle),
    },
    open,
    openAt,
    openBeside,
    closePane(pane) {
      openEntry.closePane(pane)
      const path = openEntry.getState().copy?.getState().path
      if (path !== undefined) history.visited({ path })
    },
    showOverview(name) {
      show(name)
      history.visited({ overview: name })
    },
    attach,
    openByName,
    create,
    async go(direction) {
      const place = history.go(direction)
      if (place === null) return
      if ('overview' in place) return show(place.overview)
      if (await openEntry.open(place.path)) overview.hide()
    },
    async openToday() {
      const today = await entries.openToday(localDay())
      if (today.ok) await openAt(today.value, null)
      else report('Today’s entry could not be opened.', today.error)
    },
    async openLink(url, from = openEntry.getState().copy?.getState().path ?? null) {
      const answer = isLocalDocument(url)
        ? await journalApi.openDocument({ from, address: url })
        : await journalApi.openLink({ url })
      if (answer.ok) void rememberOpened(stores, url)
      else report('The link was not opened.', answer.error)
    },
    async openFirst() {
      const { months, drafts, pages } = entries.getState().arranged
      const first = months[0]?.entries[0] ?? drafts[0] ?? pages[0]
      // Who has gone to the agenda meanwhile stays there; the entry is opened behind it.
      if (first && (await openEntry.open(first.path)) && overview.getState().shown === null) {
        history.visited({ path: first.path })
      }
    },
  }
}

/** `2025-09-20.md`. */
export function fileNameOf(path: EntryPath): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** The path of an entry renamed to `name`, its extension kept: in the same folder, or with `/` before it from the top. */
export function renamedPath(path: EntryPath, name: string): string {
  const extension = path.slice(path.lastIndexOf('/') + 1).slice(entryName(path).length)
  const wanted = name.trim()
  const folder = wanted.startsWith('/') ? '' : path.slice(0, path.lastIndexOf('/') + 1)
  return `${folder}${wanted.replace(/^\//, '')}${extension}`
}
