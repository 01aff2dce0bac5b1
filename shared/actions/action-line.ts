import { findLineEnd, findLineStart } from '../entry/line-edges.ts'
import { itemText } from '../entry/plain-text.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import type { Item, ParsedEntry } from '../markdown/tree.ts'
import { findItem, numberItems } from './items.ts'
import { boxOffset } from './box-offset.ts'

/** Where an item is named: its number among all items of the entry, and its words as they were seen. */
export interface ItemLocator {
  readonly itemNumber: number
  readonly text: string
  /** Where it began when it was seen: tells apart items that say the same. */
  readonly from?: number
}

/** The line an action begins on, in the source: what an edit of the action works on. */
export interface ActionLine {
  readonly item: Item
  /** From the line's first character, the prefixes of containers included, to its end without the line end. */
  readonly from: number
  readonly to: number
  /** `text.slice(from, to)`. */
  readonly source: string
  /** The item's marker begins here, in the entry's text. */
  readonly itemFrom: number
  /** The character in the box; null without one. */
  readonly boxAt: number | null
  /** The line end as it stands there; that of the line before when the entry ends with this line. */
  readonly lineEnd: string
}

/** Finds the line of an action; null when the entry has no such item any more, or it says something else by now. */
export function findActionLine(text: string, locator: ItemLocator): ActionLine | null {
  const parsed = parseEntry(text)
  const item = findItem(parsed.blocks, locator.itemNumber)
  if (item?.span === undefined || itemText(item) !== locator.text) return null
  if (locator.from !== undefined && locator.from !== item.span.from && isRepeated(parsed, locator.text))
    return null
  const itemFrom = item.span.from
  const from = findLineStart(text, itemFrom)
  const to = findLineEnd(text, itemFrom)
  return {
    item,
    from,
    to,
    source: text.slice(from, to),
    itemFrom,
    boxAt: boxOffset(item, parsed),
    lineEnd: lineEndAt(text, to) || lineEndAt(text, from - 1) || '\n',
  }
}

/** Two items say the same: with the text changed meanwhile, a number alone may name the other one. */
function isRepeated({ blocks }: Pick<ParsedEntry, 'blocks'>, words: string): boolean {
  let count = 0
  for (const item of numberItems(blocks).keys()) if (itemText(item) === words) count += 1
  return count > 1
}

/** The line end that stands at `at`, or that ends there; '' where none does. */
function lineEndAt(text: string, at: number): string {
  if (text[at] === '\r') return text[at + 1] === '\n' ? '\r\n' : '\r'
  if (text[at] !== '\n') return ''
  return text[at - 1] === '\r' ? '\r\n' : '\n'
}
