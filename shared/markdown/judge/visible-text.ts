import type { Block, Item, Row, Run, TreeNode } from '../tree.ts'

/** The words of a tree as the file holds them: text, sources, code, addresses; U+0001 where a mark or link changes. */
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
  // A mark or a link inside a token ends it.
  const isJoined = (run: Run, before: Run | undefined) =>
    before?.marks === run.marks && before.link === run.link
  const parts = written.map(
    (run, at) => (at === 0 || isJoined(run, written[at - 1]) ? '' : '\u0001') + visibleRun(run),
  )
  return parts.join('') + targets.join(' ')
}

function visibleRun(run: Run): string {
  if (run.kind === 'text') return run.text
  return run.kind === 'opaque' ? run.source : '\n'
}
