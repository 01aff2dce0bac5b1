import { createStore, type StoreApi } from 'zustand/vanilla'
import type { FileCheck } from '../../shared/contract/file-check.ts'
import type { JournalApi } from '../journal-api.ts'

export type FileCheckState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly check: FileCheck }
  | { readonly kind: 'failed'; readonly message: string }

export interface FileCheckStore extends StoreApi<FileCheckState> {
  /** Opens and saves every file in memory, with so many random edits in each. */
  start(edits: number): Promise<void>
  cancel(): void
  /** Another journal: what was found belongs to the one before. */
  clear(): void
  dispose(): void
}

/** The check of all files of the journal: it goes on while its dialog is closed. */
export function createFileCheckStore(journalApi: JournalApi): FileCheckStore {
  const store = createStore<FileCheckState>(() => ({ kind: 'idle' }))
  /** Grows with each check: an answer for an earlier one is dropped. */
  let latest = 0

  const undo = journalApi.onFileCheckProgressed(({ done, total }) => {
    if (store.getState().kind === 'running') store.setState({ kind: 'running', done, total }, true)
  })

  function stop(): void {
    latest += 1
    if (store.getState().kind === 'running') void journalApi.cancelFileCheck()
    store.setState({ kind: 'idle' }, true)
  }

  return {
    ...store,
    async start(edits) {
      latest += 1
      const own = latest
      store.setState({ kind: 'running', done: 0, total: 0 }, true)
      const answer = await journalApi.checkFiles({ edits })
      if (own !== latest) return
      if (!answer.ok) store.setState({ kind: 'failed', message: answer.error.message }, true)
      else
        store.setState(answer.value === null ? { kind: 'idle' } : { kind: 'done', check: answer.value }, true)
    },
    cancel: stop,
    clear: stop,
    dispose: undo,
  }
}
