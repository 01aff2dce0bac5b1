import {
  $createParagraphNode,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isRangeSelection,
  $setSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import { $isCodeBlockNode } from '../nodes/code-block-node.ts'
import { $isItemNode, type ItemNode } from '../nodes/item-node.ts'
import { $dissolveItem, $hasNoText, $joinLists, $removeIfEmpty } from './item-structure.ts'
import {
  $findTextBlock,
  $isAtEnd,
  $isAtStart,
  $isTextBlock,
  orderedPoints,
  type TextBlock,
} from './positions.ts'

/**
 * Deletes what is selected, as every deletion, cut and replacement of a range must, and gives the caret that is left.
 *
 * Lexical joins the text before and after the range. Two things it leaves wrong: an item that gave its text away
 * keeps its sub-list as its first block (`- - x` in Markdown), and code joined with a paragraph pours its lines into
 * it. So items without text are dissolved, and code is shortened where it stands.
 */
export function $removeSelectedText(selection: RangeSelection): RangeSelection {
  if (selection.isCollapsed()) return selection
  const [start, end] = orderedPoints(selection)
  const startBlock = $findTextBlock(start.getNode())
  const endBlock = $findTextBlock(end.getNode())
  const isOneBlock = startBlock !== null && startBlock.is(endBlock)
  if (!isOneBlock && $isAtStart(start, $getRoot()) && $isAtEnd(end, $getRoot())) return $removeEverything()
  const itemsWithText = $itemsAround(end.getNode()).filter((item) => !$hasNoText(item))
  const container = startBlock === null ? null : startBlock.getParent()
  if (
    startBlock !== null &&
    endBlock !== null &&
    !startBlock.is(endBlock) &&
    ($isCodeBlockNode(startBlock) || $isCodeBlockNode(endBlock))
  ) {
    $removeAroundCode(selection, startBlock, endBlock)
  } else {
    $removeRange(selection)
  }
  for (const item of itemsWithText.reverse()) {
    if (item.isAttached() && $hasNoText(item)) $dissolveItem(item)
  }
  if (container !== null && container.isAttached()) $joinLists(container)
  const caret = $getSelection()
  return $isRangeSelection(caret) ? caret : $getRoot().selectEnd()
}

/**
 * `selection.removeText()` with no selection set meanwhile.
 *
 * While it joins the blocks, Lexical shifts the points of the set selection one node at a time, and asks for their
 * order when one of them is already in text that was cut short: "invalid offset". Scenario: select from the start of
 * a paragraph into the next one that has a line break, and press Backspace.
 */
function $removeRange(selection: RangeSelection): void {
  const range = selection.clone()
  $setSelection(null)
  range.removeText()
  $setSelection(range)
}

/**
 * With all blocks of the entry gone, what is left is a paragraph, whatever the first one was. An entry of one block
 * keeps it: a new entry is often one heading, and typing over its words is no reason to lose it.
 */
function $removeEverything(): RangeSelection {
  const paragraph = $createParagraphNode()
  $getRoot().clear().append(paragraph)
  return paragraph.select()
}

/** Deletes the head of the last block, the blocks in between and the tail of the first, and joins nothing. */
function $removeAroundCode(selection: RangeSelection, startBlock: TextBlock, endBlock: TextBlock): void {
  const [start, end] = orderedPoints(selection)
  const from = { key: start.key, offset: start.offset, type: start.type }
  const to = { key: end.key, offset: end.offset, type: end.type }
  const between = $blocksBetween(selection, startBlock, endBlock)
  const head = endBlock.selectStart()
  head.focus.set(to.key, to.offset, to.type)
  if (!head.isCollapsed()) head.removeText()
  for (const block of between) {
    const parent = block.getParent()
    block.remove()
    if (parent !== null) $removeIfEmpty(parent)
  }
  const tail = startBlock.selectEnd()
  tail.anchor.set(from.key, from.offset, from.type)
  if (!tail.isCollapsed()) tail.removeText()
}

function $blocksBetween(
  selection: RangeSelection,
  startBlock: TextBlock,
  endBlock: TextBlock,
): LexicalNode[] {
  return selection.getNodes().filter((node) => {
    if ($isDecoratorNode(node)) return !node.isInline()
    return $isTextBlock(node) && !node.is(startBlock) && !node.is(endBlock)
  })
}

function $itemsAround(node: LexicalNode): ItemNode[] {
  const items: ItemNode[] = []
  for (let item = $findMatchingParent(node, $isItemNode); item !== null;) {
    items.push(item)
    const parent: LexicalNode | null = item.getParent()
    item = parent === null ? null : $findMatchingParent(parent, $isItemNode)
  }
  return items
}
