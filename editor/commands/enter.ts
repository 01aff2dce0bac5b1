import { $isHeadingNode } from '@lexical/rich-text'
import { $isTableRowNode, type TableCellNode } from '@lexical/table'
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getSelection,
  $isElementNode,
  $isLineBreakNode,
  $isNodeSelection,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { $isCodeBlockNode, type CodeBlockNode } from '../nodes/code-block-node.ts'
import { $createItemNode, $isItemNode, type ItemNode } from '../nodes/item-node.ts'
import { $createOpaqueInlineNode, $isOpaqueInlineNode } from '../nodes/opaque-inline-node.ts'
import { $isQuoteNode } from '../nodes/quote-node.ts'
import { $createItemLike, $isBlankItem, $liftItem, $outdentItem } from './item-structure.ts'
import { $findCell, $isAtEnd, $isAtStart, $textBlockAt, type TextBlock } from './positions.ts'
import { $removeSelectedText } from './remove-text.ts'
import { $splitTextBlock } from './split-block.ts'

/** Enter. True when it did something; false leaves it to Lexical. */
export function $enter(): boolean {
  const selected = $getSelection()
  if ($isNodeSelection(selected)) return $enterAtNode(selected.getNodes()[0])
  if (!$isRangeSelection(selected)) return false
  const selection = $removeSelectedText(selected)
  const cell = $findCell(selection.anchor.getNode())
  if (cell !== null) return $enterInCell(cell)
  const block = $textBlockAt(selection)
  if (block === null) return false
  if ($isCodeBlockNode(block)) return $enterInCode(block, selection)
  const parent = block.getParent()
  if ($isItemNode(parent))
    return block.getPreviousSibling() === null
      ? $enterInItem(parent, block, selection)
      : $enterInItemBody(parent, block, selection)
  if (
    $isQuoteNode(parent) &&
    $isBlank(block) &&
    block.getNextSibling() === null &&
    block.getPreviousSibling() !== null
  ) {
    parent.insertAfter(block)
    block.selectStart()
    return true
  }
  return $splitBlock(block, selection)
}

/** Enter on a selected rule, source block or table: a paragraph behind it. */
function $enterAtNode(node: LexicalNode | undefined): boolean {
  if (node === undefined || node.isInline()) return false
  const paragraph = $createParagraphNode()
  node.insertAfter(paragraph)
  paragraph.select()
  return true
}

/**
 * Splits a paragraph or heading. At its start a blank paragraph goes in front instead: so the block with the text
 * keeps its key, and with it its place in the source.
 */
function $splitBlock(block: TextBlock, selection: RangeSelection): boolean {
  if (!block.isEmpty() && $isAtStart(selection.anchor, block)) {
    // In front of its mark a callout has nothing.
    const first = block.getFirstChild()
    const isCalloutMark = $isOpaqueInlineNode(first) && first.getForm() === 'callout-mark'
    const follower = isCalloutMark ? block.getParentOrThrow() : block
    follower.insertBefore($createParagraphNode())
    return true
  }
  if ($isHeadingNode(block) && $isAtEnd(selection.anchor, block)) {
    const paragraph = $createParagraphNode()
    block.insertAfter(paragraph)
    paragraph.select()
    return true
  }
  $splitTextBlock(selection, block)
  return true
}

/**
 * Enter in the text of an item.
 *
 * A blank item leaves its level, at the outermost level the list. At the start a blank item goes in front. At the
 * end of an item with a sub-list the new item is the first of the sub-list: as a sibling in between, it would take
 * the sub-items away from their parent. Else the item is split; a new box is always open.
 */
function $enterInItem(item: ItemNode, block: TextBlock, selection: RangeSelection): boolean {
  if ($isBlankItem(item)) {
    if ($outdentItem(item)) return true
    $liftItem(item)
    block.selectStart()
    return true
  }
  if (!block.isEmpty() && $isAtStart(selection.anchor, block)) {
    item.insertBefore($createItemLike(item))
    return true
  }
  const next = block.getNextSibling()
  if ($isAtEnd(selection.anchor, block) && $isElementNode(next) && next.getType() === 'entry-list') {
    const firstInner = next.getFirstChild()
    if (!$isItemNode(firstInner)) return false
    const added = $createItemLike(firstInner)
    firstInner.insertBefore(added)
    added.selectStart()
    return true
  }
  return $splitItem(item, block, selection)
}

function $splitItem(item: ItemNode, block: TextBlock, selection: RangeSelection): boolean {
  const rest = block.getNextSiblings()
  const second =
    $isHeadingNode(block) && $isAtEnd(selection.anchor, block)
      ? $createParagraphNode()
      : $splitTextBlock(selection, block)
  if (second === null) return false
  const added = $createItemNode(item.getBox() === null ? null : ' ')
  added.append(second, ...rest)
  item.insertAfter(added)
  second.selectStart()
  return true
}

/** Enter in a further paragraph of an item: a blank last one becomes an item of its own. */
function $enterInItemBody(item: ItemNode, block: TextBlock, selection: RangeSelection): boolean {
  if (!$isBlank(block) || block.getNextSibling() !== null) return $splitBlock(block, selection)
  const added = $createItemNode(item.getBox() === null ? null : ' ')
  added.append(block)
  item.insertAfter(added)
  block.selectStart()
  return true
}

/** A line break that keeps the line's indent; at a blank last line the caret leaves the code. */
function $enterInCode(block: CodeBlockNode, selection: RangeSelection): boolean {
  const lastLine = block.getChildren().slice(block.getChildren().findLastIndex($isLineBreakNode))
  const [lineBreak, ...blank] = lastLine
  if (
    $isAtEnd(selection.anchor, block) &&
    $isLineBreakNode(lineBreak) &&
    blank.every((node) => node.getTextContent().trim() === '')
  ) {
    for (const node of lastLine) node.remove()
    const paragraph = $createParagraphNode()
    block.insertAfter(paragraph)
    paragraph.select()
    return true
  }
  const node = selection.anchor.getNode()
  const lineStart = node.is(block) ? '' : node.getTextContent().slice(0, selection.anchor.offset)
  const indent = /^[ \t]*/.exec(lineStart)?.[0] ?? ''
  selection.insertNodes([$createLineBreakNode(), ...(indent === '' ? [] : [$createTextNode(indent)])])
  return true
}

/** A cell is one line of Markdown: Enter goes to the cell below, from the last row out of the table. */
function $enterInCell(cell: TableCellNode): boolean {
  const row = cell.getParent()
  if (!$isTableRowNode(row)) return false
  const below = row.getNextSibling()
  if ($isTableRowNode(below)) {
    below.getChildAtIndex(cell.getIndexWithinParent())?.selectStart()
    return true
  }
  const table = row.getParentOrThrow()
  const next = table.getNextSibling()
  const target = $isParagraphNode(next) ? next : $createParagraphNode()
  if (!target.isAttached()) table.insertAfter(target)
  target.selectStart()
  return true
}

/**
 * Shift+Enter. In a cell the break is `<br>`, the only one a row can hold; a heading cannot hold any, so it is split.
 * False leaves it to Lexical, which inserts a hard break.
 */
export function $breakLine(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const block = $textBlockAt(selection)
  if ($findCell(selection.anchor.getNode()) !== null) {
    selection.insertNodes([$createOpaqueInlineNode('html', '<br>')])
    return true
  }
  return $isHeadingNode(block) ? $enter() : false
}

function $isBlank(block: TextBlock): boolean {
  return $isParagraphNode(block) && block.isEmpty()
}
