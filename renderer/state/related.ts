import { createStore, type StoreApi } from 'zustand/vanilla'
import type { RelatedItem } from '../../shared/contract/related.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { JournalApi } from '../journal-api.ts'
import type { OpenEntryStore } from './open-entry.ts'

export interface RelatedState {
  /** The entry that the items are like. */
  readonly path: EntryPath | null
  readonly items: readonly RelatedItem[]
}

export interface RelatedStore extends StoreApi<RelatedState> {
  dispose(): void
}

const nothing: RelatedState = { path: null, items: [] }

/**
 * What is like the entry on the screen: one question for each entry that is opened, and once more when the index knows
 * the whole journal. An answer for an entry that is no longer shown is dropped.
 */
export function createRelatedStore(journalApi: JournalApi, openEntry: OpenEntryStore): RelatedStore {
  const store = createStore<RelatedState>(() => nothing)
  let latestNumber = 0

  async function ask(path: EntryPath): Promise<void> {
    latestNumber += 1
    const number = latestNumber
    const answer = await journalApi.findRelated({ path })
    if (number === latestNumber) store.setState({ path, items: answer.ok ? answer.value : [] })
  }

  function follow(): void {
    const path = openEntry.getState().copy?.getState().path ?? null
    if (path === store.getState().path) return
    latestNumber += 1
    store.setState({ path, items: [] })
    if (path !== null) void ask(path)
  }

  const undos = [
    openEntry.subscribe(follow),
    journalApi.onIndexProgressed(({ isDone }) => {
      const { path } = store.getState()
      if (isDone && path !== null) void ask(path)
    }),
  ]
  follow()
  return { ...store, dispose: () => undos.forEach((undo) => undo()) }
}
