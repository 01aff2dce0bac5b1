import { $dfsIterator } from '@lexical/utils'
import { $isItemNode, type ItemNode } from './nodes/item-node.ts'

/** The item with this number among all list items of the entry in document order, from 0; null when there are fewer. */
export function $findItemByNumber(itemNumber: number): ItemNode | null {
  let number = 0
  for (const { node } of $dfsIterator()) {
    if (!$isItemNode(node)) continue
    if (number === itemNumber) return node
    number += 1
  }
  return null
}

/** The other way: the number of an item; null when it stands in the entry no more. */
export function $findNumberOfItem(item: ItemNode): number | null {
  let number = 0
  for (const { node } of $dfsIterator()) {
    if (node.is(item)) return number
    if ($isItemNode(node)) number += 1
  }
  return null
}
