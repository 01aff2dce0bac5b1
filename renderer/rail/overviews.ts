import { Bookmark, CalendarDays, ListChecks, Quote, UsersRound, type LucideIcon } from 'lucide-react'
import type { CommandId } from '../../shared/contract/commands.ts'
import type { OverviewName } from '../state/place.ts'

interface RailOverview {
  readonly name: OverviewName
  readonly command: CommandId
  readonly label: string
  readonly icon: LucideIcon
}

/** The overviews as rail and strip list them. */
export const overviews: readonly RailOverview[] = [
  { name: 'agenda', command: 'show-agenda', label: 'Agenda', icon: ListChecks },
  { name: 'calendar', command: 'show-calendar', label: 'Calendar', icon: CalendarDays },
  { name: 'resources', command: 'show-resources', label: 'Resources', icon: Bookmark },
  { name: 'people', command: 'show-people', label: 'People', icon: UsersRound },
  { name: 'quotes', command: 'show-quotes', label: 'Quotes', icon: Quote },
]
