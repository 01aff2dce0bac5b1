import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Lane, SearchAnswer } from '../../shared/contract/search.ts'
import type { AppError, Outcome } from '../../shared/contract/errors.ts'
import type { JournalApi } from '../journal-api.ts'

export interface SearchState {
  readonly isOpen: boolean
  readonly text: string
  readonly lane: Lane | 'all'
  /** The newest answer; null while the field is empty. It may still be the answer to the text before. */
  readonly answer: SearchAnswer | null
  readonly error: AppError | null
}

export interface SearchStore extends StoreApi<SearchState> {
  open(text: string): void
  close(): void
  setText(text: string): void
  setLane(lane: Lane | 'all'): void
  /** Asks again for the same text: the index has grown. */
  refresh(): void
}

/** Hits asked for in each lane: a page when one lane is shown alone; so few when all stand together that all are seen. */
const perLaneTogether = 3
const perLaneAlone = 100

/**
 * The search palette's question and answer.
 *
 * Every question has a number. An answer to any number but the latest is dropped (typing "men", "ment" fast may bring
 * the answers in the other order), and what arrived is shown once a frame however many arrive.
 *
 * @param atNextFrame calls back once before the next paint; tests hand in their own.
 */
export function createSearchStore(
  journalApi: JournalApi,
  isFuzzy: () => boolean,
  atNextFrame: (flush: () => void) => void = (flush) => void requestAnimationFrame(flush),
): SearchStore {
  const store = createStore<SearchState>(() => ({
    isOpen: false,
    text: '',
    lane: 'all',
    answer: null,
    error: null,
  }))
  let latestNumber = 0
  let arrived: Outcome<SearchAnswer> | null = null

  function flush(): void {
    const outcome = arrived
    arrived = null
    if (outcome === null) return
    if (!outcome.ok) store.setState({ error: outcome.error })
    else if (outcome.value.number === latestNumber) store.setState({ answer: outcome.value, error: null })
  }

  async function ask(): Promise<void> {
    const { text, lane } = store.getState()
    latestNumber += 1
    const number = latestNumber
    if (text.trim() === '' || text.startsWith('>')) return store.setState({ answer: null, error: null })
    const limitPerLane = lane === 'all' ? perLaneTogether : perLaneAlone
    const outcome = await journalApi.search({ number, text, limitPerLane, isFuzzy: isFuzzy() })
    if (number !== latestNumber) return
    if (arrived === null) atNextFrame(flush)
    arrived = outcome
  }

  return {
    ...store,
    open(text) {
      store.setState({ isOpen: true, text, lane: 'all', answer: null, error: null })
      void ask()
    },
    close() {
      latestNumber += 1
      store.setState({ isOpen: false, answer: null })
    },
    setText(text) {
      store.setState({ text })
      void ask()
    },
    setLane(lane) {
      store.setState({ lane })
      void ask()
    },
    refresh: () => void ask(),
  }
}
