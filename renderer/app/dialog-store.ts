import { createStore, type StoreApi } from 'zustand/vanilla'

/** The dialog over the page: at most one. */
export type DialogKind =
  | 'rename'
  | 'new-draft'
  | 'new-page'
  | 'new-action'
  | 'difference'
  | 'theirs'
  | 'repair'
  | 'names'
  | 'front-matter'
  | 'settings'
  | 'keys'

export interface DialogStore extends StoreApi<{ readonly shown: DialogKind | null }> {
  show(kind: DialogKind): void
  close(): void
}

export function createDialogStore(): DialogStore {
  const store = createStore<{ readonly shown: DialogKind | null }>(() => ({ shown: null }))
  return {
    ...store,
    show: (shown) => store.setState({ shown }),
    close: () => store.setState({ shown: null }),
  }
}
