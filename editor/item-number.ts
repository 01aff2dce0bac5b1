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
