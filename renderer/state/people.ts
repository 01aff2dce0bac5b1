import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PeopleAnswer, PersonPlace, PersonRow, QuoteRow } from '../../shared/contract/facts.ts'
import type { IsoDay, PersonRole } from '../../shared/entry/summary.ts'
import type { JournalApi } from '../journal-api.ts'
import { createWindowedList, type WindowedList } from './windowed-list.ts'

export type PeopleOrder = 'name' | 'mentions' | 'last' | 'next'

export interface PeopleFilter {
  readonly text: string
  readonly role: PersonRole | null
  readonly order: PeopleOrder
  readonly isDescending: boolean
}

export interface ChosenPerson {
  readonly chosenKey: string | null
  /** Every place that names the person, the newest first, and what they said; null until they are there. */
  readonly detail: {
    readonly key: string
    readonly places: readonly PersonPlace[]
    readonly quotes: readonly QuoteRow[]
  } | null
}

/** Who is named in the journal, and the person that is chosen among them. */
export interface PeopleStore {
  readonly list: WindowedList<PeopleFilter, PersonRow, PeopleAnswer>
  readonly chosen: StoreApi<ChosenPerson>
  /** Sorts by a column; the same column again turns the order round. */
  sortBy(order: PeopleOrder): void
  choose(key: string): void
}

/** @param currentDay divides last contacts from next ones */
export function createPeopleStore(journalApi: JournalApi, currentDay: () => IsoDay): PeopleStore {
  const chosen = createStore<ChosenPerson>(() => ({ chosenKey: null, detail: null }))
  const list = createWindowedList<PeopleFilter, PersonRow, PeopleAnswer>(journalApi, {
    filter: { text: '', role: null, order: 'mentions', isDescending: true },
    ask: ({ text, role, order, isDescending }, window) =>
      journalApi.listPeople({
        text,
        roles: role === null ? [] : [role],
        order,
        isDescending,
        today: currentDay(),
        ...window,
      }),
    onAnswered() {
      const { rows } = list.getState()
      const { chosenKey } = chosen.getState()
      const isThere = rows.some(({ key }) => key === chosenKey)
      void look(isThere ? chosenKey : (rows[0]?.key ?? null))
    },
  })

  async function look(key: string | null): Promise<void> {
    chosen.setState({ chosenKey: key })
    if (key === null) return chosen.setState({ detail: null })
    const [places, quotes] = await Promise.all([
      journalApi.listPersonPlaces({ key }),
      journalApi.listQuotes({ person: key }),
    ])
    if (chosen.getState().chosenKey !== key || !places.ok) return
    chosen.setState({ detail: { key, places: places.value, quotes: quotes.ok ? quotes.value.rows : [] } })
  }

  return {
    list,
    chosen,
    sortBy(order) {
      const { filter } = list.getState()
      const isDescending = filter.order === order ? !filter.isDescending : order !== 'name'
      list.setFilter({ order, isDescending })
    },
    choose: (key) => void look(key),
  }
}
