import type { TreeNode } from './tree.ts'

/** The nodes one level down: blocks, items, rows, cells; none for what holds text. */
export function innerOf(node: TreeNode): readonly TreeNode[] {
  switch (node.type) {
    case 'list':
      return node.items
    case 'item':
    case 'quote':
      return node.blocks
    case 'table':
      return node.rows
    case 'row':
      return node.cells
    default:
      return []
  }
}

/** The node with these in the place of what is one level down; they are of the types that it holds. */
export function withInner(node: TreeNode, inner: readonly TreeNode[]): TreeNode {
  switch (node.type) {
    case 'list':
      return { ...node, items: inner as typeof node.items }
    case 'item':
    case 'quote':
      return { ...node, blocks: inner as typeof node.blocks }
    case 'table':
      return { ...node, rows: inner as typeof node.rows }
    case 'row':
      return { ...node, cells: inner as typeof node.cells }
    default:
      return node
  }
}
