import type { Block, Item, Row, Run, TreeNode } from '../tree.ts'

/** The words of a tree as the file holds them: text, sources, code, addresses. */
export function visibleText(nodes: readonly (Block | Item | Row | TreeNode)[]): string {
  return nodes.map(visibleNode).join('\n')
}

function visibleNode(node: TreeNode): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'cell':
      return visibleRuns(node.runs)
    case 'quote':
      return visibleText(node.blocks)
    case 'item':
      return `${node.box ?? ''} ${visibleText(node.blocks)}`
    case 'list':
      return visibleText(node.items)
    case 'table':
      return visibleText(node.rows)
    case 'row':
      return visibleText(node.cells)
    case 'code':
      return `${node.info}\n${node.text}`
    case 'source':
      return node.text
    case 'rule':
      return ''
  }
}

function visibleRuns(runs: readonly Run[]): string {
  const written = runs.filter((run) => run.kind !== 'text' || run.text !== '')
  const targets = [...new Set(written.map((run) => run.link))].map((link) => {
    if (link === null) return ''
    return link.reference === null ? ` ${link.url} ${link.title}` : link.closing
  })
  return written.map(visibleRun).join('') + targets.join(' ')
}

function visibleRun(run: Run): string {
  if (run.kind === 'text') return run.text
  return run.kind === 'opaque' ? run.source : '\n'
}
