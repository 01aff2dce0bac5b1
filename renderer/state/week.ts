import { createRunAgain } from './run-again.ts'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { mondayOf } from '../../shared/actions/weekly-review.ts'
import type { AppError } from '../../shared/contract/errors.ts'
import type { AgendaRow, DayFacts } from '../../shared/contract/facts.ts'
import { addDays } from '../../shared/entry/iso-day.ts'
import type { IsoDay } from '../../shared/entry/summary.ts'
import type { JournalApi } from '../journal-api.ts'

export interface WeekState {
  readonly isShown: boolean
  readonly today: IsoDay
  /** First day of the week that is shown. */
  readonly monday: IsoDay
  /** What its days and those of the week after hold; days that hold nothing are missing. Null before the first answer. */
  readonly days: ReadonlyMap<IsoDay, DayFacts> | null
  /** Steps whose day has passed without an outcome: of this week all there are, of an earlier one those of its days. */
  readonly asked: readonly AgendaRow[]
  readonly error: AppError | null
}

export interface WeekStore extends StoreApi<WeekState> {
  /** It comes on the screen: asked for now, and again when the journal changes. */
  show(): void
  hide(): void
  /** Shows the week that a day lies in. */
  goTo(day: IsoDay): void
  dispose(): void
}

/** Steps named for one day. */
const mostSteps = 50
/** Steps asked about at once: more of them are no question but a list, and that is the agenda's. */
const mostAsked = 200

/** One week: what was written and done, what has passed without an outcome, and what comes after it. */
export function createWeekStore(
  journalApi: Pick<JournalApi, 'listDays' | 'listAgenda' | 'onCardsRead'>,
  currentDay: () => IsoDay,
): WeekStore {
  const store = createStore<WeekState>(() => ({
    isShown: false,
    today: currentDay(),
    monday: mondayOf(currentDay()),
    days: null,
    asked: [],
    error: null,
  }))
  /** Answers to older questions are dropped by number. */
  let latest = 0

  async function ask(): Promise<void> {
    latest += 1
    const own = latest
    const today = currentDay()
    const { monday } = store.getState()
    const to = addDays(monday, 13) ?? monday
    const [days, agenda] = await Promise.all([
      journalApi.listDays({ from: monday, to, today, most: mostSteps }),
      journalApi.listAgenda({ today, sections: ['overdue', 'asked'], limit: mostAsked }),
    ])
    if (own !== latest) return
    if (!days.ok) return store.setState({ error: days.error })
    if (!agenda.ok) return store.setState({ error: agenda.error })
    store.setState({
      today,
      days: new Map(days.value.map((facts) => [facts.day, facts])),
      asked: agenda.value.rows.filter(({ step }) => isAskedIn(step.day, monday, today)),
      error: null,
    })
  }

  const askAgain = createRunAgain(ask, () => store.getState().isShown)
  const undo = journalApi.onCardsRead(() => void askAgain())
  return {
    ...store,
    show() {
      store.setState({ isShown: true, monday: mondayOf(currentDay()) })
      void ask()
    },
    hide: () => store.setState({ isShown: false }),
    goTo(day) {
      store.setState({ monday: mondayOf(day) })
      void ask()
    },
    dispose: undo,
  }
}

function isAskedIn(day: IsoDay | null, monday: IsoDay, today: IsoDay): boolean {
  if (day === null) return false
  const sunday = addDays(monday, 6) ?? monday
  return monday <= today && today <= sunday ? true : monday <= day && day <= sunday
}
