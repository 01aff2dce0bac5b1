import { $isHeadingNode, type HeadingNode } from '@lexical/rich-text'
import { $isTableCellNode, type TableCellNode } from '@lexical/table'
import {
  $createParagraphNode,
  $findMatchingParent,
  $getNodeByKey,
  $isElementNode,
  $isParagraphNode,
  type LexicalNode,
  type ParagraphNode,
  type PointType,
  type RangeSelection,
} from 'lexical'
import { $isCodeBlockNode, type CodeBlockNode } from '../nodes/code-block-node.ts'
import { $isItemNode, type ItemNode } from '../nodes/item-node.ts'
import { $isQuoteNode } from '../nodes/quote-node.ts'

/** A block that holds text itself, in contrast to containers (list, item, quote, table) and decorators. */
export type TextBlock = ParagraphNode | HeadingNode | CodeBlockNode

export function $isTextBlock(node: LexicalNode | null | undefined): node is TextBlock {
  return $isParagraphNode(node) || $isHeadingNode(node) || $isCodeBlockNode(node)
}

/** The text block that holds this node, itself included; null for a container or decorator. */
export function $findTextBlock(node: LexicalNode): TextBlock | null {
  return $findMatchingParent(node, $isTextBlock)
}

/**
 * The text block at a caret. Between the blocks of a quote or an item (behind a source block, say) there is none: a
 * blank paragraph is put there to take what comes. Null where Lexical has its own way, and in tables.
 */
export function $textBlockAt(selection: RangeSelection): TextBlock | null {
  const node = selection.anchor.getNode()
  const block = $findTextBlock(node)
  if (block !== null || !($isQuoteNode(node) || $isItemNode(node))) return block
  const paragraph = $createParagraphNode()
  node.splice(selection.anchor.offset, 0, [paragraph])
  const { key, offset, type } = paragraph.select().anchor
  selection.anchor.set(key, offset, type)
  selection.focus.set(key, offset, type)
  return paragraph
}

/** The innermost list item around this node, itself included. Null inside a table cell: a cell is not the item's text. */
export function $findItem(node: LexicalNode): ItemNode | null {
  const found = $findMatchingParent(node, (ancestor) => $isItemNode(ancestor) || $isTableCellNode(ancestor))
  return $isItemNode(found) ? found : null
}

export function $findCell(node: LexicalNode): TableCellNode | null {
  return $findMatchingParent(node, $isTableCellNode)
}

/** Whether nothing of `block` stands before the point. */
export function $isAtStart(point: PointType, block: LexicalNode): boolean {
  return point.offset === 0 && $isEdge(point.getNode(), block, (node) => node.getPreviousSibling())
}

/** Whether nothing of `block` stands after the point. */
export function $isAtEnd(point: PointType, block: LexicalNode): boolean {
  const node = point.getNode()
  const size = $isElementNode(node) ? node.getChildrenSize() : node.getTextContentSize()
  return point.offset === size && $isEdge(node, block, (inner) => inner.getNextSibling())
}

function $isEdge(
  from: LexicalNode,
  block: LexicalNode,
  $sibling: (node: LexicalNode) => LexicalNode | null,
): boolean {
  for (let node: LexicalNode | null = from; node !== null && !node.is(block); node = node.getParent()) {
    if ($sibling(node) !== null) return false
  }
  return true
}

/** The text blocks the selection touches, in document order. */
export function $selectedTextBlocks(selection: RangeSelection): TextBlock[] {
  const blocks = new Map<string, TextBlock>()
  for (const node of [selection.anchor.getNode(), ...selection.getNodes(), selection.focus.getNode()]) {
    const block = $findTextBlock(node)
    if (block !== null) blocks.set(block.getKey(), block)
  }
  return [...blocks.values()].sort((a, b) => (a.is(b) ? 0 : a.isBefore(b) ? -1 : 1))
}

/** The innermost list items of the text blocks the selection touches, in document order. */
export function $touchedItems(selection: RangeSelection): ItemNode[] {
  const keys = new Set<string>()
  for (const block of $selectedTextBlocks(selection)) {
    const item = $findItem(block)
    if (item !== null) keys.add(item.getKey())
  }
  return [...keys].map((key) => $getNodeByKey(key)).filter($isItemNode)
}

/** The touched items without those below another touched item: what moves, nests or goes as a whole. */
export function $selectedItems(selection: RangeSelection): ItemNode[] {
  const items = $touchedItems(selection)
  return items.filter((item) => !items.some((other) => !other.is(item) && other.isParentOf(item)))
}

/** Start and end of the selection in document order. */
export function orderedPoints(selection: RangeSelection): [PointType, PointType] {
  return selection.isBackward() ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus]
}
