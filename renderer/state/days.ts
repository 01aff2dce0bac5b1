import { currentDay, dayCount, localDay, monthNames } from '../../shared/entry/iso-day.ts'
import type { IsoDay } from '../../shared/entry/summary.ts'

export { currentDay, localDay }

const shortMonths = monthNames.map((name) => name.slice(0, 3))
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

function partsOf(day: IsoDay): {
  readonly year: string
  readonly month: number
  readonly date: number
  readonly weekday: string
} {
  const weekday = weekdays[(((dayCount(day) + 4) % 7) + 7) % 7] ?? ''
  return {
    year: day.slice(0, 4),
    month: Number(day.slice(5, 7)) - 1,
    date: Number(day.slice(8, 10)),
    weekday,
  }
}

/** `Saturday, 20 September 2025`. */
export function longDay(day: IsoDay): string {
  const { year, month, date, weekday } = partsOf(day)
  return `${weekday}, ${date} ${monthNames[month]} ${year}`
}

/** `20 Sep`, and with the year when it is not the year of `today`: `20 Sep 2025`. */
export function shortDay(day: IsoDay, today: IsoDay): string {
  const { year, month, date } = partsOf(day)
  return `${date} ${shortMonths[month]}${year === today.slice(0, 4) ? '' : ` ${year}`}`
}

/** `Sat 20`. */
export function weekdayAndDate(day: IsoDay): string {
  const { date, weekday } = partsOf(day)
  return `${weekday.slice(0, 3)} ${date}`
}

/** `2025-09` as `Sep 2025`; a year alone stays as it is. */
export function shortMonth(month: string): string {
  const name = shortMonths[Number(month.slice(5, 7)) - 1]
  return name === undefined ? month : `${name} ${month.slice(0, 4)}`
}

export interface DueLabel {
  readonly text: string
  readonly tone: 'plain' | 'soon' | 'late'
}

/** Days ahead that count as soon, and days back that are still counted out loud. */
const soonDays = 7
const countedLateDays = 30

/**
 * How a date of an action reads at its right edge: `25 Aug`; while it is open also `in 3 days`, `today`, `6 days late`.
 *
 * Time colours speak of open items only: a ticked one has its date in grey.
 */
export function labelDue(day: IsoDay, today: IsoDay, isOpen: boolean): DueLabel {
  const written = shortDay(day, today)
  if (!isOpen) return { text: written, tone: 'plain' }
  const ahead = dayCount(day) - dayCount(today)
  if (ahead < -countedLateDays) return { text: `late, ${written}`, tone: 'late' }
  if (ahead < 0) return { text: ahead === -1 ? '1 day late' : `${-ahead} days late`, tone: 'late' }
  if (ahead === 0) return { text: 'today', tone: 'soon' }
  if (ahead === 1) return { text: 'tomorrow', tone: 'soon' }
  return ahead <= soonDays ? { text: `in ${ahead} days`, tone: 'soon' } : { text: written, tone: 'plain' }
}

/** `Saturday`. */
export function weekday(day: IsoDay): string {
  return partsOf(day).weekday
}
