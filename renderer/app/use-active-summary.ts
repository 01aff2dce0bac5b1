import { useStore } from 'zustand'
import type { SummaryStore } from '../state/summary.ts'
import type { Stores } from './stores.ts'

/** What is known of the entry in the active pane, followed when another pane becomes the active one. */
export function useActiveSummary({ openEntry, summaries }: Stores): SummaryStore {
  return summaries[useStore(openEntry, (state) => state.activePane)]
}
