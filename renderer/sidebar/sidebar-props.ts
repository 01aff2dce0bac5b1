import type { ReactNode } from 'react'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { Action, IsoDay } from '../../shared/entry/summary.ts'
import type { DroppedAddress } from '../../shared/resources/dropped-addresses.ts'
import type { LinkCard } from '../../shared/resources/link-card.ts'
import type { LayoutStore } from '../state/layout.ts'
import type { RelatedStore } from '../state/related.ts'
import type { SummaryStore } from '../state/summary.ts'
import type { DateCorrectionChoice } from '../ui/date-menu.ts'

/** What can be done with an action of the entry beside ticking it. */
export interface ActionEdits {
  /** Null takes the date away. */
  readonly onSetDay: (action: Action, day: IsoDay | null) => void
  /** Asks for a day in plain words or from a month. */
  readonly onPickDay: (action: Action) => void
  readonly onGiveBox: (action: Action) => void
  /** Corrects how the words of a date were read, without a change of the words. */
  readonly onCorrect: (action: Action, choice: DateCorrectionChoice) => void
}

export interface SidebarProps {
  readonly summary: SummaryStore
  readonly related: RelatedStore
  readonly layout: LayoutStore
  readonly isEditable: boolean
  /** Over the page, without a head of its own. */
  readonly isDrawer: boolean
  /** What stands in its part of the title bar. */
  readonly head: ReactNode
  /** Goes to an offset (UTF-16 code units) of the text that the summary was made of. */
  readonly onReveal: (offset: number) => void
  readonly onOpenAt: (path: EntryPath, offset: number) => void
  readonly onOpenLink: (url: string) => void
  /** Attaches a local copy to the link at this offset of the summary’s text; null: the user picks it. */
  readonly onAttach: (offset: number, file: File | null) => void
  readonly onTick: (action: Action, isDone: boolean) => void
  readonly edits: ActionEdits
  readonly onAddLink: () => void
  /** Adds addresses that were dropped or pasted to the entry, in the style of its other links. */
  readonly onAddAddresses: (addresses: readonly DroppedAddress[]) => void
  /** Writes a field into the line of the entry's first link to this resource. `what` names it: `The note`. */
  readonly onFillIn: (key: string, change: Partial<LinkCard>, what: string) => void
}
