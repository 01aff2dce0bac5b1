import type { DragEvent } from 'react'
import type { Command, CommandId } from '../../shared/contract/commands.ts'
import type { SearchHit } from '../../shared/contract/search.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { QueryValuesStore } from '../state/query-values.ts'
import type { PreviewStore } from '../state/search-preview.ts'
import type { SearchStore } from '../state/search.ts'
import type { PaletteItem, Recents } from './palette-groups.ts'

/** A row that leads to an entry. */
export type PlaceItem = Extract<PaletteItem, { readonly kind: 'hit' | 'entry' }>

/** What the palette shows, and what it asks of the app. */
export interface PaletteProps {
  readonly search: SearchStore
  readonly preview: PreviewStore
  /** What the filters of a query can be completed with. */
  readonly queryValues: QueryValuesStore
  /** Entries by tag. */
  readonly tagCounts: ReadonlyMap<string, number>
  readonly commands: readonly Command[]
  readonly recents: Recents
  /** There is room for a pane beside the list. */
  readonly hasPreview: boolean
  readonly isFuzzy: boolean
  readonly titleOf: (path: string) => string
  /** Opens an entry, at an offset (UTF-16 code units) when there is one. */
  readonly onOpen: (path: EntryPath, offset: number | null) => void
  readonly onOpenBeside: (path: EntryPath, offset: number | null) => void
  /** Puts a link to what was found at the caret; null when no entry is open that can be written. */
  readonly onLink: ((item: PlaceItem) => void) | null
  /** Gives the link to a drag that begins. */
  readonly onDragStart: (item: PlaceItem, event: DragEvent) => void
  readonly onTick: (hit: SearchHit) => void
  readonly onCommand: (id: CommandId) => void
  readonly onToggleTypos: () => void
  /** A row of this query was chosen. */
  readonly onFollowed: (query: string) => void
  /** Keeps the query under a name; gives why it could not be kept, or null. */
  readonly onSave: (name: string, query: string) => Promise<string | null>
  /** The saved search of this name is no longer wanted. */
  readonly onUnsave: (name: string) => void
}
