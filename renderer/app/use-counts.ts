import { useMemo } from 'react'
import { useStore } from 'zustand'
import { dayCount } from '../../shared/entry/iso-day.ts'
import type { Action } from '../../shared/entry/summary.ts'
import { countProgress, isSettled } from '../state/action-progress.ts'
import { localDay } from '../state/days.ts'
import { gatherResources } from '../state/resource-cards.ts'
import type { SummaryState, SummaryStore } from '../state/summary.ts'

export interface Counts {
  readonly links: number
  readonly open: number
  readonly late: number
}

/** How many pages the open entry links, and how many boxes in it are open and late. */
export function useCounts(store: SummaryStore): Counts {
  const summary = useStore(store, (state) => state.summary)
  const dues = useStore(store, (state) => state.dues)
  return useMemo(() => {
    const actions = summary?.actions ?? []
    const progress = countProgress(actions)
    return {
      links: gatherResources(summary?.resources ?? []).length,
      open: progress.total - progress.done,
      late: countLate(actions, dues, dayCount(localDay())),
    }
  }, [summary, dues])
}

function countLate(actions: readonly Action[], dues: SummaryState['dues'], today: number): number {
  let late = 0
  for (const action of actions) {
    const day = dues.get(action.itemNumber)?.day
    if (action.box !== null && !isSettled(action) && day != null && dayCount(day) < today) late += 1
    late += countLate(action.steps, dues, today)
  }
  return late
}
