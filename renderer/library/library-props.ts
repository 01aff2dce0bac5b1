import type {
  Disagreement,
  DisagreementSide,
  ResourcePlace,
  ResourceRow,
} from '../../shared/contract/facts.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { ResourceStatus } from '../../shared/entry/summary.ts'
import type { LinkCard } from '../../shared/resources/link-card.ts'
import type { JournalMemoryStore } from '../state/journal-memory.ts'
import type { LibraryStore } from '../state/library.ts'

/** In the line of a link, or beside the text in the journal's own folder. */
export type StatusPlace = 'line' | 'beside'

export interface LibraryProps {
  readonly library: LibraryStore
  readonly onOpen: (path: EntryPath, offset: number, isBeside: boolean) => void
  readonly onOpenLinks: (rows: readonly ResourceRow[]) => void
  /** A link to the web, or to a local copy as the entry `from` writes it. */
  readonly onOpenCopy: (address: string, from: EntryPath) => void
  /** Attaches a local copy to the resource; null: the user picks it. */
  readonly onAttach: (row: ResourceRow, file: File | null) => void
  /** Writes fields into the line at this place. `what` names them in a sentence: `The note`. */
  readonly onChange: (place: ResourcePlace, change: Partial<LinkCard>, what: string) => void
  readonly onStar: (rows: readonly ResourceRow[], isMustRead: boolean) => void
  readonly memory: JournalMemoryStore
  readonly onSetStatus: (rows: readonly ResourceRow[], status: ResourceStatus) => void
  /** The answer where a status is kept from now on; null: it is not kept at all. */
  readonly onChooseStatusPlace: (place: StatusPlace | null) => void
  /** Puts the rows on the clipboard as a Markdown list. */
  readonly onCopy: (rows: readonly ResourceRow[]) => void
  /** Shows the changes that make this side hold everywhere. */
  readonly onSettle: (disagreement: Disagreement, side: DisagreementSide) => void
  /** It shall stay as it is, and be shown no more. */
  readonly onLeave: (disagreement: Disagreement) => void
}
