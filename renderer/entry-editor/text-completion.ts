import {
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type RangeSelection,
  type TextNode,
} from 'lexical'
import { $findTextBlock } from '../../editor/commands/positions.ts'
import { $isCodeBlockNode } from '../../editor/nodes/code-block-node.ts'
import type { CompletionPort } from './completion.ts'

/** Completion in the rich text; `insertMarkdown` puts a link in place of the selection. */
export function createTextCompletion(
  editor: LexicalEditor,
  insertMarkdown: (markdown: string) => void,
): CompletionPort {
  return {
    readBefore: () =>
      editor.getEditorState().read(() => {
        const caret = $findCaret()
        if (caret !== null) return caret.node.getTextContent().slice(0, caret.selection.anchor.offset)
        return $isAtEmptyStart() ? '' : null
      }),
    readAnchor(length) {
      const range = editor.getRootElement()?.ownerDocument.getSelection()?.getRangeAt(0)
      if (range === undefined || range.startContainer.nodeType !== Node.TEXT_NODE) return null
      const begin = range.cloneRange()
      begin.setStart(range.startContainer, Math.max(0, range.startOffset - length))
      return begin.getClientRects()[0] ?? null
    },
    replaceBefore(length, markdown) {
      editor.update(
        () => {
          const caret = $findCaret()
          if (caret === null) return
          const { anchor } = caret.selection
          anchor.set(anchor.key, Math.max(0, anchor.offset - length), 'text')
        },
        { discrete: true },
      )
      insertMarkdown(markdown)
    },
    onUpdate: (listener) =>
      editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) =>
        listener(dirtyElements.size + dirtyLeaves.size > 0),
      ),
  }
}

/** An empty line has no words to stand in. */
function $isAtEmptyStart(): boolean {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false
  const { type, offset } = selection.anchor
  return type === 'element' && offset === 0 && !$isCodeBlockNode($findTextBlock(selection.anchor.getNode()))
}

/** A caret in plain words of a text that can be edited. */
function $findCaret(): { readonly selection: RangeSelection; readonly node: TextNode } | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || node.hasFormat('code') || $isCodeBlockNode($findTextBlock(node))) return null
  return { selection, node }
}
