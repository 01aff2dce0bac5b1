import { useStore } from 'zustand'
import { DayDialog } from '../agenda/day-dialog.tsx'
import type { Stores } from './stores.ts'
import { tickStyleOf } from './tick-style.ts'

/** The dialog that asks for a day, if one is asked for. */
export function DayQuestionHost({ stores }: { readonly stores: Stores }) {
  const asked = useStore(stores.dayQuestion, (state) => state.asked)
  if (asked === null) return null
  return <DayDialog {...asked} today={tickStyleOf(stores).today} onClose={stores.dayQuestion.close} />
}
