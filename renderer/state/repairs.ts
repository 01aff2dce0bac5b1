import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EntryPath } from '../../shared/entry/entry-path.ts'

export interface RepairsStore extends StoreApi<{ readonly settled: ReadonlySet<EntryPath> }> {
  /** The user has repaired the entry, or wants it as it is: nothing is offered again. */
  settle(path: EntryPath): void
  /** Another journal: other files. */
  clear(): void
}

/** For which entries the repair of mis-decoded text was answered. Forgotten when the window closes. */
export function createRepairsStore(): RepairsStore {
  const store = createStore<{ readonly settled: ReadonlySet<EntryPath> }>(() => ({ settled: new Set() }))
  return {
    ...store,
    settle: (path) => store.setState({ settled: new Set(store.getState().settled).add(path) }),
    clear: () => store.setState({ settled: new Set() }),
  }
}
