import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Lane, SearchAnswer, SearchHit } from '../../shared/contract/search.ts'
import type { AppError, Outcome } from '../../shared/contract/errors.ts'
import type { JournalApi } from '../journal-api.ts'

export interface SearchState {
  readonly isOpen: boolean
  readonly text: string
  readonly lane: Lane | 'all'
  /** The newest answer; null while the field is empty. It may still be the answer to the text before. */
  readonly answer: SearchAnswer | null
  /** The text that `answer` answers: what its hits are marked by. */
  readonly answeredText: string
  readonly error: AppError | null
}

export interface SearchStore extends StoreApi<SearchState> {
  open(text: string): void
  close(): void
  setText(text: string): void
  setLane(lane: Lane | 'all'): void
  /** Asks for more of the lane that is shown alone: the end of its list is near. */
  showMore(): void
  /** The box of this action was set in its file: the row shows it until the next answer does. */
  noteTicked(hit: SearchHit, box: string): void
  /** Asks again for the same text: the index has grown. */
  refresh(): void
}

/** Hits asked for in each lane: so few when all stand together that all are seen; a page, then all, of one alone. */
const perLaneTogether = 3
const perLaneAlone = 50
export const mostPerLane = 200

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
    answeredText: '',
    error: null,
  }))
  let latestNumber = 0
  let arrived: { readonly text: string; readonly outcome: Outcome<SearchAnswer> } | null = null
  let limitAlone = perLaneAlone

  function flush(): void {
    if (arrived === null) return
    const { text, outcome } = arrived
    arrived = null
    if (!outcome.ok) store.setState({ error: outcome.error })
    else if (outcome.value.number === latestNumber) show(outcome.value, text)
  }

  /** Reading all texts for a regular expression takes several answers, each with more. */
  function show(answer: SearchAnswer, answeredText: string): void {
    store.setState({ answer, answeredText, error: null })
    if ((answer.unreadItems ?? 0) > 0) void ask()
  }

  async function ask(): Promise<void> {
    const { text, lane } = store.getState()
    latestNumber += 1
    const number = latestNumber
    if (!isQuestion(text)) return store.setState({ answer: null, error: null })
    const limitPerLane = lane === 'all' ? perLaneTogether : limitAlone
    const outcome = await journalApi.search({ number, text, limitPerLane, isFuzzy: isFuzzy() })
    if (number !== latestNumber) return
    if (arrived === null) atNextFrame(flush)
    arrived = { text, outcome }
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
      limitAlone = perLaneAlone
      store.setState({ text })
      void ask()
    },
    setLane(lane) {
      limitAlone = perLaneAlone
      store.setState({ lane })
      void ask()
    },
    showMore() {
      if (limitAlone === mostPerLane || store.getState().lane === 'all') return
      limitAlone = mostPerLane
      void ask()
    },
    noteTicked(hit, box) {
      const { answer } = store.getState()
      if (answer === null) return
      const hits = answer.hits.map((shown) =>
        shown.lane === 'actions' && shown.path === hit.path && shown.from === hit.from
          ? { ...shown, box }
          : shown,
      )
      store.setState({ answer: { ...answer, hits } })
    },
    refresh: () => void ask(),
  }
}

/** True for what the index is asked; `>` is for commands, and `?` alone for help. */
export function isQuestion(text: string): boolean {
  return text.trim() !== '' && text.trim() !== '?' && !text.startsWith('>')
}
