import {
  $addUpdateTag,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_CRITICAL,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  INSERT_PARAGRAPH_COMMAND,
  mergeRegister,
  PASTE_TAG,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import { $findCell, $findTextBlock } from '../commands/positions.ts'
import { $isCodeBlockNode } from '../nodes/code-block-node.ts'
import { FROM_DISK_TAG } from '../track-dirty-blocks.ts'
import { $applyBlockShortcut } from './block-shortcuts.ts'
import { $applyEnterShortcut } from './enter-shortcuts.ts'
import { $applyInlineShortcut } from './inline-shortcuts.ts'

/** Characters a shortcut can end with. */
const lastCharacters = new Set([' ', '*', '_', '~', '`', ')', ']'])

/**
 * Markdown typed is Markdown meant: `# `, `- `, `**bold**` and the like become what they say, each as an undo step of
 * its own, so that Ctrl+Z gives back the typed characters. Not inside code. Returns the undo of the registration.
 */
export function registerMarkdownShortcuts(editor: LexicalEditor): () => void {
  return mergeRegister(
    editor.registerUpdateListener(({ tags, dirtyLeaves, editorState, prevEditorState }) => {
      if (tags.has(HISTORIC_TAG) || tags.has(FROM_DISK_TAG) || tags.has(PASTE_TAG) || editor.isComposing())
        return
      const key = readTypedKey(editorState, prevEditorState, dirtyLeaves)
      if (key !== null) editor.update(() => $applyShortcut(key))
    }),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, $applyEnterShortcut, COMMAND_PRIORITY_CRITICAL),
  )
}

/** The text node that just got one character before the caret, when a shortcut may end with that character. */
function readTypedKey(
  now: EditorState,
  before: EditorState,
  dirtyLeaves: ReadonlySet<NodeKey>,
): NodeKey | null {
  const selection = now._selection
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text')
    return null
  const { key, offset } = selection.anchor
  const node = now._nodeMap.get(key)
  const old = before._nodeMap.get(key)
  if (!dirtyLeaves.has(key) || !$isTextNode(node) || !lastCharacters.has(node.__text.charAt(offset - 1)))
    return null
  const oldText = $isTextNode(old) ? old.__text : ''
  const isTyped =
    node.__text.length === oldText.length + 1 &&
    node.__text.slice(0, offset - 1) + node.__text.slice(offset) === oldText
  return isTyped ? key : null
}

function $applyShortcut(key: NodeKey): void {
  const node = $getNodeByKey(key)
  const selection = $getSelection()
  if (
    !$isTextNode(node) ||
    !$isRangeSelection(selection) ||
    !selection.isCollapsed() ||
    selection.anchor.key !== key
  )
    return
  const block = $findTextBlock(node)
  if (block === null || $isCodeBlockNode(block)) return
  const isSpace = node.getTextContent().charAt(selection.anchor.offset - 1) === ' '
  if (isSpace && $findCell(node) !== null) return
  const isDone = isSpace ? $applyBlockShortcut(node, selection) : $applyInlineShortcut(node, selection)
  if (isDone) $addUpdateTag(HISTORY_PUSH_TAG)
}
