import type { Block, Item } from '../markdown/tree.ts'

/**
 * Numbers all list items of an entry in document order, from 0: in lists, in lists inside items, in quotes.
 *
 * With `itemText`, the number is an item's locator: the same walk over the base tree and the editor's tree gives the
 * same numbers. Iterating the map gives the items in order.
 */
export function numberItems(blocks: readonly Block[]): ReadonlyMap<Item, number> {
  const numbers = new Map<Item, number>()
  // A stack of our own, because authors' tools have produced lists thousands of levels deep.
  const stack: (Block | Item)[] = [...blocks].reverse()
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'item') numbers.set(node, numbers.size)
    const children = node.type === 'list' ? node.items : 'blocks' in node ? node.blocks : []
    for (let index = children.length - 1; index >= 0; index--) stack.push(children[index]!)
  }
  return numbers
}

/** The item with that number, or null. */
export function findItem(blocks: readonly Block[], itemNumber: number): Item | null {
  for (const [item, number] of numberItems(blocks)) if (number === itemNumber) return item
  return null
}
