import { createRunAgain } from './run-again.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { allAgendaSections } from '../../shared/actions/group-agenda.ts'
import type {
  AgendaAnswer,
  AgendaCounts,
  AgendaRow,
  DayFacts,
  ProgramRow,
} from '../../shared/contract/facts.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import { addDays } from '../../shared/entry/iso-day.ts'
import type { EntryKind, IsoDay } from '../../shared/entry/summary.ts'
import type { JournalApi } from '../journal-api.ts'
import { holds, keepTicked, keyOf, withBox } from './ticked-rows.ts'

export type AgendaGrouping = 'date' | 'entry' | 'goal'

export interface AgendaFilter {
  readonly grouping: AgendaGrouping
  readonly text: string
  readonly tags: readonly string[]
  readonly kinds: readonly EntryKind[]
  readonly goal: string | null
  /** What is done and past is listed as well. */
  readonly hasSettled: boolean
}

export interface AgendaState {
  readonly isShown: boolean
  /** What the sections are told by. */
  readonly today: IsoDay
  readonly filter: AgendaFilter
  /** Null before the first answer. */
  readonly answer: Omit<AgendaAnswer, 'rows'> | null
  /** Of the whole journal, kept also while the agenda is not on the screen; null before the first answer. */
  readonly counts: AgendaCounts | null
  /** The rows so far, from the first; `answer.total` in all. */
  readonly rows: readonly AgendaRow[]
  readonly areFiltersShown: boolean
  readonly programs: readonly ProgramRow[]
  /** False: those that someone with a job cannot take are folded away. */
  /** The month of the calendar, `2025-09`. */
  readonly month: string
  readonly days: ReadonlyMap<IsoDay, DayFacts>
  readonly error: AppError | null
}

export interface AgendaStore extends StoreApi<AgendaState> {
  /** The agenda comes on the screen: what is known of the journal is asked for, and asked again when it changes. */
  show(): void
  hide(): void
  setFilter(patch: Partial<AgendaFilter>): void
  /** A box was set from here: it shows at once, and stays where it is until the agenda is opened again. */
  noteTicked(path: string, itemNumber: number, box: string): void
  /** Hidden filters narrow nothing. */
  toggleFilters(): void
  /** Everything open is shown again, in the grouping it is in. */
  clearFilters(): void
  /** Asks for the rows up to this number, when they are not there yet. */
  reach(row: number): void
  showMonth(month: string): void
  dispose(): void
}

/** Rows asked for at once: some screens full, and an answer of a few milliseconds. */
const pageRows = 200
/** Most rows that the worker gives at once. */
const mostRows = 1000

const everything: AgendaFilter = {
  grouping: 'date',
  text: '',
  tags: [],
  kinds: [],
  goal: null,
  hasSettled: false,
}

/**
 * The agenda: asked of the index for what is on the screen, by the day it is.
 *
 * @param currentDay the day as the user counts it; looked at on each question, so that the agenda turns over with it
 */
