/** The second judge: text that means something to other programs must not be escaped by an edit beside it. */

import type { Run, TreeNode } from '../tree.ts'

/** Tokens that the parser may see as plain text, and that stand raw in real files. */
const tokens = new RegExp(
  [
    /\$\$[^$\n\r]+\$\$/,
    /\{\{[<%]?[^}\n\r]*[%>]?\}\}/,
    /\{%[^%\n\r]*%\}/,
    /%%[^%\n\r]+%%/,
    /!?\[\[[^\]\n\r]+\]\]/,
    /==[^=\s`][^=\n\r`]*==/,
    /(?<![\p{L}\p{N}])https?:\/\/[^\s<>()[\]`|\p{Cc}]+/u,
    /(?<![\w&])#[A-Za-z][\w/-]*/,
    /(?<=\s)\^[\w-]+$/,
    /\[\^[^\]\s]+\]/,
    /\{:?\s*[.#][^}\n\r]*\}/,
    /[\w-]+:: /,
  ]
    .map((token) => token.source)
    .join('|'),
  'gmu',
)

/** The tokens of a text with how often each stands in it. */
export function countDialectTokens(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [match] of text.matchAll(tokens)) {
    // In a cell a pipe is escaped, in code too.
    const token = match.startsWith('http') ? plainAddress(match) : match.replaceAll('\\|', '|')
    counts.set(token, (counts.get(token) ?? 0) + 1)
  }
  return counts
}

/**
 * Punctuation behind an address is not part of it. Escapes in it count as what they stand for: in a bare address they
 * are none, and the comparison of trees finds them, but the text of a link needs them.
 */
function plainAddress(token: string): string {
  return token.replace(/\\(?=[!-/:-@[-`{-~])/g, '').replace(/[.,;:!?'"`*_~\\]+$/, '')
}

/**
 * True when every dialect token that stood raw in the old source and is still in the new content stands raw in the
 * candidate.
 */
export function keepsDialect(oldSource: string, content: readonly TreeNode[], candidate: string): boolean {
  const old = countDialectTokens(oldSource)
  if (old.size === 0) return true
  const visible = countDialectTokens(content.map(textOfNode).join('\n'))
  const written = countDialectTokens(candidate)
  for (const [token, count] of old) {
    const expected = Math.min(count, visible.get(token) ?? 0)
    if ((written.get(token) ?? 0) < expected) return false
  }
  return true
}

/** What a reader sees of a node, opaque inlines and blocks as their source. */
function textOfNode(node: TreeNode): string {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'cell':
      return textOfRuns(node.runs)
    case 'quote':
    case 'item':
      return node.blocks.map(textOfNode).join('\n')
    case 'list':
      return node.items.map(textOfNode).join('\n')
    case 'table':
      return node.rows.map(textOfNode).join('\n')
    case 'row':
      return node.cells.map(textOfNode).join('\n')
    case 'code':
    case 'source':
      return node.text
    case 'rule':
      return ''
  }
}

/** A token with a mark or a link inside it is none any more: there a control character stands between its parts. */
function textOfRuns(runs: readonly Run[]): string {
  return runs
    .map((run, index) => {
      const before = runs[index - 1]
      const isJoined = before === undefined || (before.marks === run.marks && before.link === run.link)
      return (isJoined ? '' : '\u0001') + textOfRun(run)
    })
    .join('')
}

function textOfRun(run: Run): string {
  if (run.kind === 'text') return run.text
  return run.kind === 'opaque' ? run.source : '\n'
}
