import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../shared/contract/errors.ts'
import type { QuoteRow, ResourcePlace, ResourceRow, ResourcesAnswer } from '../../shared/contract/facts.ts'
import type { ResourceStatus } from '../../shared/entry/summary.ts'
import type { JournalApi } from '../journal-api.ts'

export type LibraryOrder = 'title' | 'author' | 'month' | 'uses' | 'last'

export interface LibraryFilter {
  readonly text: string
  readonly status: ResourceStatus | 'none' | null
  readonly isMustRead: boolean
  readonly order: LibraryOrder
  readonly isDescending: boolean
}

/** What is known of the resource that is chosen. */
export interface LibraryDetail {
  readonly key: string
  readonly places: readonly ResourcePlace[]
  readonly quotes: readonly QuoteRow[]
}

export interface LibraryState {
  readonly isShown: boolean
  readonly filter: LibraryFilter
  readonly answer: Omit<ResourcesAnswer, 'rows'> | null
  /** The rows so far, from the first; `answer.total` in all. */
  readonly rows: readonly ResourceRow[]
  readonly chosenKey: string | null
  readonly detail: LibraryDetail | null
  readonly error: AppError | null
}

export interface LibraryStore extends StoreApi<LibraryState> {
  /** The library comes on the screen, and is asked for anew when the journal changes. */
  show(): void
  hide(): void
  setFilter(patch: Partial<LibraryFilter>): void
  /** Sorts by a column; the same column again turns the order round. */
  sortBy(order: LibraryOrder): void
  choose(key: string): void
  /** Asks for the rows up to this number, when they are not there yet. */
  reach(row: number): void
  dispose(): void
}

/** Rows asked for at once: some screens full. */
const pageRows = 200
/** Most rows that the worker gives at once. */
const mostRows = 1000

/** All resources of the journal, asked of the index for what is on the screen. */
export function createLibraryStore(journalApi: JournalApi): LibraryStore {
  const store = createStore<LibraryState>(() => ({
    isShown: false,
    filter: { text: '', status: null, isMustRead: false, order: 'last', isDescending: true },
    answer: null,
    rows: [],
    chosenKey: null,
    detail: null,
    error: null,
  }))
  /** Answers to older questions are dropped by number. */
  let asked = 0
  let wantedRows = pageRows
  let hasNews = false
  let isAsking = false

  async function ask(): Promise<void> {
    asked += 1
    const number = asked
    const { text, status, isMustRead, order, isDescending } = store.getState().filter
    const question = { text, statuses: status === null ? [] : [status], isMustRead, order, isDescending }
    const rows: ResourceRow[] = []
    let answer: ResourcesAnswer | null = null
    while (rows.length < wantedRows && (answer === null || rows.length < answer.total)) {
      const limit = Math.min(mostRows, wantedRows - rows.length)
      const outcome = await journalApi.listResources({ ...question, from: rows.length, limit })
      if (number !== asked) return
      if (!outcome.ok) return store.setState({ error: outcome.error })
      answer = outcome.value
      rows.push(...answer.rows)
      if (answer.rows.length === 0) break
    }
    store.setState({ answer, rows, error: null })
    const { chosenKey } = store.getState()
    const isThere = rows.some(({ key }) => key === chosenKey)
    await look(isThere ? chosenKey : (rows[0]?.key ?? null))
  }

  /** Where the chosen resource is used, and what is quoted from it. */
  async function look(key: string | null): Promise<void> {
    store.setState({ chosenKey: key })
    if (key === null) return store.setState({ detail: null })
    const [places, quotes] = await Promise.all([
      journalApi.listResourcePlaces({ key }),
      journalApi.listQuotes({ resource: key }),
    ])
    if (store.getState().chosenKey !== key) return
    if (!places.ok) return store.setState({ error: places.error })
    store.setState({ detail: { key, places: places.value, quotes: quotes.ok ? quotes.value.rows : [] } })
  }

  async function askSoon(): Promise<void> {
    hasNews = true
    if (isAsking) return
    isAsking = true
    while (hasNews && store.getState().isShown) {
      hasNews = false
      await ask()
    }
    isAsking = false
  }

  const undo = journalApi.onCardsRead(() => void askSoon())

  return {
    ...store,
    show() {
      wantedRows = pageRows
      store.setState({ isShown: true })
      void askSoon()
    },
    hide: () => store.setState({ isShown: false }),
    setFilter(patch) {
      wantedRows = pageRows
      store.setState({ filter: { ...store.getState().filter, ...patch } })
      void ask()
    },
    sortBy(order) {
      const { filter } = store.getState()
      // Names begin at A; counts and days at the greatest.
      const isFirstDescending = order !== 'title' && order !== 'author'
      const isDescending = filter.order === order ? !filter.isDescending : isFirstDescending
      store.setState({ filter: { ...filter, order, isDescending } })
      void ask()
    },
    choose: (key) => void look(key),
    reach(row) {
      const { rows, answer } = store.getState()
      if (answer === null || row < rows.length - pageRows / 4 || rows.length >= answer.total) return
      if (wantedRows > rows.length) return
      wantedRows = rows.length + pageRows
      void ask()
    },
    dispose: undo,
  }
}
