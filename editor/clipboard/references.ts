/** Links, pictures and footnote marks that take their target from a definition elsewhere in the entry. */

import { $getRoot, $isElementNode, type LexicalNode } from 'lexical'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { normaliseLabel } from '../../shared/markdown/parse/inline/link-parts.ts'
import { writeLinkClosing } from '../../shared/markdown/save/write-link.ts'
import type { Block, Link, ParsedEntry, Run } from '../../shared/markdown/tree.ts'
import { $isSourceBlockNode } from '../nodes/source-block-node.ts'

/** The source of every block of the entry that defines links or footnotes. Call inside a read or update. */
export function $readDefinitions(): string[] {
  return $definitionsBelow($getRoot())
}

function $definitionsBelow(node: LexicalNode): string[] {
  if ($isSourceBlockNode(node)) {
    const defines = node.getForm() === 'definition' || node.getForm() === 'footnote-definition'
    return defines ? [node.getText()] : []
  }
  return $isElementNode(node) && !node.isInline() ? node.getChildren().flatMap($definitionsBelow) : []
}

/** True when something in the blocks means nothing, or another thing, without a definition. */
export function refersToDefinitions(blocks: readonly Block[]): boolean {
  let isFound = false
  mapRuns(blocks, (run) => {
    const isImage = run.kind === 'opaque' && run.form === 'image' && !run.source.endsWith(')')
    const isNote = run.kind === 'opaque' && run.form === 'footnote-reference'
    if (isImage || isNote || (run.link !== null && run.link.reference !== null)) isFound = true
    return run
  })
  return isFound
}

/** The blocks with links and pictures that say their target themselves: definitions stay behind in the entry. */
export function withOwnTargets(blocks: readonly Block[], definitions: string): readonly Block[] {
  const known = parseEntry(definitions).definitions
  const links = new Map<Link, Link>()
  const plain = (link: Link | null): Link | null => {
    if (link === null || link.reference === null) return link
    const found = links.get(link) ?? { ...link, reference: null, closing: '' }
    links.set(link, found)
    return found
  }
  return mapRuns(blocks, (run) => {
    const link = plain(run.link)
    if (run.kind !== 'opaque' || run.form !== 'image') return { ...run, link }
    return { ...run, link, source: withOwnTarget(run.source, known) }
  })
}

/** `![alt][label]`, `![alt][]` and `![alt]` as `![alt](url "title")`; any other picture, and one unknown, as it is. */
function withOwnTarget(source: string, known: ParsedEntry['definitions']): string {
  const match = /^(!\[([\s\S]*?))\](?:\[([^[\]]*)\])?$/.exec(source)
  if (match === null) return source
  const [, opening = '', alt = '', label = ''] = match
  const target = known.get(normaliseLabel(label === '' ? alt : label))
  if (target === undefined) return source
  return opening + writeLinkClosing({ ...target, reference: null, closing: '' }, alt, '', false)
}

/** The blocks with every run of every leaf exchanged. */
function mapRuns(blocks: readonly Block[], change: (run: Run) => Run): Block[] {
  return blocks.map((block): Block => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return { ...block, runs: block.runs.map(change) }
      case 'quote':
        return { ...block, blocks: mapRuns(block.blocks, change) }
      case 'list': {
        const items = block.items.map((item) => ({ ...item, blocks: mapRuns(item.blocks, change) }))
        return { ...block, items }
      }
      case 'table': {
        const rows = block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, runs: cell.runs.map(change) })),
        }))
        return { ...block, rows }
      }
      case 'rule':
      case 'code':
      case 'source':
        return block
    }
  })
}
