import type { PeopleAnswer, PersonPlace, PersonRow, QuoteRow } from '../../shared/contract/facts.ts'
import type { IsoDay, PersonRole } from '../../shared/entry/summary.ts'
import type { JournalApi } from '../journal-api.ts'
import { isKnownDifferent, mayBeSame, sameKeys } from '../../shared/resources/same-person.ts'
import { createChosenRow, sortedBy, type ChosenRowStore } from './chosen-row.ts'
import type { JournalMemoryStore } from './journal-memory.ts'
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
  /** Others who may be the same person under another spelling. */
  readonly alike: readonly PersonRow[]
}

/** People that one is compared with: those named most. */
const mostCompared = 1000

/** Who is named in the journal, and the person that is chosen among them. */
export interface PeopleStore {
  readonly list: WindowedList<PeopleFilter, PersonRow, PeopleAnswer>
  readonly chosen: ChosenRowStore<PersonDetail>
  /** Sorts by a column; the same column again turns the order round. */
  sortBy(order: PeopleOrder): void
}

/** @param currentDay divides last contacts from next ones */
export function createPeopleStore(
  journalApi: JournalApi,
  memory: JournalMemoryStore,
  currentDay: () => IsoDay,
): PeopleStore {
  const alsoOf = (key: string): string[] =>
    sameKeys(memory.getState().people.same)
      .find((group) => group[0] === key)
      ?.slice(1) ?? []

  /** Others in the journal who may be the same person, unless the author said that they are not. */
  async function findAlike(key: string): Promise<readonly PersonRow[]> {
    const { people } = memory.getState()
    const all = await journalApi.listPeople({
      limit: mostCompared,
      order: 'mentions',
      isDescending: true,
      today: currentDay(),
      same: [...people.same],
    })
    const own = all.ok ? all.value.rows.find((row) => row.key === key) : undefined
    if (!all.ok || own === undefined) return []
    return all.value.rows.filter(
      ({ key: other, name }) =>
        other !== key && mayBeSame(own.name, name) && !isKnownDifferent(people, own.name, name),
    )
  }

  const chosen = createChosenRow<PersonDetail>(async (key) => {
    const [places, quotes] = await Promise.all([
      journalApi.listPersonPlaces({ key, also: alsoOf(key) }),
      journalApi.listQuotes({ person: key, alsoPeople: [...alsoOf(key)] }),
    ])
    if (!places.ok) return null
    const alike = await findAlike(key)
    return { places: places.value, quotes: quotes.ok ? quotes.value.rows : [], alike }
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
        same: [...memory.getState().people.same],
        ...window,
      }),
    onAnswered: () => chosen.follow(list.getState().rows),
  })
  memory.subscribe((now, before) => {
    if (now.people !== before.people) list.setFilter({})
  })
  return {
    list,
    chosen,
    sortBy: (order) => list.setFilter(sortedBy(list.getState().filter, order, ['name'])),
  }
}
