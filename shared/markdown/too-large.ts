import { parseEntry } from './parse-entry.ts'
import type { Block } from './tree.ts'

/** Why an entry is shown as Markdown only: rich text of it would make every key slow. */
export type TooLarge = { readonly what: 'text' | 'list'; readonly size: number }

/** A longer text (UTF-16 code units) is not shown as rich text. */
const longestText = 1_000_000
/** Nor is one with a longer list: all items of a list, nested ones too, are one block of the editor. */
const longestList = 2000

/** Lines that may begin an item. There are at least as many of them as there are items. */
const itemLine = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)/gm

/** What is too large in a text for rich text, and how large it is; null for nearly every text. */
export function findTooLarge(text: string): TooLarge | null {
  if (text.length > longestText) return { what: 'text', size: text.length }
  // Counting lines is a hundredth of parsing, and settles it for nearly every text.
  if (countUpTo(longestList + 1, text) <= longestList) return null
  const size = Math.max(0, ...parseEntry(text).blocks.map((block) => countItems(block)))
  return size > longestList ? { what: 'list', size } : null
}

function countUpTo(limit: number, text: string): number {
  const lines = text.matchAll(itemLine)
  let count = 0
  while (count < limit && lines.next().done !== true) count += 1
  return count
}

function countItems(block: Block): number {
  if (block.type === 'quote') return sum(block.blocks)
  if (block.type !== 'list') return 0
  return block.items.reduce((count, item) => count + 1 + sum(item.blocks), 0)
}

function sum(blocks: readonly Block[]): number {
  return blocks.reduce((count, block) => count + countItems(block), 0)
}
