import type { RangeSelection } from 'lexical'
import { $findTextBlock, type TextBlock } from './positions.ts'

/**
 * Splits a block at a caret that is neither at its start nor at its end; gives the second half, of the same type.
 *
 * Lexical's heading takes a caret at offset 0 of any text in it (behind bold text, say) for its own start, and then
 * makes the first half a paragraph. So such a caret is told by its place among the children.
 */
export function $splitTextBlock(selection: RangeSelection, block: TextBlock): TextBlock | null {
  if (selection.anchor.offset === 0) $tellByIndex(selection, block)
  const second = selection.insertParagraph()
  return second === null ? null : $findTextBlock(second)
}

function $tellByIndex(selection: RangeSelection, block: TextBlock): void {
  for (let node = selection.anchor.getNode(); !node.is(block); node = node.getParentOrThrow()) {
    const index = node.getIndexWithinParent()
    if (index === 0) continue
    const key = node.getParentOrThrow().getKey()
    selection.anchor.set(key, index, 'element')
    selection.focus.set(key, index, 'element')
    return
  }
}
