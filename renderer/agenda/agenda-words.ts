import { readRepetition } from '../../shared/actions/repetition.ts'
import { sectionNames, type AgendaSection } from '../../shared/actions/group-agenda.ts'
import type { AgendaCounts, AgendaGroup, AgendaRow } from '../../shared/contract/facts.ts'
import { addDays, dayCount } from '../../shared/entry/iso-day.ts'
import type { IsoDay } from '../../shared/entry/summary.ts'
import type { AgendaGrouping } from '../state/agenda.ts'
import { shortDay, weekdayAndDate } from '../state/days.ts'

/** Head of a group. */
export function groupName(group: AgendaGroup, grouping: AgendaGrouping): string {
  if (grouping === 'date') return sectionNames[group.key as AgendaSection]
  return group.label === '' ? 'No goal' : group.label
}

/** What stands at the right of a group's head: where *this week* ends. */
export function groupNote(group: AgendaGroup, grouping: AgendaGrouping, today: IsoDay): string | null {
  const end = addDays(today, 6)
  return grouping === 'date' && group.key === 'week' && end !== null
    ? `to ${weekdayAndMonth(end, today)}`
    : null
}

/** `9 open, 1 late, 2 waiting`. */
export function countsInWords({ open, late, waiting }: AgendaCounts): string {
  const parts = [`${open.toLocaleString('en')} open`]
  if (late > 0) parts.push(`${late.toLocaleString('en')} late`)
  if (waiting > 0) parts.push(`${waiting.toLocaleString('en')} waiting`)
  return parts.join(', ')
}

/** `Tue 23 Sep`. */
export function weekdayAndMonth(day: IsoDay, today: IsoDay): string {
  return `${weekdayAndDate(day).slice(0, 3)} ${shortDay(day, today)}`
}

export interface DueWords {
  readonly text: string
  readonly tone: 'plain' | 'soon' | 'late'
}

/** Days ahead that count as soon. */
const soonDays = 7

/** How the day of a step reads: `Tue 23 Sep, in 3 days`, `14 Sep, 6 days late`, `Sun 5 Oct`; done steps only say when. */
export function dueWords(day: IsoDay, time: string | null, today: IsoDay, isSettled: boolean): DueWords {
  if (isSettled) return { text: shortDay(day, today), tone: 'plain' }
  const ahead = dayCount(day) - dayCount(today)
  if (ahead < 0) {
    return {
      text: `${shortDay(day, today)}, ${-ahead === 1 ? '1 day' : `${-ahead} days`} late`,
      tone: 'late',
    }
  }
  const at = time === null ? '' : ` ${time}`
  const written = `${weekdayAndMonth(day, today)}${at}`
  if (ahead > soonDays) return { text: written, tone: 'plain' }
  const near = ahead === 0 ? 'today' : ahead === 1 ? 'tomorrow' : `in ${ahead} days`
  return { text: ahead === 0 ? `today${at}` : `${written}, ${near}`, tone: 'soon' }
}

/** Where a step is from: the day of a daily entry, else the entry's title. */
export function sourceWords(row: AgendaRow, today: IsoDay): string {
  return row.kind === 'daily' && row.date !== null ? `from ${shortDay(row.date, today)}` : row.entryTitle
}

/** How often a step comes again, in its author's words; a rule that means nothing to us is said to. */
export function repeatWords(rule: string): string {
  return readRepetition(rule) === null ? `repeats “${rule}”: not understood` : `repeats ${rule}`
}
