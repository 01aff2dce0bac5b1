import { $generateNodesFromDOM } from '@lexical/html'
import { $isHeadingNode } from '@lexical/rich-text'
import { $isTableNode } from '@lexical/table'
import {
  $isDecoratorNode,
  $isElementNode,
  $isParagraphNode,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import type { Block, Heading, Item, Run } from '../../shared/markdown/tree.ts'
import { $isCodeBlockNode } from '../nodes/code-block-node.ts'
import { $isItemNode } from '../nodes/item-node.ts'
import { $isListNode } from '../nodes/list-node.ts'
import { $isQuoteNode } from '../nodes/quote-node.ts'
import { $projectBlock } from '../project-entry.ts'
import { $projectNodes, trimRuns } from '../project-runs.ts'

/**
 * The blocks of pasted HTML that an entry can hold; all else comes as its text.
 *
 * Web pages nest as they like: text straight in `<li>` and `<blockquote>`, blocks in links. So what Lexical makes of
 * them is read loosely here, and built anew as clean blocks. Call inside an update, where there is a document.
 */
export function $blocksOfHtml(editor: LexicalEditor, html: string): Block[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return $readLoosely($generateNodesFromDOM(editor, page))
}

function $readLoosely(nodes: readonly LexicalNode[]): Block[] {
  const blocks: Block[] = []
  let inline: LexicalNode[] = []
  const flush = (): void => {
    const runs = trimRuns($projectNodes(inline))
    if (runs.length > 0) blocks.push({ type: 'paragraph', runs })
    inline = []
  }
  for (const node of nodes) {
    if (node.isInline()) inline.push(node)
    else {
      flush()
      blocks.push(...$readBlock(node))
    }
  }
  flush()
  return blocks
}

function $readBlock(node: LexicalNode): Block[] {
  if ($isHeadingNode(node)) return $readHeading(node, Number(node.getTag().slice(1)) as Heading['level'])
  if ($isListNode(node)) {
    const items = node.getChildren().map((child): Item => ({
      type: 'item',
      box: $isItemNode(child) ? child.getBox() : null,
      blocks: $readLoosely($isItemNode(child) ? child.getChildren() : [child]),
    }))
    return items.length === 0
      ? []
      : [{ type: 'list', ordered: node.isOrdered(), start: node.getStart(), items }]
  }
  if ($isQuoteNode(node)) {
    const inner = $readLoosely(node.getChildren())
    return inner.length === 0 ? [] : [{ type: 'quote', blocks: inner }]
  }
  if ($isCodeBlockNode(node) || $isTableNode(node) || $isDecoratorNode(node))
    return [$projectBlock(node, new Map())]
  if ($isParagraphNode(node) || $isElementNode(node)) return $readLoosely(node.getChildren())
  return []
}

/** Breaks are spaces in a heading: Markdown has no other way to write them there. */
function $readHeading(node: ElementNode, level: Heading['level']): Block[] {
  const runs = trimRuns($projectNodes(node.getChildren().filter((child) => child.isInline())))
  const flat = runs.map((run): Run =>
    run.kind === 'break' ? { kind: 'text', text: ' ', marks: 0, link: run.link } : run,
  )
  return flat.length === 0 ? [] : [{ type: 'heading', level, runs: flat }]
}
