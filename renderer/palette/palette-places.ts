import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { PaletteItem } from './palette-groups.ts'
import type { PlaceItem } from './palette-props.ts'

/** True for the rows behind which an entry is. */
export function leadsSomewhere(item: PaletteItem): item is PlaceItem {
  return item.kind === 'hit' || item.kind === 'entry'
}

/** True for a document that no entry links: there is nothing of it to be read beside the list. */
export function isDocumentAlone(item: PlaceItem): boolean {
  return item.kind === 'hit' && item.hit.document?.path === item.hit.path
}

/** The entry of a row, and the offset in its text (UTF-16 code units) that the row is about; null: none. */
export function placeOf(item: PlaceItem): readonly [path: EntryPath, offset: number | null] {
  return item.kind === 'hit' ? [item.hit.path as EntryPath, item.hit.from] : [item.path, null]
}
