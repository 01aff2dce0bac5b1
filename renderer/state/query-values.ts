import { createStore, type StoreApi } from 'zustand/vanilla'
import type { QueryValues } from '../../shared/contract/search.ts'
import type { JournalApi } from '../journal-api.ts'

export interface QueryValuesStore extends StoreApi<QueryValues> {
  /** Asks the index what there is now; until it answers, what it said last stands. */
  refresh(): Promise<void>
  clear(): void
}

const nothing: QueryValues = { tags: [], authors: [], folders: [], hosts: [] }

/** What the filters of a query can be completed with: tags, authors, folders and sites of the journal. */
export function createQueryValuesStore(journalApi: JournalApi): QueryValuesStore {
  const store = createStore<QueryValues>(() => nothing)
  let latest = 0
  return {
    ...store,
    async refresh() {
      latest += 1
      const own = latest
      const answer = await journalApi.listQueryValues()
      if (answer.ok && own === latest) store.setState(answer.value, true)
    },
    clear() {
      latest += 1
      store.setState(nothing, true)
    },
  }
}
