import { planWeeklyReview, type WeekToReview } from '../../shared/actions/weekly-review.ts'
import { addDays } from '../../shared/entry/iso-day.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { EntryCard, IsoDay } from '../../shared/entry/summary.ts'
import { currentDay, shortDay } from '../state/days.ts'
import { changeWithUndo } from './change-with-undo.ts'
import { writeLink } from './link-writer.ts'
import type { Navigation } from './navigation.ts'
import type { Stores } from './stores.ts'

/** The entries that were written on a day, as the index knows them. */
export function entriesOn(cards: ReadonlyMap<EntryPath, EntryCard>, day: IsoDay): readonly EntryCard[] {
  return Array.from(cards.values()).filter(({ date }) => date === day)
}

/** Begins a review of the week that is shown at the end of today's entry, and goes there; one that was begun is opened. */
export async function reviewWeek(stores: Stores, navigation: Navigation): Promise<void> {
  const { entries, layout, notices } = stores
  const today = await entries.openToday(currentDay(layout.getState().settings.dayStartHour))
  if (!today.ok) {
    notices.raise({
      id: 'overview',
      tone: 'bad',
      title: 'The review was not begun.',
      detail: today.error.message,
    })
    return
  }
  let at: number | null = null
  await changeWithUndo(stores, today.value, 'The review', (text) => {
    const plan = planWeeklyReview(text, gatherWeek(stores, today.value, text))
    at = plan.at
    return plan.splices
  })
  if (at !== null) await navigation.openAt(today.value, at)
}

/** The week on the screen in words; entries as the links that today's entry writes. */
function gatherWeek(stores: Stores, path: EntryPath, text: string): WeekToReview {
  const { monday, days, asked, today } = stores.week.getState()
  const { cards } = stores.entries.getState()
  const inDays = (first: number, count: number) =>
    Array.from({ length: count }, (_, at) => addDays(monday, first + at) ?? monday)
  const withDay = (words: string, day: IsoDay | null) =>
    day === null ? words : `${words}, ${shortDay(day, today)}`
  const link = (card: EntryCard) =>
    writeLink(stores, { kind: 'entry', path: card.path, title: card.title, heading: '' }, path, text)
  return {
    monday,
    written: inDays(0, 7)
      .flatMap((day) => entriesOn(cards, day))
      .filter((card) => card.path !== path)
      .map(link),
    done: inDays(0, 7).flatMap((day) => (days?.get(day)?.done ?? []).map(({ words }) => words)),
    asked: asked.map(({ step }) => withDay(step.words, step.day)),
    coming: inDays(7, 7).flatMap((day) =>
      (days?.get(day)?.due ?? []).map(({ words }) => withDay(words, day)),
    ),
  }
}
