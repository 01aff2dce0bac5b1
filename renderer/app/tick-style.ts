import type { TickStyle } from '../../shared/actions/tick-action.ts'
import { currentDay } from '../state/days.ts'
import type { Stores } from './stores.ts'

/** What a tick writes beside the character in the box, wherever in the window it is made. */
export function tickStyleOf({ layout }: Pick<Stores, 'layout'>): TickStyle {
  const { dayStartHour, addsDoneDate } = layout.getState().settings
  return { today: currentDay(dayStartHour), addsDoneDate }
}
