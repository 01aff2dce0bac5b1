import type { AgendaRow, CalendarEvent, ProgramRow } from '../contract/facts.ts'
import { dayCount } from '../entry/iso-day.ts'
import type { IsoDay } from '../entry/summary.ts'
import { stateOn, walkSteps } from './group-agenda.ts'

/** Statuses of programs that nothing has to be handed in for any more. */
const overStatuses: ReadonlySet<string | null> = new Set([
  'applied',
  'interview',
  'offer',
  'declined',
  'closed',
])

/**
 * Open steps that have a day of their own, and the deadlines of programs that are still ahead; in the order of their
 * days. A step that only has its parent's day makes no event: the parent's stands for both.
 */
export function listCalendarEvents(
  agenda: readonly AgendaRow[],
  programs: readonly ProgramRow[],
  today: IsoDay,
): readonly CalendarEvent[] {
  const events = [...agenda.flatMap((row) => eventsOfRow(row, today)), ...programs.flatMap(eventsOfProgram)]
  return withOwnKeys(events).sort(
    (one, other) =>
      dayCount(one.day) - dayCount(other.day) || (one.time ?? '').localeCompare(other.time ?? ''),
  )
}

function eventsOfRow({ path, entryTitle, step: root }: AgendaRow, today: IsoDay): readonly CalendarEvent[] {
  const events: CalendarEvent[] = []
  for (const step of walkSteps([root])) {
    const state = stateOn(step, today)
    if (step.day === null || step.dateFrom === 'parent' || state === 'done' || state === 'cancelled') continue
    const { words, day, time, from } = step
    events.push({ key: `${path}\n${words}`, title: words, day, time, path, from, entryTitle, url: null })
  }
  return events
}

function eventsOfProgram({ path, entryTitle, program }: ProgramRow): readonly CalendarEvent[] {
  const { name, url, deadline, status } = program
  if (deadline === null || deadline === 'rolling' || overStatuses.has(status)) return []
  const title = `${name}: deadline`
  const { from } = program.span
  return [{ key: `${path}\n${title}`, title, day: deadline, time: null, path, from, entryTitle, url }]
}

/** Two steps of an entry that say the same are told apart by their order. */
function withOwnKeys(events: readonly CalendarEvent[]): CalendarEvent[] {
  const counts = new Map<string, number>()
  return events.map((event) => {
    const count = (counts.get(event.key) ?? 0) + 1
    counts.set(event.key, count)
    return count === 1 ? event : { ...event, key: `${event.key}\n${count}` }
  })
}
