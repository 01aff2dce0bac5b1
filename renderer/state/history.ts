import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EntryPath } from '../../shared/entry/entry-path.ts'

/** More steps than anyone goes back, few enough to hold for months. */
const maxSteps = 200

export interface HistoryState {
  readonly steps: readonly EntryPath[]
  /** Place of the shown entry in `steps`; -1 before the first. */
  readonly at: number
}

export interface HistoryStore extends StoreApi<HistoryState> {
  /** An entry was opened by a new way: what lay ahead is dropped. */
  visited(path: EntryPath): void
  /** The entry before or after the shown one, and makes it the shown one; null at the ends. */
  go(direction: -1 | 1): EntryPath | null
  renamed(from: EntryPath, to: EntryPath): void
  removed(path: EntryPath): void
  clear(): void
}

/** Back and forward through the entries of this session. */
export function createHistoryStore(): HistoryStore {
  const store = createStore<HistoryState>(() => ({ steps: [], at: -1 }))

  return {
    ...store,
    visited(path) {
      const { steps, at } = store.getState()
      if (steps[at] === path) return
      const kept = [...steps.slice(0, at + 1), path].slice(-maxSteps)
      store.setState({ steps: kept, at: kept.length - 1 })
    },
    go(direction) {
      const { steps, at } = store.getState()
      const path = steps[at + direction]
      if (path === undefined) return null
      store.setState({ at: at + direction })
      return path
    },
    renamed(from, to) {
      store.setState({ steps: store.getState().steps.map((step) => (step === from ? to : step)) })
    },
    removed(path) {
      const { steps, at } = store.getState()
      const before = steps.slice(0, at + 1).filter((step) => step !== path)
      store.setState({
        steps: withoutRepeats([...before, ...steps.slice(at + 1).filter((step) => step !== path)]),
        at: withoutRepeats(before).length - 1,
      })
    },
    clear: () => store.setState({ steps: [], at: -1 }),
  }
}

/** Two equal neighbours would make Back do nothing. */
function withoutRepeats(steps: readonly EntryPath[]): EntryPath[] {
  return steps.filter((step, at) => step !== steps[at - 1])
}

/** The entries seen last, newest first, each once, without the shown one. */
export function findRecentSteps(state: HistoryState, limit: number): EntryPath[] {
  const shown = state.steps[state.at]
  const seen = new Set<EntryPath>(shown === undefined ? [] : [shown])
  const found: EntryPath[] = []
  for (const step of state.steps.toReversed()) {
    if (seen.has(step)) continue
    seen.add(step)
    found.push(step)
    if (found.length === limit) break
  }
  return found
}
