import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError, Outcome } from '../../shared/contract/errors.ts'
import type { EntryListing } from '../../shared/contract/requests.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { EntryCard, IsoDay } from '../../shared/entry/summary.ts'
import type { JournalApi } from '../journal-api.ts'
import { arrangeEntries, type ArrangedEntries } from './arrange-entries.ts'

export interface EntriesState {
  readonly isListed: boolean
  readonly error: AppError | null
  readonly listings: ReadonlyMap<EntryPath, EntryListing>
  /** What the index knows; entries it has not read yet are missing. */
  readonly cards: ReadonlyMap<EntryPath, EntryCard>
  /** What the rail shows, made of the two, once for each change of them. */
  readonly arranged: ArrangedEntries
  /** Only entries with this tag are shown. */
  readonly tag: string | null
  /** null when the index is up to date. */
  readonly progress: { readonly indexed: number; readonly total: number } | null
}

export interface EntriesStore extends StoreApi<EntriesState> {
  /** Reads the folder's listing; the cards follow by themselves. */
  refresh(): Promise<void>
  clear(): void
  chooseTag(tag: string | null): void
  titleOf(path: EntryPath): string
  openToday(day: IsoDay): Promise<Outcome<EntryPath>>
  create(kind: 'draft' | 'page', title: string, day: IsoDay): Promise<Outcome<EntryPath>>
  rename(path: EntryPath, to: EntryPath): Promise<Outcome<EntryPath>>
  trash(path: EntryPath): Promise<Outcome<undefined>>
  reveal(path: EntryPath): Promise<Outcome<undefined>>
  dispose(): void
}

const nothing = { listings: new Map<EntryPath, EntryListing>(), cards: new Map<EntryPath, EntryCard>() }

function emptyState(): EntriesState {
  return {
    ...nothing,
    isListed: false,
    error: null,
    arranged: arrangeEntries([], nothing.cards, null),
    tag: null,
    progress: null,
  }
}

/**
 * The journal's entries: the listing of the folder first, titles, dates and tags as the index reads them.
 *
 * Changes are gathered and arranged once a frame: ten thousand entries arrive as many batches of cards, and sorting
 * them again for each would hold up the window.
 */
export function createEntriesStore(
  journalApi: JournalApi,
  atNextFrame: (flush: () => void) => void = (flush) => void requestAnimationFrame(flush),
): EntriesStore {
  const store = createStore<EntriesState>(emptyState)
  let listings = new Map<EntryPath, EntryListing>()
  let cards = new Map<EntryPath, EntryCard>()
  let isFlushPlanned = false

  function flush(): void {
    isFlushPlanned = false
    const { tag } = store.getState()
    const arranged = arrangeEntries([...listings.values()], cards, tag)
    store.setState({ listings: new Map(listings), cards: new Map(cards), arranged })
  }
  function planFlush(): void {
    if (isFlushPlanned) return
    isFlushPlanned = true
    atNextFrame(flush)
  }

  async function refresh(): Promise<void> {
    const answer = await journalApi.listEntries()
    if (!answer.ok) return store.setState({ error: answer.error, isListed: true })
    listings = new Map(answer.value.map((listing) => [listing.path, listing]))
    for (const path of cards.keys()) if (!listings.has(path)) cards.delete(path)
    flush()
    store.setState({ isListed: true, error: null })
  }

  const undos = [
    journalApi.onCardsRead((batch) => {
      for (const card of batch.cards) {
        cards.set(card.path, card)
        if (!listings.has(card.path))
          listings.set(card.path, { path: card.path, size: 0, modifiedMs: Date.now() })
      }
      for (const path of batch.gone) forget(path)
      planFlush()
    }),
    journalApi.onEntriesChanged((changes) => {
      for (const { path, revision, size, modifiedMs } of changes) {
        if (revision === null) forget(path)
        else listings.set(path, { path, size, modifiedMs })
      }
      planFlush()
    }),
    journalApi.onIndexProgressed(({ indexed, total, isDone }) =>
      store.setState({ progress: isDone ? null : { indexed, total } }),
    ),
  ]

  function forget(path: EntryPath): void {
    listings.delete(path)
    cards.delete(path)
  }
  /** The listing shows an own change at once, before the index has read it. */
  async function changed<T>(outcome: Promise<Outcome<T>>): Promise<Outcome<T>> {
    const answer = await outcome
    if (answer.ok) await refresh()
    return answer
  }

  return {
    ...store,
    refresh,
    clear() {
      listings = new Map()
      cards = new Map()
      store.setState(emptyState())
    },
    chooseTag(tag) {
      store.setState({ tag })
      flush()
    },
    titleOf: (path) => store.getState().arranged.titles.get(path) ?? path,
    openToday: async (day) => pathOf(await changed(journalApi.openToday({ day }))),
    create: async (kind, title, day) => pathOf(await changed(journalApi.createEntry({ kind, title, day }))),
    rename: async (path, to) => pathOf(await changed(journalApi.renameEntry({ path, to }))),
    trash: (path) => changed(journalApi.trashEntry({ path })),
    reveal: (path) => journalApi.revealEntry({ path }),
    dispose: () => undos.forEach((undo) => undo()),
  }
}

function pathOf(outcome: Outcome<{ readonly path: EntryPath }>): Outcome<EntryPath> {
  return outcome.ok ? { ok: true, value: outcome.value.path } : outcome
}
