import { entryName, type EntryPath } from '../../shared/entry/entry-path.ts'
import {
  entryLinkSource,
  linkStyleOf,
  readDraggedLink,
  resourceLinkSource,
  type DraggedLink,
} from '../../shared/entry/link-source.ts'
import type { Stores } from './stores.ts'

/** What a drag out of a list writes into a text; null for a drag that is not ours. */
export function writeDraggedLink(
  stores: Stores,
  dragged: string,
  from: EntryPath,
  text: string,
): string | null {
  const link = readDraggedLink(dragged)
  return link === null ? null : writeLink(stores, link, from, text)
}

/**
 * Writes a link the way the text does that it goes into: wiki links where the author writes those, else Markdown.
 *
 * @param from the entry with that text
 */
export function writeLink({ entries }: Stores, link: DraggedLink, from: EntryPath, text: string): string {
  if (link.kind === 'resource') return resourceLinkSource(link.title, link.url)
  return entryLinkSource(from, { ...link, isNameShared: isNameShared(entries, link.path) }, linkStyleOf(text))
}

/** True when another entry has the same name: a link by name would not say which of them is meant. */
export function isNameShared(entries: Stores['entries'], path: EntryPath): boolean {
  const name = entryName(path).toLowerCase()
  return Array.from(entries.getState().listings.keys()).some(
    (other) => other !== path && entryName(other).toLowerCase() === name,
  )
}
