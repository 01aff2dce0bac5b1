import { createStore, type StoreApi } from 'zustand/vanilla'
import type { OverviewName } from './place.ts'

export interface OverviewState {
  /** The overview that stands where the entry would; null while an entry is shown. */
  readonly shown: OverviewName | null
}

export interface OverviewStore extends StoreApi<OverviewState> {
  show(name: OverviewName): void
  /** The entry comes back as it was left, with its caret and what can be undone in it. */
  hide(): void
}

/** Whether an overview is shown instead of the entry. The entry stays open behind it. */
export function createOverviewStore(): OverviewStore {
  const store = createStore<OverviewState>(() => ({ shown: null }))
  return {
    ...store,
    show: (shown) => store.setState({ shown }),
    hide: () => store.setState({ shown: null }),
  }
}
