import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { isSamePlace, type Place } from './place.ts'

/** More steps than anyone goes back, few enough to hold for months. */
const maxSteps = 200

export interface HistoryState {
  readonly steps: readonly Place[]
  /** Index of the shown place in `steps`; -1 before the first. */
  readonly at: number
}

export interface HistoryStore extends StoreApi<HistoryState> {
  /** A place was opened by a new way: what lay ahead is dropped. */
  visited(place: Place): void
  /** The place before or after the shown one, and makes it the shown one; null at the ends. */
  go(direction: -1 | 1): Place | null
  renamed(from: EntryPath, to: EntryPath): void
  removed(path: EntryPath): void
  clear(): void
}

/** Back and forward through the entries and overviews of this session. */
export function createHistoryStore(): HistoryStore {
  const store = createStore<HistoryState>(() => ({ steps: [], at: -1 }))

  return {
    ...store,
    visited(place) {
      const { steps, at } = store.getState()
      if (isSamePlace(steps[at], place)) return
      const kept = [...steps.slice(0, at + 1), place].slice(-maxSteps)
      store.setState({ steps: kept, at: kept.length - 1 })
    },
    go(direction) {
      const { steps, at } = store.getState()
      const place = steps[at + direction]
      if (place === undefined) return null
      store.setState({ at: at + direction })
      return place
    },
    renamed(from, to) {
      const steps = store
        .getState()
        .steps.map((step) => (isSamePlace(step, { path: from }) ? { path: to } : step))
      store.setState({ steps })
    },
    removed(path) {
      const { steps, at } = store.getState()
      const isKept = (step: Place): boolean => !isSamePlace(step, { path })
      const before = steps.slice(0, at + 1).filter(isKept)
      store.setState({
        steps: withoutRepeats([...before, ...steps.slice(at + 1).filter(isKept)]),
        at: withoutRepeats(before).length - 1,
      })
    },
    clear: () => store.setState({ steps: [], at: -1 }),
  }
}

/** Two equal neighbours would make Back do nothing. */
function withoutRepeats(steps: readonly Place[]): Place[] {
  return steps.filter((step, at) => !isSamePlace(step, steps[at - 1]))
}

/** The entry that is shown, by the history; null at an overview and before the first. */
export function shownEntry({ steps, at }: HistoryState): EntryPath | null {
  const step = steps[at]
  return step !== undefined && 'path' in step ? step.path : null
}

/** The entries seen last, newest first, each once, without the shown one. */
export function findRecentSteps(state: HistoryState, limit: number): EntryPath[] {
  const shown = shownEntry(state)
  const seen = new Set<EntryPath>(shown === null ? [] : [shown])
  const found: EntryPath[] = []
  for (const step of state.steps.toReversed()) {
    if (!('path' in step) || seen.has(step.path)) continue
    seen.add(step.path)
    found.push(step.path)
    if (found.length === limit) break
  }
  return found
}
