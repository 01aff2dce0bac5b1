import { leadingIsoDay } from '../entry/iso-day.ts'
import type { Action, IsoDay } from '../entry/summary.ts'
import type { HeadingTense } from './action-heading.ts'
import { findProseDates } from './prose-dates.ts'
import { readTaskFields } from './task-fields.ts'

/**
 * Where the day of an action comes from: a sign or field (`📅 2026-12-01`), a date written out (`2026-12-01`), prose
 * (`on sep 23rd`), or the step it belongs to.
 */
export type DateSource = 'sign' | 'iso' | 'prose' | 'parent'

export interface ActionDate {
  readonly day: IsoDay
  /** `15:00`, where the words give a time of day. */
  readonly time: string | null
  readonly source: DateSource
  /** Where it stands in `Action.text`; null when it comes from another step. */
  readonly at: { readonly from: number; readonly to: number } | null
}

/** What the words of one action must be read with. */
export interface DateSurroundings {
  /** The day of the entry: what a date without a year is near to. */
  readonly entryDay: IsoDay | null
  /** Of the actions heading above; null outside of such a section. */
  readonly tense: HeadingTense | null
  /** What the user said the words mean: a wrong guess is corrected once. Null: no day at all; left out: nothing. */
  readonly correction?: IsoDay | null
}

/** Of several signs, the first kind that is there: when it must be done, when it is meant to be, when it can begin. */
const order = ['due', 'scheduled', 'start'] as const

/**
 * The day an action itself gives, without its parent's: a sign or field first, then what the user corrected, then the
 * last date in the words, for that is where authors put when (`write up what Jan 3 taught me (aug 25)`).
 */
export function readOwnDate(
  action: Pick<Action, 'text' | 'state'>,
  surroundings: DateSurroundings,
): ActionDate | null {
  const fields = readTaskFields(action.text)
  for (const kind of order) {
    const field = fields.find((each) => each.kind === kind && each.day !== null)
    if (field?.day != null) return { day: field.day, time: null, source: 'sign', at: field }
  }
  const { correction } = surroundings
  if (correction !== undefined) {
    return correction === null ? null : { day: correction, time: null, source: 'prose', at: null }
  }
  const tense = surroundings.tense ?? (action.state === 'done' ? 'done' : null)
  const dates = findProseDates(action.text, surroundings.entryDay, tense)
  // The day in `✅ 2026-11-24` says when it was done and not when it is due.
  const date = dates
    .filter(({ from, to }) => !fields.some((field) => field.from <= from && to <= field.to))
    .at(-1)
  if (date === undefined) return null
  const words = action.text.slice(date.from, date.to)
  return {
    day: date.day,
    time: timeAfter(action.text.slice(date.to)),
    source: leadingIsoDay(words) === null ? 'prose' : 'iso',
    at: { from: date.from, to: date.to },
  }
}

/** `, 10:00`, ` at 3pm`, ` 15:30`, `T10:00` right behind a date, as `HH:MM`. */
function timeAfter(text: string): string | null {
  const match = /^(?:T|,?\s*(?:at\s+)?)(\d{1,2})(?:[:.](\d{2}))?\s*([ap]m)?(?![\p{L}\p{N}])/iu.exec(text)
  if (match === null || (match[2] === undefined && match[3] === undefined)) return null
  const half = match[3]?.toLowerCase()
  const written = Number(match[1])
  const hour = half === undefined ? written : (written % 12) + (half === 'pm' ? 12 : 0)
  const minute = Number(match[2] ?? 0)
  if (hour > 23 || minute > 59 || (half !== undefined && (written < 1 || written > 12))) return null
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