export function createAgendaStore(journalApi: JournalApi, currentDay: () => IsoDay): AgendaStore {
  const store = createStore<AgendaState>(() => ({
    isShown: false,
    today: currentDay(),
    filter: everything,
    answer: null,
    counts: null,
    rows: [],
    areFiltersShown: false,
    programs: [],
    month: currentDay().slice(0, 7),
    days: new Map(),
    error: null,
  }))
  /** Answers to older questions are dropped by number. */
  let asked = 0
  let wantedRows = pageRows
  /** Rows ticked since the agenda was opened, by entry and number. */
  const kept = new Map<string, AgendaRow>()

  async function ask(): Promise<void> {
    asked += 1
    const number = asked
    const today = currentDay()
    const { filter } = store.getState()
    const rows: AgendaRow[] = []
    let answer: AgendaAnswer | null = null
    // The worker bounds an answer; who has scrolled far asks for as much again.
    while (rows.length < wantedRows && (answer === null || rows.length < answer.total)) {
      const limit = Math.min(mostRows, wantedRows - rows.length)
      const outcome = await journalApi.listAgenda({ ...questionOf(filter), today, from: rows.length, limit })
      if (number !== asked) return
      if (!outcome.ok) return store.setState({ error: outcome.error })
      answer = outcome.value
      rows.push(...answer.rows)
      if (answer.rows.length === 0) break
    }
    const shown = answer === null ? null : keepTicked(answer, rows, store.getState(), kept)
    store.setState({
      today,
      answer: shown?.answer ?? null,
      counts: answer?.counts ?? null,
      rows: shown?.rows ?? [],
      error: null,
    })
  }

  async function askPrograms(): Promise<void> {
    const outcome = await journalApi.listPrograms({ order: 'deadline' })
    if (outcome.ok) store.setState({ programs: outcome.value.rows })
  }

  async function askDays(): Promise<void> {
    const { month } = store.getState()
    // Whole weeks: the calendar shows the ends of the months around.
    const from = addDays(`${month}-01`, -7) ?? `${month}-01`
    const to = addDays(`${month}-01`, 45) ?? `${month}-28`
    const outcome = await journalApi.listDays({ from, to, today: currentDay() })
    if (outcome.ok && store.getState().month === month) {
      store.setState({ days: new Map(outcome.value.map((facts) => [facts.day, facts])) })
    }
  }

  async function askCounts(): Promise<void> {
    const outcome = await journalApi.listAgenda({ today: currentDay(), limit: 0 })
    if (outcome.ok) store.setState({ counts: outcome.value.counts })
  }

  async function askAll(): Promise<void> {
    if (store.getState().isShown) await Promise.all([ask(), askPrograms(), askDays()])
    else await askCounts()
  }

  const askSoon = createRunAgain(askAll, () => true)

  const undos = [
    journalApi.onCardsRead(() => void askSoon()),
    journalApi.onIndexProgressed(({ isDone }) => (isDone ? void askSoon() : undefined)),
  ]

  return {
    ...store,
    show() {
      wantedRows = pageRows
      kept.clear()
      store.setState({ isShown: true })
      void askSoon()
    },
    hide: () => store.setState({ isShown: false }),
    setFilter(patch) {
      wantedRows = pageRows
      store.setState({ filter: { ...store.getState().filter, ...patch } })
      void ask()
    },
    noteTicked(path, itemNumber, box) {
      const rows = store
        .getState()
        .rows.map((row) => (row.path === path ? withBox(row, itemNumber, box) : row))
      for (const row of rows) if (row.path === path && holds(row.step, itemNumber)) kept.set(keyOf(row), row)
      store.setState({ rows })
    },
    toggleFilters() {
      const areFiltersShown = !store.getState().areFiltersShown
      const { grouping, goal } = store.getState().filter
      store.setState({ areFiltersShown, filter: { ...everything, grouping, goal } })
      void ask()
    },
    clearFilters() {
      wantedRows = pageRows
      const { grouping, hasSettled } = store.getState().filter
      store.setState({ filter: { ...everything, grouping, hasSettled } })
      void ask()
    },
    reach(row) {
      const { rows, answer } = store.getState()
      if (answer === null || row < rows.length - pageRows / 4 || rows.length >= answer.total) return
      if (wantedRows > rows.length) return
      wantedRows = rows.length + pageRows
      void ask()
    },
    showMonth(month) {
      store.setState({ month })
      void askDays()
    },
    dispose: () => undos.forEach((undo) => undo()),
  }
}

function questionOf({ grouping, text, tags, kinds, goal, hasSettled }: AgendaFilter) {
  return {
    grouping,
    text,
    tags: [...tags],
    kinds: [...kinds],
    ...(goal === null ? {} : { goal }),
    sections: hasSettled ? [...allAgendaSections] : [],
  }
}
