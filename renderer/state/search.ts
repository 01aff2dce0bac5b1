import { createStore, type StoreApi } from 'zustand/vanilla'
import { mostHitsAtOnce, type Lane, type SearchAnswer, type SearchHit } from '../../shared/contract/search.ts'
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
  /** Asks for more of the lane that is shown alone, when the lane holds more: the end of its list is near. */
  showMore(): void
  /** The box of this action was set in its file: the row shows it until the next answer does. */
  noteTicked(hit: SearchHit, box: string): void
  /** Asks again for the same text: the index has grown. */
  refresh(): void
}

/** Hits asked for in each lane: so few when all stand together that all are seen. */
const perLaneTogether = 3
/** Of one lane alone: a page at first, more when its end is near. */
const firstAlone = 50
const moreAlone = 200

interface Arrived {
  readonly text: string
  /** So many hits stand before those that arrived. */
  readonly from: number
  readonly outcome: Outcome<SearchAnswer>
}

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
  let arrived: Arrived | null = null
  let isMoreAsked = false

  function flush(): void {
    if (arrived === null) return
    const { text, from, outcome } = arrived
    arrived = null
    if (!outcome.ok) store.setState({ error: outcome.error })
    else if (outcome.value.number === latestNumber) show(outcome.value, text, from)
  }

  /** Reading all texts for a regular expression takes several answers, each with more. */
  function show(answer: SearchAnswer, answeredText: string, from: number): void {
    isMoreAsked = false
    const before = from === 0 ? [] : (store.getState().answer?.hits.slice(0, from) ?? [])
    store.setState({ answer: { ...answer, hits: [...before, ...answer.hits] }, answeredText, error: null })
    if ((answer.unreadItems ?? 0) > 0) void ask()
  }

  async function ask(from = 0, limit = limitNow()): Promise<void> {
    const { text, lane } = store.getState()
    latestNumber += 1
    const number = latestNumber
    isMoreAsked = from > 0
    if (!isQuestion(text)) return store.setState({ answer: null, error: null })
    const stretch = lane === 'all' ? {} : { lane, from }
    const question = { number, text, limitPerLane: limit, isFuzzy: isFuzzy(), ...stretch }
    const outcome = await journalApi.search(question)
    if (number !== latestNumber) return
    if (arrived === null) atNextFrame(flush)
    arrived = { text, from, outcome }
  }

  /** The same text asked again keeps what was scrolled to. */
  function limitNow(): number {
    const { text, answeredText, lane } = store.getState()
    if (lane === 'all') return perLaneTogether
    const shown = text === answeredText ? countShown() : 0
    return Math.min(mostHitsAtOnce, Math.max(firstAlone, shown))
  }

  /** Hits of the lane that is shown alone. */
  function countShown(): number {
    const { answer, lane } = store.getState()
    return answer?.hits.filter((hit) => hit.lane === lane).length ?? 0
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
    showMore() {
      const { answer, lane, text, answeredText } = store.getState()
      if (answer === null || lane === 'all' || isMoreAsked || text !== answeredText) return
      const shown = countShown()
      // Before the lane was alone its best three were there, and the question for its first page is on its way.
      if (shown > perLaneTogether && shown < (answer.totals[lane] ?? 0)) void ask(shown, moreAlone)
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
