/** Content keys per node, worked out once per node object. */

import { canonicalKey } from '../canonical-key.ts'
import type { Block, Cell, Item, Row, TreeNode } from '../tree.ts'

const known = new WeakMap<TreeNode, string>()

/** The content of a node as a key: equal keys are equal documents. Nodes of unlike types never have equal keys. */
export function keyOf(node: TreeNode): string {
  const found = known.get(node)
  if (found !== undefined) return found
  const key = `${node.type} ${canonicalKey([asBlock(node)])}`
  known.set(node, key)
  return key
}

function asBlock(node: TreeNode): Block {
  switch (node.type) {
    case 'item':
      return { type: 'list', ordered: false, start: 1, items: [node satisfies Item] }
    case 'row':
      return { type: 'table', align: node.cells.map(() => null), rows: [node satisfies Row] }
    case 'cell':
      return { type: 'paragraph', runs: (node satisfies Cell).runs }
    default:
      return node
  }
}

/** True when two nodes say the same. Cheap when the editor hands back the very node of the base. */
export function isSameContent(one: TreeNode, other: TreeNode): boolean {
  return one === other || keyOf(one) === keyOf(other)
}
