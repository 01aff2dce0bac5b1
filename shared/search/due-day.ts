import { headingTense } from '../actions/action-heading.ts'
import { findProseDates } from '../actions/prose-dates.ts'
import type { Action, IsoDay } from '../entry/summary.ts'
import { noDay } from './segment.ts'
import { dayNumber } from './summary-parts.ts'

/**
 * Day on which an action is due, by the last date in its words; `noDay` without one, and for what is done or given up.
 *
 * @param written day of the entry, from which dates without a year are read.
 */
export function dueDayOf(action: Action, written: IsoDay | null): number {
  if (action.state === 'done' || action.state === 'cancelled' || action.state === 'forwarded') return noDay
  // A step without a box stands under an actions heading, whose words tell past from future.
  const tense = action.box === null ? headingTense(action.heading) : null
  return dayNumber(findProseDates(action.text, written, tense).at(-1)?.day ?? null)
}
