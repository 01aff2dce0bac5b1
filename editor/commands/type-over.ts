import {
  $getEditor,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type NodeKey,
  type PointType,
  type RangeSelection,
  type TextNode,
} from 'lexical'
import { $isEntryLinkNode, type EntryLinkNode } from '../nodes/entry-link-node.ts'
import { $isBehindAddress } from './bare-urls.ts'
import { $findLink } from './links.ts'
import { $textBlockAt, orderedPoints } from './positions.ts'
import { $removeSelectedText } from './remove-text.ts'

/** Where typing over a link's text goes on inside it: the caret right behind what was typed last. */
const openEnds = new WeakMap<LexicalEditor, { readonly key: NodeKey; readonly offset: number }>()

/**
 * Text typed or inserted. True when done here; false leaves it to Lexical (nothing selected).
 *
 * Inside one link the link stays, even when all of its text is replaced: Lexical would delete it, or put what
 * replaces its last word behind it. What is typed on belongs to the new text of the link, until the caret moves.
 */
export function $typeOverSelection(text: string): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || text === '') return false
  if (selection.isCollapsed()) {
    $textBlockAt(selection)
    const { anchor } = selection
    const before = anchor.getNode()
    // In an address Markdown knows no marks: what is typed on is part of it, whatever mark was chosen.
    if ($isTextNode(before) && !/^[\s<]/.test(text) && $isBehindAddress(anchor, before))
      selection.setFormat(before.getFormat())
    return $continueInLink(selection, text)
  }
  const link = $findLink(selection)
  if (link !== null && $replaceInLink(selection, link, text)) return true
  const [start] = orderedPoints(selection)
  const first = start.getNode()
  const format = $isTextNode(first) ? first.getFormat() : selection.format
  const caret = $removeSelectedText(selection)
  caret.setFormat(format)
  caret.insertText(text)
  return true
}

/** The caret was moved on purpose: what is typed at the end of a link goes behind it again. */
export function closeLinkEnd(editor: LexicalEditor): void {
  openEnds.delete(editor)
}

function $continueInLink({ anchor }: RangeSelection, text: string): boolean {
  const open = openEnds.get($getEditor())
  if (open === undefined) return false
  const node = $getNodeByKey(open.key)
  if (!$isTextNode(node) || !$isRightBehind(anchor, node, open.offset)) {
    openEnds.delete($getEditor())
    return false
  }
  $splice(node, open.offset, 0, text)
  return true
}

/** Lexical moves a caret that the browser reports at the end of a link to the start of what follows it. */
function $isRightBehind(point: PointType, node: TextNode, offset: number): boolean {
  if (point.key === node.getKey()) return point.offset === offset
  const link = node.getParent()
  if (offset !== node.getTextContentSize() || node.getNextSibling() !== null || !$isEntryLinkNode(link))
    return false
  const behind = link.getNextSibling()
  if (point.type === 'text') return point.offset === 0 && behind !== null && point.key === behind.getKey()
  return point.key === link.getParent()?.getKey() && point.offset === link.getIndexWithinParent() + 1
}

function $splice(node: TextNode, offset: number, length: number, text: string): void {
  node.spliceText(offset, length, text, true)
  openEnds.set($getEditor(), { key: node.getKey(), offset: offset + text.length })
}

function $replaceInLink(selection: RangeSelection, link: EntryLinkNode, text: string): boolean {
  const [start, end] = orderedPoints(selection)
  const first = start.getNode()
  const last = end.getNode()
  if (!$isTextNode(first) || !$isTextNode(last) || !link.isParentOf(first) || !link.isParentOf(last))
    return false
  const endOffset = end.offset
  const startOffset = start.offset
  if (first.is(last)) {
    $splice(first, startOffset, endOffset - startOffset, text)
    return true
  }
  for (const node of selection.getNodes())
    if (!node.is(first) && !node.is(last) && !node.is(link)) node.remove()
  last.spliceText(0, endOffset, '')
  $splice(first, startOffset, first.getTextContentSize() - startOffset, text)
  if (last.getTextContentSize() === 0) last.remove()
  return true
}
