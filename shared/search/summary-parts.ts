import type { Action, IsoDay } from '../entry/summary.ts'
import { noDay } from './segment.ts'

const dayMs = 86_400_000

/** Actions with their nested steps, in document order. */
export function flattenActions(actions: readonly Action[]): Action[] {
  const flat: Action[] = []
  const visit = (action: Action): void => {
    flat.push(action)
    action.steps.forEach(visit)
  }
  actions.forEach(visit)
  return flat
}

/** Days since 1970 of an ISO day; `noDay` when it is none. */
export function dayNumber(day: IsoDay | null): number {
  if (day === null) return noDay
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) ? noDay : Math.floor(time / dayMs)
}
