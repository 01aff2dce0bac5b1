import type { Splice } from '../contract/edits.ts'
import { findLineStart } from '../entry/line-edges.ts'
import { itemText, plainText } from '../entry/plain-text.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import type { Block, List } from '../markdown/tree.ts'
import { findActionLine, type ItemLocator } from './action-line.ts'
import { findItem } from './items.ts'
import { headingTense, isActionHeading } from './action-heading.ts'

/** The edit that gives an item a box with this mark; null when there is no such item, or it has a box already. */
export function planBox(text: string, locator: ItemLocator, box: string): readonly Splice[] | null {
  const line = findActionLine(text, locator)
  if (line === null || line.item.box !== null) return null
  const marker = /^(?:[-*+]|\d{1,9}[.)])[ \t]*/.exec(text.slice(line.itemFrom))?.[0]
  if (marker === undefined) return null
  const at = line.itemFrom + marker.length
  return [{ from: at, to: at, text: `${/\s$/.test(marker) ? '' : ' '}[${box}] ` }]
}

/**
 * The edit for a step that came off: from the list of what was to come it goes, with what is nested in it, to the end
 * of the list of what was done, as its next number. The words and their date stay as they are. An entry without such a
 * list keeps the step where it is, with a ticked box.
 *
 * @returns null when the entry has no such step any more
 */
export function planDone(
  text: string,
  locator: ItemLocator,
  actionHeadings: readonly string[],
): readonly Splice[] | null {
  const parsed = parseEntry(text)
  const target = findDoneList(parsed.blocks, actionHeadings)
  const source = findTopItem(parsed.blocks, locator)
  const last = target?.items.at(-1)
  if (target === null || source === null || last?.span === undefined || source.span === undefined) {
    return planBox(text, locator, 'x')
  }
  const from = findLineStart(text, source.span.from)
  const indent = text.slice(from, source.span.from)
  const targetIndent = text.slice(findLineStart(text, last.span.from), last.span.from)
  // Nested lines keep their place under a marker of about the same width only when both lists stand equally deep.
  if (indent !== targetIndent || target.items.includes(source)) return planBox(text, locator, 'x')
  const end = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
  const moved = renumber(text.slice(source.span.from, source.span.to), text, target)
  const inserted: Splice = { from: last.span.to, to: last.span.to, text: `${end}${indent}${moved}` }
  return [inserted, removal(text, from, source.span.to)].sort((one, other) => one.from - other.from)
}

type Source = List['items'][number]

/** The item of a list that stands in no other: what is moved must not be torn out of its parent. */
function findTopItem(blocks: readonly Block[], { itemNumber, text: words }: ItemLocator): Source | null {
  const item = findItem(blocks, itemNumber)
  if (item === null || itemText(item) !== words) return null
  return blocks.some((block) => block.type === 'list' && block.items.includes(item)) ? item : null
}

/** The last list under a heading of what was done. */
function findDoneList(blocks: readonly Block[], actionHeadings: readonly string[]): List | null {
  let found: List | null = null
  let level: number | null = null
  for (const block of blocks) {
    if (block.type === 'heading') {
      const name = plainText(block.runs)
      const isDone = isActionHeading(name, actionHeadings) && headingTense(name) === 'done'
      if (isDone) level = block.level
      else if (level !== null && block.level <= level) level = null
    } else if (block.type === 'rule') level = null
    else if (level !== null && block.type === 'list') found = block
  }
  return found
}

/** The item under the next number or the bullet of the list it comes to; its own marker when they are of another width. */
function renumber(item: string, text: string, target: List): string {
  const marker = /^(?:[-*+]|\d{1,9}[.)])/
  const last = marker.exec(text.slice(target.items.at(-1)?.span?.from ?? 0))?.[0] ?? '-'
  const number = /^\d+/.exec(last)?.[0]
  const next = number === undefined ? last : `${Number(number) + 1}${last.slice(number.length)}`
  const own = marker.exec(item)?.[0] ?? ''
  return next.length === own.length || !/[\r\n]/.test(item) ? next + item.slice(own.length) : item
}

/** The lines of the item, the line end behind them included; at the end of the text the one before. */
function removal(text: string, from: number, to: number): Splice {
  const after = /^(?:\r\n|\r|\n)/.exec(text.slice(to))?.[0].length ?? 0
  if (after > 0) return { from, to: to + after, text: '' }
  const before = text.slice(from - 2, from) === '\r\n' ? 2 : from > 0 ? 1 : 0
  return { from: from - before, to, text: '' }
}
