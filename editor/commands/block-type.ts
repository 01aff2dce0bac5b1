import { $createHeadingNode, $isHeadingNode, type HeadingTagType } from '@lexical/rich-text'
import {
  $createParagraphNode,
  $getSelection,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalEditor,
  type RangeSelection,
} from 'lexical'
import { $createCodeBlockNode, $createCodeLines, $isCodeBlockNode } from '../nodes/code-block-node.ts'
import { $createItemNode, $isItemNode, $takesBox, type ItemNode } from '../nodes/item-node.ts'
import { $createListNode, type ListNode } from '../nodes/list-node.ts'
import { $createQuoteNode, $isQuoteNode } from '../nodes/quote-node.ts'
import { $joinLists, $liftItem, $listOf, $outdentItem, $removeIfEmpty } from './item-structure.ts'
import {
  $findCell,
  $findItem,
  $findTextBlock,
  $selectedTextBlocks,
  $touchedItems,
  type TextBlock,
} from './positions.ts'

export type HeadingType = 'heading-1' | 'heading-2' | 'heading-3' | 'heading-4' | 'heading-5' | 'heading-6'
export type ListType = 'bullet-list' | 'number-list' | 'check-list'
/** What a toolbar can make of the selected blocks. */
export type BlockType = 'paragraph' | HeadingType | 'quote' | 'code' | ListType

/**
 * Makes the selected blocks blocks of this type; a type they all have already goes back to paragraph.
 *
 * Lists and quotes go around the text: a heading in an item stays a heading. Blocks in table cells are left alone.
 */
export function setBlockType(editor: LexicalEditor, type: BlockType): void {
  editor.update(() => $setBlockType(type))
}

/** `setBlockType` inside an update. */
export function $setBlockType(type: BlockType): void {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const blocks = $selectedTextBlocks(selection).filter((block) => $findCell(block) === null)
  if (blocks.length === 0) return
  if (type === 'bullet-list' || type === 'number-list' || type === 'check-list')
    $toggleList(type, blocks, selection)
  else if (type === 'quote') $toggleQuote(blocks)
  else if (type === 'code') $toggleCode(blocks)
  else for (const block of blocks) $setTextType(block, type)
}

function $setTextType(block: TextBlock, type: 'paragraph' | HeadingType): void {
  if (type === 'paragraph') {
    const item = $findItem(block)
    if ($isParagraphNode(block) && item !== null && block.getParent()?.is(item)) $liftOutOfLists(item)
    else if (!$isParagraphNode(block)) $retype(block, type)
    return
  }
  const tag = `h${type.slice(-1)}` as HeadingTagType
  if ($isHeadingNode(block) && block.getTag() === tag) $retype(block, 'paragraph')
  else if ($isHeadingNode(block)) block.setTag(tag)
  else $retype(block, type)
}

/** Code loses its line structure only by becoming hard breaks; headings cannot hold breaks, which become spaces when saved. */
function $retype(block: TextBlock, type: 'paragraph' | HeadingType): void {
  const node =
    type === 'paragraph' ? $createParagraphNode() : $createHeadingNode(`h${type.slice(-1)}` as HeadingTagType)
  block.replace(node, true)
  $dropUnfitBox(node)
}

/** The box of an item whose text has become a heading or code. */
function $dropUnfitBox(block: TextBlock): void {
  const item = block.getParent()
  if ($isItemNode(item) && !$takesBox(item)) item.setBox(null)
}

function $liftOutOfLists(item: ItemNode): void {
  let isNested = true
  while (isNested) isNested = $outdentItem(item)
  $liftItem(item)
}

function $toggleList(type: ListType, blocks: readonly TextBlock[], selection: RangeSelection): void {
  const items = $touchedItems(selection)
  const loose = blocks.filter((block) => $findItem(block) === null)
  if (loose.length === 0 && items.every((item) => $listType(item) === type)) {
    for (const item of items) $liftOutOfLists(item)
    return
  }
  for (const item of items) $setItemType(item, type)
  const made = $wrapInItems(type, loose)
  for (const list of made) {
    const container = list.getParent()
    if (container !== null) $joinLists(container)
  }
}

