import { $getNodeByKey, type LexicalEditor, type NodeKey } from 'lexical'
import { $isOpaqueInlineNode } from '../../editor/nodes/opaque-inline-node.ts'
import { $isSourceBlockNode } from '../../editor/nodes/source-block-node.ts'
import { nameInlineForm, nameSourceForm } from './opaque-source.ts'

/** The source that a node shows, and what it is called. */
export interface NodeSource {
  readonly name: string
  readonly text: string
  readonly isBlock: boolean
}

/** Reads the source of an opaque piece or a source block; null when the node is gone or of another kind. */
export function readNodeSource(editor: LexicalEditor, nodeKey: NodeKey): NodeSource | null {
  return editor.read(() => {
    const node = $getNodeByKey(nodeKey)
    if ($isOpaqueInlineNode(node)) {
      return { name: nameInlineForm(node.getForm()), text: node.getSource(), isBlock: false }
    }
    if ($isSourceBlockNode(node)) {
      return { name: nameSourceForm(node.getForm()), text: node.getText(), isBlock: true }
    }
    return null
  })
}

/** Gives a node another source; an empty one removes it. */
export function $replaceNodeSource(nodeKey: NodeKey, text: string): void {
  const node = $getNodeByKey(nodeKey)
  if (!$isOpaqueInlineNode(node) && !$isSourceBlockNode(node)) return
  if (text.trim() === '') {
    node.selectPrevious()
    node.remove()
  } else if ($isOpaqueInlineNode(node)) {
    node.setSource(text)
  } else {
    node.setText(text)
  }
}
