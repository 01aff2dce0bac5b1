import type { Block, Run } from '../markdown/tree.ts'

/** The blocks with the inline content of each paragraph, heading and table cell replaced. */
export function mapRuns(blocks: readonly Block[], map: (runs: readonly Run[]) => readonly Run[]): Block[] {
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return { ...block, runs: map(block.runs) }
      case 'quote':
        return { ...block, blocks: mapRuns(block.blocks, map) }
      case 'list':
        return {
          ...block,
          items: block.items.map((item) => ({ ...item, blocks: mapRuns(item.blocks, map) })),
        }
      case 'table':
        return {
          ...block,
          rows: block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, runs: map(cell.runs) })),
          })),
        }
      default:
        return block
    }
  })
}
