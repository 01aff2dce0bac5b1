import type { ResourcePlace } from '../../shared/contract/facts.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { ResourceStatus } from '../../shared/entry/summary.ts'
import type { LibraryStore } from '../state/library.ts'

export interface LibraryProps {
  readonly library: LibraryStore
  readonly onOpen: (path: EntryPath, offset: number, isBeside: boolean) => void
  readonly onOpenLink: (url: string) => void
  /** The star of the line at this place. */
  readonly onStar: (place: ResourcePlace, isMustRead: boolean) => void
  /** How far the author is, written into the line at this place. */
  readonly onSetStatus: (place: ResourcePlace, status: ResourceStatus) => void
}
