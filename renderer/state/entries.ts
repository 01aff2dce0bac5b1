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

/** Above this many entries their order is not made anew for each batch of cards, but after this pause (ms). */
const largeFolder = 2000
const busyMs = 1000

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
  /** While a large folder is read, cards come all the time: then once a second is often enough to see it. */
  function planFlush(): void {
    if (isFlushPlanned) return
    isFlushPlanned = true
    if (store.getState().progress !== null && listings.size > largeFolder) setTimeout(flush, busyMs)
    else atNextFrame(flush)
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
      let hasChanged = false
      for (const card of batch.cards) {
        if (isSameCard(cards.get(card.path), card) && listings.has(card.path)) continue
        hasChanged = true
        cards.set(card.path, card)
        if (!listings.has(card.path))
          listings.set(card.path, { path: card.path, size: 0, modifiedMs: Date.now() })
      }
      for (const path of batch.gone) hasChanged = forget(path) || hasChanged
      // Every save brings the card of its entry, mostly the same: sorting thousands of rows for it would be felt.
      if (hasChanged) planFlush()
    }),
    journalApi.onEntriesChanged((changes) => {
      let hasChanged = false
      for (const { path, revision, size, modifiedMs } of changes) {
        if (revision === null) hasChanged = forget(path) || hasChanged
        else {
          hasChanged ||= !listings.has(path)
          listings.set(path, { path, size, modifiedMs })
        }
      }
      if (hasChanged) planFlush()
    }),
    journalApi.onIndexProgressed(({ indexed, total, isDone }) =>
      store.setState({ progress: isDone ? null : { indexed, total } }),
    ),
  ]

  /** True when it was known. */
  function forget(path: EntryPath): boolean {
    cards.delete(path)
    return listings.delete(path)
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

function isSameCard(known: EntryCard | undefined, card: EntryCard): boolean {
  return (
    known !== undefined &&
    known.title === card.title &&
    known.date === card.date &&
    known.kind === card.kind &&
    known.tags.length === card.tags.length &&
    known.tags.every((tag, at) => tag === card.tags[at])
  )
}
