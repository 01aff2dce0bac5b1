import { $getSelection, $isRangeSelection, $isTextNode, type RangeSelection } from 'lexical'
import type { EntryLinkNode } from '../nodes/entry-link-node.ts'
import { $findLink } from './links.ts'
import { orderedPoints } from './positions.ts'
import { $removeSelectedText } from './remove-text.ts'

/**
 * Text typed or inserted over a selection. True when done here; false leaves it to Lexical (nothing selected).
 *
 * Inside one link the link stays, even when all of its text is replaced: Lexical would delete it, and would put text
 * that replaces its last word behind it.
 */
export function $typeOverSelection(text: string): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || selection.isCollapsed() || text === '') return false
  const link = $findLink(selection)
  if (link !== null && $replaceInLink(selection, link, text)) return true
  const [start] = orderedPoints(selection)
  const first = start.getNode()
  const format = $isTextNode(first) ? first.getFormat() : selection.format
  $removeSelectedText(selection)
  const rest = $getSelection()
  if (!$isRangeSelection(rest)) return true
  rest.setFormat(format)
  rest.insertText(text)
  return true
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
    first.spliceText(startOffset, endOffset - startOffset, text, true)
    return true
  }
  for (const node of selection.getNodes())
    if (!node.is(first) && !node.is(last) && !node.is(link)) node.remove()
  last.spliceText(0, endOffset, '')
  first.spliceText(startOffset, first.getTextContentSize() - startOffset, text, true)
  if (last.getTextContentSize() === 0) last.remove()
  return true
}
