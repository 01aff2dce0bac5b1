import { $getSelection, type LexicalEditor } from 'lexical'
import { $findLink } from '../../editor/commands/links.ts'
import type { Anchor } from './floating-panel.tsx'

/** Where the selection begins on the screen; null when it is not in the text (a field of a panel has it). */
export function readSelectionAnchor(editor: LexicalEditor): Anchor | null {
  const root = editor.getRootElement()
  const selection = root?.ownerDocument.getSelection()
  if (!root || !selection || selection.rangeCount === 0 || !root.contains(selection.anchorNode)) return null
  const range = selection.getRangeAt(0)
  const rect = [...range.getClientRects()].find((candidate) => candidate.height > 0)
  if (rect !== undefined) return rect
  // An empty line has no rectangles: its element stands for the caret.
  const node = range.startContainer
  const element = node instanceof Element ? node : node.parentElement
  return element === null || element === root ? null : element.getBoundingClientRect()
}

/** Where the link around the caret stands, else the selection. */
export function readLinkAnchor(editor: LexicalEditor): Anchor | null {
  const key = editor.read(() => $findLink($getSelection())?.getKey())
  const element = key === undefined ? null : editor.getElementByKey(key)
  return element?.getClientRects()[0] ?? readSelectionAnchor(editor)
}
