/** Adjacent lists of one type are one list: the editor merges them, and the marker that separates them is style. */

import type { Block, Item, List } from '../tree.ts'

const known = new WeakMap<readonly Block[], readonly Block[]>()
const parts = new WeakMap<List, readonly List[]>()

/**
 * The blocks with neighbouring lists of one type joined, but for those that `keepsApart`. The same array gives the
 * same result.
 */
export function joinLists(
  blocks: readonly Block[],
  keepsApart: (one: List, other: List) => boolean = () => false,
): readonly Block[] {
  const found = known.get(blocks)
  if (found !== undefined) return found
  const joined: Block[] = []
  for (const block of blocks) {
    const last = joined.at(-1)
    if (block.type === 'list' && last?.type === 'list' && canJoin(last, block, keepsApart)) {
      joined[joined.length - 1] = joinPair(last, block)
    } else joined.push(block)
  }
  const result = joined.length === blocks.length ? blocks : joined
  known.set(blocks, result)
  return result
}

function canJoin(one: List, other: List, keepsApart: (one: List, other: List) => boolean): boolean {
  const last = listParts(one).at(-1)
  return one.ordered === other.ordered && (last === undefined || !keepsApart(last, other))
}

function joinPair(one: List, other: List): List {
  const items: readonly Item[] = [...one.items, ...other.items]
  const span = one.span && other.span ? { from: one.span.from, to: other.span.to } : undefined
  const joined: List = { type: 'list', ordered: one.ordered, start: one.start, items, ...(span && { span }) }
  parts.set(joined, [...listParts(one), other])
  return joined
}

/** The lists that a list was joined from; itself when it was not. */
export function listParts(list: List): readonly List[] {
  return parts.get(list) ?? [list]
}
