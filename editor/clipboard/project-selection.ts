import { $isTableNode } from '@lexical/table'
import {
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  type BaseSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import type { Block, Item, Run } from '../../shared/markdown/tree.ts'
import {
  $findCell,
  $findTextBlock,
  $isTextBlock,
  orderedPoints,
  type TextBlock,
} from '../commands/positions.ts'
import { $offsetInLeaf } from '../leaf-offsets.ts'
import { $isItemNode, type ItemNode } from '../nodes/item-node.ts'
import { $isListNode } from '../nodes/list-node.ts'
import { $isOpaqueInlineNode } from '../nodes/opaque-inline-node.ts'
import { $isQuoteNode } from '../nodes/quote-node.ts'
import { $projectBlock } from '../project-entry.ts'
import { $projectRuns } from '../project-runs.ts'
import { clipRuns } from './clip-runs.ts'

/** What is selected, as blocks without base. */
export interface SelectedContent {
  readonly blocks: readonly Block[]
  /** One paragraph that stands for text inside a block: pasted, it joins the text around it. */
  readonly isInline: boolean
}

/** The selected content; null when nothing is, or when it is Lexical's to copy (cells of a table). */
export function $projectSelection(selection: BaseSelection | null): SelectedContent | null {
  if ($isNodeSelection(selection)) return $projectNodes(selection.getNodes())
  if (!$isRangeSelection(selection) || selection.isCollapsed()) return null
  const [start, end] = orderedPoints(selection)
  const startBlock = $findTextBlock(start.getNode())
  if (startBlock !== null && startBlock.is($findTextBlock(end.getNode())))
    return $projectInOneBlock(startBlock, selection)
  const blocks = $projectChildren($commonContainer(selection), selection)
  return blocks.length === 0 ? null : { blocks, isInline: false }
}

function $projectNodes(nodes: readonly LexicalNode[]): SelectedContent | null {
  const opaque = nodes.filter($isOpaqueInlineNode)
  if (opaque.length > 0) {
    const runs = opaque.map((node): Run => ({
      kind: 'opaque',
      form: node.getForm(),
      source: node.getSource(),
      marks: node.getMarks(),
      link: null,
    }))
    return { blocks: [{ type: 'paragraph', runs }], isInline: true }
  }
  const blocks = nodes.filter((node) => !node.isInline()).map((node) => $projectBlock(node, new Map()))
  return blocks.length === 0 ? null : { blocks, isInline: false }
}

/** All of a heading or of a code block stays one; a part of any block is text. */
function $projectInOneBlock(block: TextBlock, selection: RangeSelection): SelectedContent {
  const part = $clipBlock(block, selection)
  const isWhole = part.from === 0 && part.to === $sizeOf(block)
  if (isWhole && part.block.type !== 'paragraph') return { blocks: [part.block], isInline: false }
  const runs =
    part.block.type === 'code' ? linesAsRuns(part.block.text) : 'runs' in part.block ? part.block.runs : []
  return { blocks: [{ type: 'paragraph', runs }], isInline: true }
}

function linesAsRuns(text: string): Run[] {
  return text.split('\n').flatMap((line, index): Run[] => {
    const run: Run = { kind: 'text', text: line, marks: 0, link: null }
    return index === 0 ? [run] : [{ kind: 'break', hard: true, marks: 0, link: null }, run]
  })
}

function $clipBlock(block: TextBlock, selection: RangeSelection): { block: Block; from: number; to: number } {
  const [start, end] = orderedPoints(selection)
  const $holds = (node: LexicalNode): boolean => block.is(node) || block.isParentOf(node)
  const from = $holds(start.getNode()) ? $offsetInLeaf(block, start) : 0
  const to = $holds(end.getNode()) ? $offsetInLeaf(block, end) : $sizeOf(block)
  const whole = $projectBlock(block, new Map())
  if (whole.type === 'code') return { block: { ...whole, text: whole.text.slice(from, to) }, from, to }
  return {
    block: 'runs' in whole ? { ...whole, runs: clipRuns($projectRuns(block), from, to) } : whole,
    from,
    to,
  }
}

function $sizeOf(block: TextBlock): number {
  return $projectRuns(block).reduce((size, run) => size + (run.kind === 'text' ? run.text.length : 1), 0)
}

/** The innermost list, quote, item or entry around all of the selection; never inside a table. */
function $commonContainer(selection: RangeSelection): LexicalNode {
  const [start, end] = orderedPoints(selection)
  const last = end.getNode()
  let container: LexicalNode = start.getNode()
  while (
    $isTextBlock(container) ||
    !(container.is(last) || container.isParentOf(last)) ||
    $findCell(container) !== null ||
    $isTableNode(container)
  ) {
    const parent: LexicalNode | null = container.getParent()
    if (parent === null) break
    container = parent
  }
  return $isItemNode(container) && $touchesText(container, selection)
    ? container.getParentOrThrow()
    : container
}

/** Whether the item's own text is selected, not only what stands below it: then it is copied as an item. */
function $touchesText(item: ItemNode, selection: RangeSelection): boolean {
  const first = item.getFirstChild()
  return first !== null && !$isListNode(first) && $touches(first, selection)
}

function $projectChildren(container: LexicalNode, selection: RangeSelection): Block[] {
  if (!$isElementNode(container)) return []
  if ($isListNode(container)) return $projectList(container, selection)
  return container.getChildren().flatMap((child) => $projectSelected(child, selection))
}

function $projectSelected(node: LexicalNode, selection: RangeSelection): Block[] {
  if (!$touches(node, selection)) return []
  if ($isTextBlock(node)) return [$clipBlock(node, selection).block]
  if ($isListNode(node)) return $projectList(node, selection)
  if ($isQuoteNode(node)) return [{ type: 'quote', blocks: $projectChildren(node, selection) }]
  if ($isTableNode(node) || !$isElementNode(node)) return [$projectBlock(node, new Map())]
  return $projectChildren(node, selection)
}

/** Items of which something is selected; one of which only sub-items are gives way to them. */
function $projectList(list: LexicalNode, selection: RangeSelection): Block[] {
  if (!$isListNode(list)) return []
  const items: Item[] = []
  for (const item of list.getChildren()) {
    if (!$isItemNode(item) || !$touches(item, selection)) continue
    const blocks = item.getChildren().flatMap((child) => $projectSelected(child, selection))
    const [only] = blocks
    const hasLostText = !$isListNode(item.getFirstChild()) && blocks.length === 1 && only?.type === 'list'
    if (hasLostText && only?.type === 'list') items.push(...only.items)
    else items.push({ type: 'item', box: item.getBox(), blocks })
  }
  return items.length === 0
    ? []
    : [{ type: 'list', ordered: list.isOrdered(), start: list.getStart(), items }]
}

function $touches(node: LexicalNode, selection: RangeSelection): boolean {
  return (
    node.isSelected(selection) ||
    ($isElementNode(node) &&
      selection.getNodes().some((selected) => node.is(selected) || node.isParentOf(selected)))
  )
}