/** What kind of list an item belongs to, its own box included: in Markdown a list may mix items with and without. */
export function $listType(item: ItemNode): ListType {
  if (item.getBox() !== null) return 'check-list'
  return $listOf(item).isOrdered() ? 'number-list' : 'bullet-list'
}

function $setItemType(item: ItemNode, type: ListType): void {
  if (type === 'check-list') {
    if ($takesBox(item)) item.setBox(item.getBox() ?? ' ')
    return
  }
  item.setBox(null)
  const list = $listOf(item)
  if (list.isOrdered() !== (type === 'number-list')) list.setOrdered(type === 'number-list').setStart(1)
}

function $wrapInItems(type: ListType, blocks: readonly TextBlock[]): ListNode[] {
  const lists: ListNode[] = []
  for (const block of blocks) {
    if ($isCodeBlockNode(block)) continue
    const item = $createItemNode(type === 'check-list' && $isParagraphNode(block) ? ' ' : null)
    const previous = block.getPreviousSibling()
    const last = lists.at(-1)
    if (last !== undefined && last.is(previous)) {
      item.append(block)
      last.append(item)
    } else {
      const list = $createListNode(type === 'number-list')
      block.insertBefore(list)
      item.append(block)
      lists.push(list.append(item))
    }
  }
  return lists
}

function $toggleQuote(blocks: readonly TextBlock[]): void {
  const tops = $outermostIn(blocks)
  if (tops.every((node) => $isQuoteNode(node.getParent()))) {
    for (const node of tops) $leaveQuote(node)
    return
  }
  let quote = null
  for (const node of tops) {
    if ($isQuoteNode(node.getParent())) continue
    if (quote === null || !quote.is(node.getPreviousSibling())) {
      quote = $createQuoteNode()
      node.insertBefore(quote)
    }
    quote.append(node)
  }
}

/** The child of its quote, or of the entry, that holds each block: a list goes into a quote as a whole. */
function $outermostIn(blocks: readonly TextBlock[]) {
  const tops = blocks.map((block) => {
    let node: LexicalTop = block
    for (
      let parent = node.getParent();
      parent !== null && parent.getType() !== 'root' && !$isQuoteNode(parent);
      parent = node.getParent()
    )
      node = parent
    return node
  })
  return tops.filter((node, index) => index === 0 || !node.is(tops[index - 1]))
}
type LexicalTop = ReturnType<TextBlock['getParentOrThrow']>

/** Takes one block out of its quote, which is split around it. */
function $leaveQuote(node: LexicalTop): void {
  const quote = node.getParent()
  if (!$isQuoteNode(quote)) return
  const followers = node.getNextSiblings()
  quote.insertAfter(node)
  if (followers.length > 0) node.insertAfter($createQuoteNode().append(...followers))
  $removeIfEmpty(quote)
}

function $toggleCode(blocks: readonly TextBlock[]): void {
  if (blocks.every($isCodeBlockNode)) {
    for (const block of blocks) $retype(block, 'paragraph')
    return
  }
  const [first, ...rest] = blocks.filter((block) => !$isCodeBlockNode(block))
  if (first === undefined) return
  const code = $createCodeBlockNode('', first.getTextContent())
  first.replace(code)
  $dropUnfitBox(code)
  for (const block of rest) {
    code.append(...$createCodeLines(`\n${block.getTextContent()}`))
    const parent = block.getParentOrThrow()
    block.remove()
    $removeIfEmpty(parent)
  }
  code.selectEnd()
}

/** The block type under the caret, for the toolbar; null in a table or with a rule or source block selected. */
export function $readBlockType(selection: RangeSelection): BlockType | null {
  const block = $findTextBlock(selection.anchor.getNode())
  if (block === null || $findCell(block) !== null) return null
  if ($isCodeBlockNode(block)) return 'code'
  if ($isHeadingNode(block)) return `heading-${block.getTag().slice(1)}` as HeadingType
  const item = $findItem(block)
  if (item !== null) return $listType(item)
  return $isQuoteNode(block.getParent()) ? 'quote' : 'paragraph'
}
