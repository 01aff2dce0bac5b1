import type { Action, IsoDay } from '../entry/summary.ts'
import { headingTense } from './action-heading.ts'
import { findProseDates } from './prose-dates.ts'

/**
 * The day of an action: the first that its text gives; without one, the earliest of its steps that are not done.
 *
 * @param entryDay of the entry: dates without a year take the nearest one that makes sense under the action's heading.
 */
export function actionDay(action: Action, entryDay: IsoDay | null): IsoDay | null {
  const own = findProseDates(action.text, entryDay, headingTense(action.heading))[0]?.day
  if (own !== undefined) return own
  let earliest: IsoDay | null = null
  for (const step of action.steps) {
    if (step.state === 'done' || step.state === 'cancelled') continue
    const day = actionDay(step, entryDay)
    if (day !== null && (earliest === null || day < earliest)) earliest = day
  }
  return earliest
}
