import { currentDay } from '../state/days.ts'
import type { Stores } from './stores.ts'

/** Writes the calendar file where the user wants it, and says what is in it, or why there is none. */
export async function exportCalendar({ journalApi, layout, notices }: Stores): Promise<void> {
  const today = currentDay(layout.getState().settings.dayStartHour)
  const answer = await journalApi.exportCalendar({ today })
  if (!answer.ok) {
    notices.raise({
      id: 'calendar',
      tone: 'bad',
      title: 'The calendar file was not written.',
      detail: answer.error.message,
    })
    return
  }
  if (answer.value === null) return
  const { name, events } = answer.value
  notices.raise({
    id: 'calendar',
    tone: 'info',
    title: `${name} was written, with ${events === 1 ? '1 event' : `${events.toLocaleString('en')} events`}.`,
    detail: '',
  })
}
