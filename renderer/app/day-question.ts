import { createStore, type StoreApi } from 'zustand/vanilla'
import type { IsoDay } from '../../shared/entry/summary.ts'

/** A day that is asked for in a dialog over the page. */
export interface DayQuestion {
  readonly title: string
  /** What is in the field at first. */
  readonly day: IsoDay | null
  /** What the button says. */
  readonly action: string
  /** The button for no day at all; null: there is none. */
  readonly noDay: string | null
  readonly onChoose: (day: IsoDay | null) => void
}

export interface DayQuestionStore extends StoreApi<{ readonly asked: DayQuestion | null }> {
  ask(question: DayQuestion): void
  close(): void
}

export function createDayQuestionStore(): DayQuestionStore {
  const store = createStore<{ readonly asked: DayQuestion | null }>(() => ({ asked: null }))
  return {
    ...store,
    ask: (asked) => store.setState({ asked }),
    close: () => store.setState({ asked: null }),
  }
}
