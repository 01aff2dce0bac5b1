import { itemText } from '../entry/plain-text.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import type { Item, ParsedEntry } from '../markdown/tree.ts'
import { findItem } from './items.ts'

/**
 * Finds the box of an item by its number, for a change of that one character.
 *
 * @returns the item's text (`itemText`, to compare with what the reader saw) and the offset of the character between
 *   the brackets; null when there is no such item, or it has no box.
 */
export function locateBox(
  text: string,
  itemNumber: number,
): { readonly text: string; readonly boxAt: number } | null {
  const parsed = parseEntry(text)
  const item = findItem(parsed.blocks, itemNumber)
  const boxAt = item === null ? null : boxOffset(item, parsed)
  return item === null || boxAt === null ? null : { text: itemText(item), boxAt }
}

/**
 * Offset of the character between the brackets of an item of the base tree, null without a box. The marker before a
 * box holds no `[`, so the first one of the item is the box's.
 */
export function boxOffset(item: Item, parsed: Pick<ParsedEntry, 'text'>): number | null {
  if (item.box === null || item.span === undefined) return null
  const at = parsed.text.indexOf('[', item.span.from)
  return at >= 0 && at < item.span.to && parsed.text.startsWith(`[${item.box}]`, at) ? at + 1 : null
}
