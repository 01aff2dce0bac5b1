import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError, Outcome } from '../../shared/contract/errors.ts'
import type { FactWindow } from '../../shared/contract/facts.ts'
import type { JournalApi } from '../journal-api.ts'
import { createRunAgain } from './run-again.ts'

export interface WindowedState<Filter, Row, Answer> {
  readonly isShown: boolean
  readonly filter: Filter
  /** The rows so far, from the first; `answer.total` in all. */
  readonly rows: readonly Row[]
  /** The newest answer, for what it says beside its rows; null before the first. */
  readonly answer: Answer | null
  readonly error: AppError | null
}

/** A list of facts of the whole journal, of which as much is here as was scrolled to. */
export interface WindowedList<Filter, Row, Answer> extends StoreApi<WindowedState<Filter, Row, Answer>> {
  /** It comes on the screen: asked for now, and again when the journal changes. */
  show(): void
  hide(): void
  setFilter(patch: Partial<Filter>): void
  /** Asks for the rows up to this number, when they are not there yet. */
  reach(row: number): void
  dispose(): void
}

interface WindowedListOptions<Filter, Answer> {
  readonly filter: Filter
  readonly ask: (
    filter: Filter,
    window: { readonly from: number; readonly limit: number },
  ) => Promise<Outcome<Answer>>
  /** An answer has come and is in the state. */
  readonly onAnswered?: () => void
}

/** Rows asked for at once: some screens full. */
const pageRows = 200
/** Most rows that the worker gives at once. */
const mostRows = 1000

/** Asks for a list window by window; answers to older questions are dropped by number. */
export function createWindowedList<Filter extends object, Row, Answer extends FactWindow<Row>>(
  journalApi: Pick<JournalApi, 'onCardsRead'>,
  options: WindowedListOptions<Filter, Answer>,
): WindowedList<Filter, Row, Answer> {
  const store = createStore<WindowedState<Filter, Row, Answer>>(() => ({
    isShown: false,
    filter: options.filter,
    rows: [],
    answer: null,
    error: null,
  }))
  let asked = 0
  let wantedRows = pageRows

  async function ask(): Promise<void> {
    asked += 1
    const number = asked
    const { filter } = store.getState()
    const rows: Row[] = []
    let answer: Answer | null = null
    while (rows.length < wantedRows && (answer === null || rows.length < answer.total)) {
      const limit = Math.min(mostRows, wantedRows - rows.length)
      const outcome = await options.ask(filter, { from: rows.length, limit })
      if (number !== asked) return
      if (!outcome.ok) return store.setState({ error: outcome.error })
      answer = outcome.value
      rows.push(...answer.rows)
      if (answer.rows.length === 0) break
    }
    store.setState({ answer, rows, error: null })
    options.onAnswered?.()
  }

  const askSoon = createRunAgain(ask, () => store.getState().isShown)
  const undo = journalApi.onCardsRead(() => void askSoon())

  return {
    ...store,
    show() {
      wantedRows = pageRows
      store.setState({ isShown: true })
      void askSoon()
    },
    hide: () => store.setState({ isShown: false }),
    setFilter(patch) {
      wantedRows = pageRows
      store.setState({ filter: { ...store.getState().filter, ...patch } })
      void ask()
    },
    reach(row) {
      const { rows, answer } = store.getState()
      if (answer === null || row < rows.length - pageRows / 4 || rows.length >= answer.total) return
      if (wantedRows > rows.length) return
      wantedRows = rows.length + pageRows
      void ask()
    },
    dispose: undo,
  }
}
