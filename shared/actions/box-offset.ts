import type { Item, ParsedEntry } from '../markdown/tree.ts'

/**
 * Offset of the character between the brackets of an item of the base tree, null without a box. The marker before a
 * box holds no `[`, so the first one of the item is the box's.
 */
export function boxOffset(item: Item, parsed: Pick<ParsedEntry, 'text'>): number | null {
  if (item.box === null || item.span === undefined) return null
  const at = parsed.text.indexOf('[', item.span.from)
  return at >= 0 && at < item.span.to && parsed.text.startsWith(`[${item.box}]`, at) ? at + 1 : null
}
