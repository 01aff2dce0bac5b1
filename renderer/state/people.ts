import type { PeopleAnswer, PersonPlace, PersonRow, QuoteRow } from '../../shared/contract/facts.ts'
import type { IsoDay, PersonRole } from '../../shared/entry/summary.ts'
import type { JournalApi } from '../journal-api.ts'
import { createChosenRow, sortedBy, type ChosenRowStore } from './chosen-row.ts'
import { createWindowedList, type WindowedList } from './windowed-list.ts'

export type PeopleOrder = 'name' | 'mentions' | 'last' | 'next'

export interface PeopleFilter {
  readonly text: string
  readonly role: PersonRole | null
  readonly order: PeopleOrder
  readonly isDescending: boolean
}

/** Every place that names the person, the newest first, and what they said. */
export interface PersonDetail {
  readonly places: readonly PersonPlace[]
  readonly quotes: readonly QuoteRow[]
}

/** Who is named in the journal, and the person that is chosen among them. */
export interface PeopleStore {
  readonly list: WindowedList<PeopleFilter, PersonRow, PeopleAnswer>
  readonly chosen: ChosenRowStore<PersonDetail>
  /** Sorts by a column; the same column again turns the order round. */
  sortBy(order: PeopleOrder): void
}

/** @param currentDay divides last contacts from next ones */
export function createPeopleStore(journalApi: JournalApi, currentDay: () => IsoDay): PeopleStore {
  const chosen = createChosenRow<PersonDetail>(async (key) => {
    const [places, quotes] = await Promise.all([
      journalApi.listPersonPlaces({ key }),
      journalApi.listQuotes({ person: key }),
    ])
    return places.ok ? { places: places.value, quotes: quotes.ok ? quotes.value.rows : [] } : null
  })
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
    onAnswered: () => chosen.follow(list.getState().rows),
  })
  return {
    list,
    chosen,
    sortBy: (order) => list.setFilter(sortedBy(list.getState().filter, order, ['name'])),
  }
}
