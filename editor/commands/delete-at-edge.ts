import { $isHeadingNode } from '@lexical/rich-text'
import { $isTableCellNode, $isTableNode } from '@lexical/table'
import {
  $createNodeSelection,
  $createParagraphNode,
  $createTextNode,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  $isRootNode,
  $setSelection,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import { $isCodeBlockNode } from '../nodes/code-block-node.ts'
import { $isItemNode, type ItemNode } from '../nodes/item-node.ts'
import { $isQuoteNode, type QuoteNode } from '../nodes/quote-node.ts'
import { $needsSpaceBetween } from './bare-urls.ts'
import {
  $dissolveItem,
  $hasNoText,
  $joinLists,
  $liftItem,
  $outdentItem,
  $removeIfEmpty,
} from './item-structure.ts'
import { $findCell, $findTextBlock, $isAtEnd, $isAtStart, $isTextBlock, type TextBlock } from './positions.ts'

/**
 * Backspace with the caret at the start of a block. True when it did something (or must do nothing).
 *
 * One step outwards at a time: the box goes, the item outdents, leaves the list, the heading becomes text, the block
 * leaves its quote; only then is the text joined with what is above. Code, tables, rules and source blocks above are
 * selected, not joined: Lexical would pour the text into the code and drop its links.
 */
export function $deleteBackwardAtStart(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const block = $findTextBlock(selection.anchor.getNode())
  if (block === null || !$isAtStart(selection.anchor, block)) return false
  const previous = block.getPreviousSibling()
  const parent = block.getParent()
  if ($findCell(block) !== null) return previous === null
  if ($isItemNode(parent) && previous === null) return $stepOutOfList(parent, block)
  if ($isHeadingNode(block) && !block.isEmpty()) return $replaceByParagraph(block)
  if ($isCodeBlockNode(block)) return block.isEmpty() ? $replaceByParagraph(block) : true
  if (previous !== null) return $joinWithBlockAbove(block, previous)
  if ($isQuoteNode(parent)) return $leaveQuote(parent, block)
  if ($isHeadingNode(block)) return $replaceByParagraph(block)
  return $isRootNode(parent) && block.isEmpty() && block.getNextSibling() !== null
    ? $removeBlankFirst(block)
    : true
}

function $stepOutOfList(item: ItemNode, block: TextBlock): boolean {
  if (item.getBox() !== null) item.setBox(null)
  else if (!$outdentItem(item)) $liftItem(item)
  block.selectStart()
  return true
}

function $replaceByParagraph(block: TextBlock): boolean {
  const paragraph = $createParagraphNode().append(...block.getChildren())
  block.replace(paragraph)
  paragraph.selectStart()
  return true
}

function $leaveQuote(quote: QuoteNode, block: TextBlock): boolean {
  quote.insertBefore(block)
  $removeIfEmpty(quote)
  block.selectStart()
  return true
}

function $removeBlankFirst(block: TextBlock): boolean {
  const next = block.getNextSibling()
  block.remove()
  next?.selectStart()
  return true
}

function $joinWithBlockAbove(block: TextBlock, previous: LexicalNode): boolean {
  const target = $lastTextBlock(previous)
  if (target === null || $isCodeBlockNode(target)) {
    $selectWhole(target ?? previous)
    // Selected first: removing the block that holds the caret would move the selection on to a neighbour.
    if (block.isEmpty()) block.remove()
    return true
  }
  if ($isParagraphNode(target) && target.isEmpty() && target.is(previous)) {
    target.remove()
    return true
  }
  $joinBlocks(target, block)
  return true
}

/** Selects a code block's text, or a block without text as a whole, so that the next key shows what it would hit. */
export function $selectWhole(node: LexicalNode): void {
  if ($isCodeBlockNode(node) && !node.isEmpty()) {
    node.select(0, node.getChildrenSize())
    return
  }
  const selection = $createNodeSelection()
  selection.add(node.getKey())
  $setSelection(selection)
}

/**
 * Delete with the caret at the end of a block: the next text block's text is joined to this one, with the same
 * exceptions as for Backspace. True when it did something (or must do nothing).
 */
export function $deleteForwardAtEnd(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const block = $findTextBlock(selection.anchor.getNode())
  if (block === null || !$isAtEnd(selection.anchor, block)) return false
  if ($findCell(block) !== null) return block.getNextSibling() === null
  const next = $nextBlock(block)
  if (next === null) return true
  const target = $firstTextBlock(next)
  if (target === null || $isCodeBlockNode(target) || $isCodeBlockNode(block)) {
    if ($isCodeBlockNode(block) && target !== null && !target.isEmpty()) return true
    if (block.isEmpty() || target?.isEmpty() !== true) $selectWhole(target ?? next)
    if (block.isEmpty()) $removeWithEmptyAncestors(block)
    else if (target?.isEmpty() === true) $removeWithEmptyAncestors(target)
    return true
  }
  if (block.isEmpty() && block.getNextSibling() === next && target.is(next)) {
    block.remove()
    target.selectStart()
    return true
  }
  $joinBlocks(block, target)
  return true
}

/**
 * Appends the text of `block` to `target`, the caret between the two, and takes away what held `block`. A bare address
 * at the joint keeps to itself by a space behind the caret.
 */
function $joinBlocks(target: TextBlock, block: TextBlock): void {
  const parent = block.getParentOrThrow()
  const caret = target.selectEnd()
  const { key, offset, type } = caret.anchor
  if ($needsSpaceBetween(target, block)) target.append($createTextNode(' '))
  target.append(...block.getChildren())
  block.remove(true)
  if ($isItemNode(parent) && $hasNoText(parent)) $dissolveItem(parent)
  else $removeIfEmpty(parent)
  const container = target.getParent()
  if (container !== null) $joinLists(container)
  const selection = $getSelection()
  if ($isRangeSelection(selection)) {
    selection.anchor.set(key, offset, type)
    selection.focus.set(key, offset, type)
  }
}

function $removeWithEmptyAncestors(block: TextBlock): void {
  const parent = block.getParentOrThrow()
  block.remove(true)
  if ($isItemNode(parent) && $hasNoText(parent)) $dissolveItem(parent)
  else if (!$isRootNode(parent)) $removeIfEmpty(parent)
}

/** The block that follows in the document, not one inside; null at the end of the entry or of a cell. */
function $nextBlock(block: LexicalNode): LexicalNode | null {
  for (
    let node: LexicalNode | null = block;
    node !== null && !$isTableCellNode(node);
    node = node.getParent()
  ) {
    const next: LexicalNode | null = node.getNextSibling()
    if (next !== null) return next
  }
  return null
}

/** The text block a caret at the end (start) of `node` would be in; null when that is a table, rule or source block. */
function $lastTextBlock(node: LexicalNode): TextBlock | null {
  return $edgeTextBlock(node, (element) => element.getLastChild())
}

function $firstTextBlock(node: LexicalNode): TextBlock | null {
  return $edgeTextBlock(node, (element) => element.getFirstChild())
}

function $edgeTextBlock(
  node: LexicalNode,
  $child: (element: ElementNode) => LexicalNode | null,
): TextBlock | null {
  let current: LexicalNode | null = node
  while (current !== null && $isElementNode(current) && !$isTableNode(current)) {
    if ($isTextBlock(current)) return current
    current = $child(current)
  }
  return null
}
