import { $createHeadingNode, type HeadingTagType } from '@lexical/rich-text'
import {
  $isParagraphNode,
  $isRootNode,
  type ParagraphNode,
  type RangeSelection,
  type TextNode,
} from 'lexical'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { $joinLists } from '../commands/item-structure.ts'
import { $createCodeBlockNode } from '../nodes/code-block-node.ts'
import { $createItemNode, $isItemNode } from '../nodes/item-node.ts'
import { $createListNode } from '../nodes/list-node.ts'
import { $createQuoteNode, $isQuoteNode } from '../nodes/quote-node.ts'

/**
 * Block shortcuts: what stands between the start of a paragraph and a space just typed.
 *
 * Lists, quotes, headings and code begin in the entry itself or in a quote; in an item only the box does, because
 * nesting there is what Tab is for. True when the paragraph was changed.
 */
export function $applyBlockShortcut(node: TextNode, selection: RangeSelection): boolean {
  const block = node.getParent()
  if (!$isParagraphNode(block) || node.getPreviousSibling() !== null || node.getFormat() !== 0) return false
  const typed = node.getTextContent().slice(0, selection.anchor.offset)
  const parent = block.getParent()
  if ($isItemNode(parent)) {
    const box = /^\[([ xX]?)\] $/.exec(typed)
    if (box === null || !block.is(parent.getFirstChild()) || parent.getBox() !== null) return false
    parent.setBox(box[1]?.toLowerCase() === 'x' ? 'x' : ' ')
    $dropTyped(node, typed)
    return true
  }
  if (!$isRootNode(parent) && !$isQuoteNode(parent)) return false
  return $changeBlock(block, node, typed)
}

function $changeBlock(block: ParagraphNode, node: TextNode, typed: string): boolean {
  const marker = typed.slice(0, -1)
  if (/^#{1,6}$/.test(marker) && begins(typed, 'heading')) {
    $dropTyped(node, typed)
    block.replace($createHeadingNode(`h${marker.length}` as HeadingTagType), true)
    return true
  }
  if (marker === '>' && begins(typed, 'quote')) {
    $dropTyped(node, typed)
    const quote = $createQuoteNode()
    block.insertBefore(quote)
    quote.append(block)
    return true
  }
  if (/^`{3,}$/.test(marker) && block.getTextContent() === typed) {
    const code = $createCodeBlockNode('', '')
    block.replace(code)
    code.select()
    return true
  }
  return $makeList(block, node, typed)
}

function $makeList(block: ParagraphNode, node: TextNode, typed: string): boolean {
  const match = /^(?:([-*+])|(\d{1,9})[.)]|\[([ xX]?)\]) $/.exec(typed)
  if (match === null) return false
  const [, bullet, number, boxed] = match
  const isBox = bullet === undefined && number === undefined
  if (!isBox && !begins(typed, 'list')) return false
  $dropTyped(node, typed)
  const list = $createListNode(number !== undefined, number === undefined ? 1 : Number(number))
  const item = $createItemNode(isBox ? (boxed?.toLowerCase() === 'x' ? 'x' : ' ') : null)
  block.insertBefore(list)
  item.append(block)
  list.append(item)
  const container = list.getParent()
  if (container !== null) $joinLists(container)
  return true
}

/** Takes the typed marker off and leaves the caret at the start of what is behind it. */
function $dropTyped(node: TextNode, typed: string): void {
  const block = node.getParentOrThrow()
  if (node.getTextContent() === typed) {
    node.remove()
    block.selectStart()
  } else {
    node.spliceText(0, typed.length, '')
    node.select(0, 0)
  }
}

/** Whether Markdown reads what was typed, with text behind it, as the block we are about to make. */
function begins(typed: string, type: 'heading' | 'quote' | 'list'): boolean {
  return parseEntry(`\n${typed}x`).blocks[0]?.type === type
}
