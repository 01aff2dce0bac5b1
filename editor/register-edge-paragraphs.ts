import { $isTableNode } from '@lexical/table'
import {
  $createParagraphNode,
  $findMatchingParent,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  CLICK_COMMAND,
  COMMAND_PRIORITY_LOW,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { $findCell, $findTextBlock, $isAtEnd, $isAtStart } from './commands/positions.ts'
import { $isCodeBlockNode } from './nodes/code-block-node.ts'
import { $isQuoteNode } from './nodes/quote-node.ts'

/**
 * A way out of an entry that begins or ends with code, a table, a quote, a rule or a source block: the arrow key
 * there, or a click below the last block, gives a blank paragraph to type in. It is nothing in Markdown until
 * something is typed. Returns the undo of the registration.
 */
export function registerEdgeParagraphs(editor: LexicalEditor): () => void {
  const leave = (event: KeyboardEvent, direction: 'up' | 'down'): boolean => {
    if (event.shiftKey || event.altKey || event.ctrlKey || event.metaKey || !editor.isEditable()) return false
    if (!$leaveEntryEdge(direction)) return false
    event.preventDefault()
    return true
  }
  return mergeRegister(
    editor.registerCommand(KEY_ARROW_DOWN_COMMAND, (event) => leave(event, 'down'), COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ARROW_UP_COMMAND, (event) => leave(event, 'up'), COMMAND_PRIORITY_LOW),
    editor.registerCommand(CLICK_COMMAND, (event) => $clickBelow(editor, event), COMMAND_PRIORITY_LOW),
  )
}

function $leaveEntryEdge(direction: 'up' | 'down'): boolean {
  const edge = direction === 'up' ? $getRoot().getFirstChild() : $getRoot().getLastChild()
  if (edge === null || !$isClosed(edge) || !$isCaretAtEdge(edge, direction)) return false
  const paragraph = $createParagraphNode()
  if (direction === 'up') edge.insertBefore(paragraph)
  else edge.insertAfter(paragraph)
  paragraph.select()
  return true
}

/** Blocks behind which no caret can be put by typing on. */
function $isClosed(node: LexicalNode): boolean {
  return $isCodeBlockNode(node) || $isQuoteNode(node) || $isTableNode(node) || !$isElementNode(node)
}

function $isCaretAtEdge(edge: LexicalNode, direction: 'up' | 'down'): boolean {
  const selection = $getSelection()
  if ($isNodeSelection(selection)) return selection.has(edge.getKey())
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const node = selection.anchor.getNode()
  if ($findMatchingParent(node, (ancestor) => ancestor.is(edge)) === null) return false
  const cell = $findCell(node)
  const row = cell?.getParent()
  if (row !== null && row !== undefined)
    return (direction === 'up' ? row.getPreviousSibling() : row.getNextSibling()) === null
  const block = $findTextBlock(node)
  if (block === null) return false
  return direction === 'up' ? $isAtStart(selection.anchor, edge) : $isAtEnd(selection.anchor, edge)
}

/** A click on the page itself, not on a block. */
function $clickBelow(editor: LexicalEditor, event: MouseEvent): boolean {
  const root = editor.getRootElement()
  if (root === null || event.target !== root || !editor.isEditable()) return false
  const last = $getRoot().getLastChild()
  if (last === null || !$isClosed(last)) return false
  const below =
    editor.getElementByKey(last.getKey())?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY
  if (event.clientY < below) return false
  const paragraph = $createParagraphNode()
  last.insertAfter(paragraph)
  paragraph.select()
  return true
}
