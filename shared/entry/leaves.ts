import type { Block, Leaf } from '../markdown/tree.ts'

/** Calls `visit` with every paragraph, heading and table cell, in document order, at any depth. */
export function visitLeaves(blocks: readonly Block[], visit: (leaf: Leaf) => void): void {
  for (const block of blocks) {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        visit(block)
        break
      case 'quote':
        visitLeaves(block.blocks, visit)
        break
      case 'list':
        for (const item of block.items) visitLeaves(item.blocks, visit)
        break
      case 'table':
        for (const row of block.rows) for (const cell of row.cells) visit(cell)
        break
      default:
        break
    }
  }
}
