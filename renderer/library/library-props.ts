import type {
  Disagreement,
  DisagreementSide,
  ResourcePlace,
  ResourceRow,
} from '../../shared/contract/facts.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { ResourceStatus } from '../../shared/entry/summary.ts'
import type { LinkCard } from '../../shared/resources/link-card.ts'
import type { LibraryStore } from '../state/library.ts'

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
  readonly onSetStatus: (rows: readonly ResourceRow[], status: ResourceStatus) => void
  /** Puts the rows on the clipboard as a Markdown list. */
  readonly onCopy: (rows: readonly ResourceRow[]) => void
  /** Shows the changes that make this side hold everywhere. */
  readonly onSettle: (disagreement: Disagreement, side: DisagreementSide) => void
  /** It shall stay as it is, and be shown no more. */
  readonly onLeave: (disagreement: Disagreement) => void
}
