import type { Action } from '../../shared/entry/summary.ts'

/** How far a list of actions is: only what has no steps under it counts, for a parent is done by its steps. */
export interface ActionProgress {
  readonly done: number
  readonly total: number
}

const settled: ReadonlySet<Action['state']> = new Set(['done', 'cancelled', 'forwarded'])

/** True when nothing is left to do about it: done, cancelled or moved on. */
export function isSettled(action: Action): boolean {
  return settled.has(action.state)
}

/** Counts the boxes at the ends of the tree; steps without a box are not counted. */
export function countProgress(actions: readonly Action[]): ActionProgress {
  let done = 0
  let total = 0
  for (const action of actions) {
    const below = countProgress(action.steps)
    if (below.total > 0) {
      done += below.done
      total += below.total
    } else if (action.box !== null) {
      total += 1
      if (isSettled(action)) done += 1
    }
  }
  return { done, total }
}

/** An open item of which some steps are done: its box shows the filled square. */
export function isPartlyDone(action: Action): boolean {
  if (isSettled(action)) return false
  if (action.state === 'in-progress') return true
  return countProgress(action.steps).done > 0
}
