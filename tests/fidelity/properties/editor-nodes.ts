import assert from 'node:assert/strict'
import {
  $getRoot,
  $isDecoratorNode,
  $isElementNode,
  $isParagraphNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { $isItemNode } from '../../../editor/nodes/item-node.ts'
import { $isListNode } from '../../../editor/nodes/list-node.ts'
import { $isQuoteNode } from '../../../editor/nodes/quote-node.ts'

/** Every container holds what it should: lists items, items and quotes blocks, paragraphs inline nodes. */
export function expectSoundNodes(editor: LexicalEditor, told: string): void {
  editor.read(() => $expectSound($getRoot(), told))
}

function $expectSound(node: LexicalNode, told: string): void {
  if (!$isElementNode(node)) return
  const children = node.getChildren()
  if ($isListNode(node))
    assert.ok(children.length > 0 && children.every($isItemNode), `${told}: a list holds items`)
  else if ($isItemNode(node) || $isQuoteNode(node) || node.getType() === 'root')
    assert.ok(
      children.length > 0 && children.every((child) => !child.isInline() && !$isItemNode(child)),
      `${told}: a container holds blocks`,
    )
  else if ($isParagraphNode(node))
    assert.ok(
      children.every((child) => child.isInline()),
      `${told}: a paragraph holds text`,
    )
  for (const child of children) if (!$isDecoratorNode(child)) $expectSound(child, told)
}
