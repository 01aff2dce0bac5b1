import { createStore, type StoreApi } from 'zustand/vanilla'
import { fail, succeed, type AppError, type Outcome } from '../../shared/contract/errors.ts'
import type { OpenedEntry } from '../../shared/contract/requests.ts'
import type { SearchAnswer } from '../../shared/contract/search.ts'
import {
  keepSearch,
  readSavedSearches,
  removeSearch,
  renameSearch,
  savedSearchesPath,
  type SavedSearch,
  type SavedSearches,
} from '../../shared/search/saved-searches.ts'
import type { JournalApi } from '../journal-api.ts'

export interface SavedSearchesState extends SavedSearches {
  /** Hits by query, as they were counted last; a query that was never counted is missing. */
  readonly counts: ReadonlyMap<string, number>
}

export interface SavedSearchesStore extends StoreApi<SavedSearchesState> {
  /** Reads the page of the journal: it may have been edited by hand. */
  load(): Promise<void>
  clear(): void
  /** Each of these writes the page, and gives why it could not, or null. */
  keep(search: SavedSearch): Promise<AppError | null>
  rename(name: string, newName: string): Promise<AppError | null>
  remove(name: string): Promise<AppError | null>
  dispose(): void
}

export interface SavedSearchesOptions {
  readonly isFuzzy: () => boolean
  /** True while someone searches: counting waits, since the index answers only the newest of two questions. */
  readonly isSearching: () => boolean
  /** Calls back after a pause; gives what calls it off. Tests hand in their own. */
  readonly afterPause?: (run: () => void) => () => void
}

/** A save is a change of the index, and one types on: the counts follow when it has been quiet for so long. */
const pauseMs = 1000

const empty: SavedSearchesState = { searches: [], broken: [], counts: new Map() }

/**
 * The saved searches of the journal, kept in a page of it, with the number of hits of each.
 *
 * Counts are taken one after the other when the index has changed and nobody is searching.
 */
export function createSavedSearchesStore(
  journalApi: JournalApi,
  { isFuzzy, isSearching, afterPause = pause }: SavedSearchesOptions,
): SavedSearchesStore {
  const store = createStore<SavedSearchesState>(() => empty)
  /** Grows with every round of counting: what an older one learns is dropped. */
  let round = 0
  /** Grows with every page that is shown, and with every journal: a page read before is dropped. */
  let pageNumber = 0
  let callOff = (): void => undefined

  function countSoon(): void {
    callOff()
    round += 1
    callOff = afterPause(() => void countAll(round))
  }

  async function countAll(own: number): Promise<void> {
    const counts = new Map<string, number>()
    for (const { query } of store.getState().searches) {
      if (own !== round) return
      const count = isSearching() ? null : await countHits(query)
      if (own !== round) return
      if (count === null) return countSoon()
      counts.set(query, count)
    }
    if (!isSame(counts, store.getState().counts)) store.setState({ counts })
  }

  /** Null when the question was overtaken by another one. */
  async function countHits(query: string): Promise<number | null> {
    const answer = await journalApi.search({ number: 0, text: query, limitPerLane: 1, isFuzzy: isFuzzy() })
    return answer.ok ? totalOf(answer.value) : 0
  }

  function show(text: string): void {
    pageNumber += 1
    store.setState(readSavedSearches(text))
    countSoon()
  }

  async function change(edit: (text: string) => string): Promise<AppError | null> {
    let failure: AppError | null = null
    // Once more when the page changed between reading and writing: the edit is made to what is there then.
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const page = await readPage(journalApi)
      if (!page.ok) return page.error
      const { text, revision } = page.value
      const edited = edit(text)
      const saved =
        edited === text
          ? succeed(undefined)
          : await journalApi.saveEntry({ path: savedSearchesPath, text: edited, baseRevision: revision })
      if (saved.ok) {
        show(edited)
        return null
      }
      failure = saved.error
      if (failure.code !== 'conflict' && failure.code !== 'already-exists') return failure
    }
    return failure
  }

  const undos = [
    journalApi.onCardsRead(() => (store.getState().searches.length > 0 ? countSoon() : undefined)),
    journalApi.onIndexProgressed(({ isDone }) => (isDone ? countSoon() : undefined)),
  ]

  return {
    ...store,
    async load() {
      const own = pageNumber
      const page = await readPage(journalApi)
      // Another journal, or an edit of our own, meanwhile: that one has shown its page.
      if (page.ok && own === pageNumber) show(page.value.text)
    },
    clear() {
      callOff()
      round += 1
      pageNumber += 1
      store.setState(empty)
    },
    keep: (search) => change((text) => keepSearch(text, search)),
    async rename(name, newName) {
      const isTaken = store.getState().searches.some((search) => search.name === newName.trim())
      if (isTaken && name !== newName.trim()) return nameTaken
      return change((text) => renameSearch(text, name, newName))
    },
    remove: (name) => change((text) => removeSearch(text, name)),
    dispose() {
      callOff()
      round += 1
      undos.forEach((undo) => undo())
    },
  }
}

const nameTaken: AppError = { code: 'already-exists', message: 'Another saved search has this name.' }

/** The page as it is on disk; empty when there is none yet. */
async function readPage(
  journalApi: JournalApi,
): Promise<Outcome<{ readonly text: string; readonly revision: OpenedEntry['revision'] | null }>> {
  const page = await journalApi.readEntry({ path: savedSearchesPath })
  if (!page.ok) return page.error.code === 'not-found' ? succeed({ text: '', revision: null }) : page
  if (page.value.readOnly === 'not-utf8')
    return fail('read-only', `${savedSearchesPath} is not UTF-8, so Cairn does not write it.`)
  return succeed({ text: page.value.text, revision: page.value.revision })
}

/** Hits in all lanes; null when the index was asked something newer and did not look. */
function totalOf(answer: SearchAnswer): number | null {
  if (answer.matched === undefined) return null
  // Hits for some of the words are help for someone who types, not what the search stands for.
  if (answer.matched === 'some') return 0
  return Object.values(answer.totals).reduce((sum, total) => sum + total, 0)
}

function isSame(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): boolean {
  return one.size === other.size && [...one].every(([query, count]) => other.get(query) === count)
}

function pause(run: () => void): () => void {
  const timer = setTimeout(run, pauseMs)
  return () => clearTimeout(timer)
}
