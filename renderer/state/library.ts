import { createStore, type StoreApi } from 'zustand/vanilla'
import type { QuoteRow, ResourcePlace, ResourceRow, ResourcesAnswer } from '../../shared/contract/facts.ts'
import type { ResourceStatus } from '../../shared/entry/summary.ts'
import type { JournalApi } from '../journal-api.ts'
import { createWindowedList, type WindowedList } from './windowed-list.ts'

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

export interface ChosenResource {
  readonly chosenKey: string | null
  readonly detail: LibraryDetail | null
}

/** All resources of the journal, and the one that is chosen among them. */
export interface LibraryStore {
  readonly list: WindowedList<LibraryFilter, ResourceRow, ResourcesAnswer>
  readonly chosen: StoreApi<ChosenResource>
  /** Sorts by a column; the same column again turns the order round. */
  sortBy(order: LibraryOrder): void
  choose(key: string): void
}

export function createLibraryStore(journalApi: JournalApi): LibraryStore {
  const chosen = createStore<ChosenResource>(() => ({ chosenKey: null, detail: null }))
  const list = createWindowedList<LibraryFilter, ResourceRow, ResourcesAnswer>(journalApi, {
    filter: { text: '', status: null, isMustRead: false, order: 'last', isDescending: true },
    ask: ({ text, status, isMustRead, order, isDescending }, window) =>
      journalApi.listResources({
        text,
        statuses: status === null ? [] : [status],
        isMustRead,
        order,
        isDescending,
        ...window,
      }),
    onAnswered() {
      const { rows } = list.getState()
      const { chosenKey } = chosen.getState()
      const isThere = rows.some(({ key }) => key === chosenKey)
      void look(isThere ? chosenKey : (rows[0]?.key ?? null))
    },
  })

  /** Where the chosen resource is used, and what is quoted from it. */
  async function look(key: string | null): Promise<void> {
    chosen.setState({ chosenKey: key })
    if (key === null) return chosen.setState({ detail: null })
    const [places, quotes] = await Promise.all([
      journalApi.listResourcePlaces({ key }),
      journalApi.listQuotes({ resource: key }),
    ])
    if (chosen.getState().chosenKey !== key || !places.ok) return
    chosen.setState({ detail: { key, places: places.value, quotes: quotes.ok ? quotes.value.rows : [] } })
  }

  return {
    list,
    chosen,
    sortBy(order) {
      const { filter } = list.getState()
      // Names begin at A; counts and days at the greatest.
      const isFirstDescending = order !== 'title' && order !== 'author'
      list.setFilter({
        order,
        isDescending: filter.order === order ? !filter.isDescending : isFirstDescending,
      })
    },
    choose: (key) => void look(key),
  }
}
