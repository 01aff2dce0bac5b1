import type { CalendarEvent } from '../contract/facts.ts'
import { localDay, localMoment } from '../entry/iso-day.ts'
import type { IsoDay } from '../entry/summary.ts'

/** When to remind, in minutes after midnight by the clock on the wall. */
export interface ReminderRules {
  /** When what is due on a day is told. */
  readonly dayMinute: number
  /** How long before a time of day that the words give, minutes. */
  readonly leadMinutes: number
  /** Nothing is told from the first up to the second, over midnight where the second is the smaller; null: at any time. */
  readonly quiet: { readonly from: number; readonly to: number } | null
}

/** One thing to be told at one moment. */
export interface Reminder {
  /** The same for the same step on the same day and time: a step that is moved is told of again. */
  readonly key: string
  /** ms since 1970. */
  readonly atMs: number
  readonly event: CalendarEvent
  /** `day`: it is due on that day. `time`: its time is near. */
  readonly kind: 'day' | 'time'
}

/** Older reminders are left to the agenda: who comes back after a month is not told of a month, ms. */
const longestLookBackMs = 7 * 86_400_000

/**
 * The moments at which events are to be told, in their order: on the day at the set hour, and before their time where
 * they have one. What falls into the quiet hours waits until they are over. When the time of day would be told first,
 * or both at once, that one stands for both.
 */
export function planReminders(events: readonly CalendarEvent[], rules: ReminderRules): readonly Reminder[] {
  return events
    .flatMap((event) => remindersOf(event, rules))
    .sort((left, right) => left.atMs - right.atMs || (left.key < right.key ? -1 : 1))
}

function remindersOf(event: CalendarEvent, { dayMinute, leadMinutes, quiet }: ReminderRules): Reminder[] {
  const { day, time } = event
  const name = `${event.key}\n${day}`
  const onDay: Reminder = {
    key: `${name}\nday`,
    atMs: afterQuiet(localMoment(day, dayMinute), quiet),
    event,
    kind: 'day',
  }
  if (time === null) return [onDay]
  const before: Reminder = {
    key: `${name}\n${time}`,
    atMs: afterQuiet(localMoment(day, minuteOf(time) - leadMinutes), quiet),
    event,
    kind: 'time',
  }
  return before.atMs <= onDay.atMs ? [before] : [onDay, before]
}

/** `09:30` as minutes after midnight. */
export function minuteOf(time: string): number {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  return hour * 60 + minute
}

/** The moment itself, or the end of the quiet hours it falls into. */
function afterQuiet(atMs: number, quiet: ReminderRules['quiet']): number {
  if (quiet === null || quiet.from === quiet.to) return atMs
  const at = new Date(atMs)
  const minute = at.getHours() * 60 + at.getMinutes()
  const { from, to } = quiet
  const isQuiet = from < to ? minute >= from && minute < to : minute >= from || minute < to
  if (!isQuiet) return atMs
  const minutesOfDay = 24 * 60
  return localMoment(localDay(at), minute < to ? to : to + minutesOfDay)
}

/**
 * What has come due since it was looked last, and was not told yet.
 *
 * @param sinceMs the moment of the last look: what was due up to then is told, or was not there yet
 * @param told keys of what was told
 */
export function remindersDue(
  reminders: readonly Reminder[],
  sinceMs: number,
  nowMs: number,
  told: ReadonlySet<string>,
): readonly Reminder[] {
  const from = Math.max(sinceMs, nowMs - longestLookBackMs)
  return reminders.filter(({ atMs, key }) => atMs > from && atMs <= nowMs && !told.has(key))
}

/** The next moment after `nowMs` at which something is to be told; null when nothing is. */
export function nextReminderMs(reminders: readonly Reminder[], nowMs: number): number | null {
  return reminders.find(({ atMs }) => atMs > nowMs)?.atMs ?? null
}

/** One notification: what it says, and what a click on it opens (null: the agenda). */
export interface ReminderNote {
  readonly title: string
  readonly body: string
  readonly place: Pick<CalendarEvent, 'path' | 'from'> | null
}

/** A reminder that comes later than this after its moment says that it is late: the computer slept, or Cairn was closed, ms. */
const lateAfterMs = 2 * 60_000
/** Times that are near at once and are told one by one. */
const mostSingle = 3
/** Steps that a summary names. */
const mostNamed = 3

/**
 * The notifications for what has come due: one for each time of day that is near, and one for all the rest together,
 * so that after a night or a holiday there is one and not thirty.
 *
 * @param hidesWords the words of the steps are private: only that something is due is said
 */
export function wordReminders(
  due: readonly Reminder[],
  nowMs: number,
  hidesWords: boolean,
): readonly ReminderNote[] {
  const isLate = ({ atMs }: Reminder): boolean => nowMs - atMs > lateAfterMs
  const near = due.filter((each) => each.kind === 'time' && !isLate(each))
  const single = near.length <= mostSingle ? near : []
  // A step told of by its day and by its time is one thing.
  const rest = Array.from(
    new Map(due.filter((each) => !single.includes(each)).map((each) => [each.event.key, each])).values(),
  )
  const summed = rest.length > 1 ? [sumUp(rest, rest.some(isLate), hidesWords)] : []
  const alone = rest.length === 1 ? rest : []
  const today = localDay(new Date(nowMs))
  return [...summed, ...[...alone, ...single].map((each) => wordOne(each, today, isLate(each), hidesWords))]
}

function wordOne(
  { event, kind }: Reminder,
  today: IsoDay,
  isLate: boolean,
  hidesWords: boolean,
): ReminderNote {
  const { title, path, from, time, day } = event
  const at = kind === 'time' && time !== null ? ` at ${time}` : ''
  const when = day === today ? `today${at}` : `on ${day}${at}`
  const heading = isLate ? `Was due ${when}` : `Due ${when}`
  return { title: heading, body: hidesWords ? '' : title, place: { path, from } }
}

function sumUp(reminders: readonly Reminder[], isLate: boolean, hidesWords: boolean): ReminderNote {
  const words = reminders.map(({ event }) => event.title)
  const title = isLate ? `${words.length} things were due` : `${words.length} things are due today`
  const more = words.length - mostNamed
  const named = [...words.slice(0, mostNamed), ...(more > 0 ? [`and ${more} more`] : [])]
  return { title, body: hidesWords ? '' : named.join('\n'), place: null }
}
