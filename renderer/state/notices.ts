import { createStore, type StoreApi } from 'zustand/vanilla'

export interface Notice {
  readonly id: string
  readonly tone: 'info' | 'warn' | 'bad' | 'ok'
  readonly title: string
  readonly detail: string
  readonly wayOut?: { readonly label: string; readonly run: () => void }
}

export interface NoticesStore extends StoreApi<{ readonly notices: readonly Notice[] }> {
  /** Shows it, in the place of one with the same id. */
  raise(notice: Notice): void
  dismiss(id: string): void
  /** Another entry is shown: what only told of something done is read by now. */
  dismissPassing(): void
}

/** What the app has to say that belongs to no open entry: it stays until it is dismissed or replaced. */
export function createNoticesStore(): NoticesStore {
  const store = createStore<{ readonly notices: readonly Notice[] }>(() => ({ notices: [] }))
  function raise(notice: Notice): void {
    const others = store.getState().notices.filter((other) => other.id !== notice.id)
    store.setState({ notices: [...others, notice] })
  }
  return {
    ...store,
    raise,
    dismiss: (id) =>
      store.setState({ notices: store.getState().notices.filter((notice) => notice.id !== id) }),
    dismissPassing() {
      const lasting = store.getState().notices.filter(({ tone }) => tone === 'warn' || tone === 'bad')
      if (lasting.length < store.getState().notices.length) store.setState({ notices: lasting })
    },
  }
}
