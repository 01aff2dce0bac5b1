import type { Block, Item, Row, Run, TreeNode } from '../../../shared/markdown/tree.ts'

/** Every source that a tree holds as it is: opaque inlines, and blocks shown as source line by line. */
export function listSources(nodes: readonly (Block | Item | Row | TreeNode)[]): readonly string[] {
  return nodes.flatMap((node): readonly string[] => {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'cell':
        return node.runs.flatMap(sourceOf)
      case 'quote':
      case 'item':
        return listSources(node.blocks)
      case 'list':
        return listSources(node.items)
      case 'table':
        return listSources(node.rows)
      case 'row':
        return listSources(node.cells)
      case 'code':
      case 'source':
        // A tab that is half the indent of a container leaves its other half as spaces.
        return node.text.split('\n').map((line) => line.trimStart())
      case 'rule':
        return []
    }
  })
}

function sourceOf(run: Run): readonly string[] {
  return run.kind === 'opaque' ? [run.source] : []
}
