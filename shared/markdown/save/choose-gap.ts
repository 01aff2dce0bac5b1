/** The first gap with which two neighbours parse as two neighbours. */

import { canonicalKey } from '../canonical-key.ts'
import type { Block, Item } from '../tree.ts'
import { replacePrefix, splitLines } from './columns.ts'
import { listGaps } from './gaps.ts'
import type { GapTask } from './gaps.ts'
import { parseFragment } from './parse-fragment.ts'
import type { SaveContext } from './save-context.ts'

/** A neighbour as it is to be written. */
export interface Neighbour {
  readonly node: Block | Item
  readonly text: string
  /** What stands in front of its first line. */
  readonly prefix: string
  /** It stands there as in the base. */
  readonly isUnchanged: boolean
}

/** Neighbours longer than this are not parsed again for the sake of a gap; the stretch as a whole is. */
const checkLimit = 20_000

/**
 * Chooses among the gaps of the task.
 *
 * Where both neighbours stand as in the base their gap is kept without looking; it is looked at again
 * (`effort.gap` > 0) when the stretch as a whole did not parse as meant.
 */
export function chooseGap(context: SaveContext, task: GapTask, before: Neighbour, after: Neighbour): string {
  const plain = before.isUnchanged ? listGaps(task) : listGaps(task).map(trimLineEnd)
  const closing = closeFence(task, before)
  const gaps = closing === null ? plain : [...plain, ...plain.map((gap) => closing + gap)]
  const isUnchanged = before.isUnchanged && after.isUnchanged
  const first = gaps[0] ?? task.lineEnding
  const isAdjacent = task.before.index !== null && task.after.index === task.before.index + 1
  if (isAdjacent && (isUnchanged || context.effort.gap === 0)) return first
  if (before.text.length + after.text.length > checkLimit) return first
  const container = before.node.type === 'item' ? before.prefix : task.prefix
  return gaps.find((gap) => isPairRight(context, container, before, gap, after)) ?? first
}

/** An unclosed fence takes in all that follows it: its closing line, or null when the block is not one. */
function closeFence(task: GapTask, before: Neighbour): string | null {
  if (before.node.type !== 'code') return null
  const fence = /^(?:`{3,}|~{3,})/.exec(before.text)?.[0]
  const lastLine = splitLines(before.text).slice(1).at(-1)?.content ?? ''
  const isClosed =
    fence !== undefined && new RegExp(`^[ \\t>]*${fence}${fence.slice(0, 1)}*[ \\t]*$`).test(lastLine)
  return fence === undefined || isClosed ? null : task.lineEnding + before.prefix + fence
}

/** Spaces behind an empty `- ` stand in the gap; once the item has content they would end up behind that. */
function trimLineEnd(gap: string): string {
  return gap.replace(/^[ \t]+(?=[\r\n])/, '')
}

function isPairRight(
  context: SaveContext,
  container: string,
  before: Neighbour,
  gap: string,
  after: Neighbour,
): boolean {
  const indent = before.prefix.startsWith(container) ? before.prefix.slice(container.length) : ''
  const source = indent + replacePrefix(before.text + gap + after.text, container, '')
  const parsed = parseFragment(context, source)
  return canonicalKey(parsed) === canonicalKey(expectPair(before.node, after.node, parsed))
}

function expectPair(before: Block | Item, after: Block | Item, parsed: readonly Block[]): Block[] {
  if (before.type !== 'item' || after.type !== 'item')
    return [before, after].filter((node): node is Block => node.type !== 'item')
  const [list] = parsed
  const isOrdered = list?.type === 'list' && list.ordered
  return [{ type: 'list', ordered: isOrdered, start: isOrdered ? list.start : 1, items: [before, after] }]
}
