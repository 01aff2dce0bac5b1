import { $getNodeByKey, $isTextNode, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical'
import { $importBlocks } from '../../editor/import-entry.ts'
import { $createRunNodes } from '../../editor/import-runs.ts'
import { $isOpaqueInlineNode, type OpaqueInlineNode } from '../../editor/nodes/opaque-inline-node.ts'
import { $isSourceBlockNode, type SourceBlockNode } from '../../editor/nodes/source-block-node.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import type { Block } from '../../shared/markdown/tree.ts'
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

/**
 * Gives a node another source. What the source has become decides what stands there then: the same kind of node,
 * text, other blocks; an empty one removes it. Call inside an update.
 */
export function $replaceNodeSource(nodeKey: NodeKey, source: string): void {
  const node = $getNodeByKey(nodeKey)
  if ($isOpaqueInlineNode(node)) $replaceInline(node, source)
  else if ($isSourceBlockNode(node)) $replaceBlock(node, source)
}

function $replaceInline(node: OpaqueInlineNode, source: string): void {
  if (source.trim() === '') {
    node.selectPrevious()
    node.remove()
    return
  }
  const paragraph = readBlocks(source)[0]
  const runs = paragraph?.type === 'paragraph' ? paragraph.runs : []
  const isOnePiece = runs.length === 1 && runs[0]?.kind === 'opaque' && runs[0].form === node.getForm()
  if (isOnePiece || runs.length === 0 || dependsOnContext(source)) {
    node.setSource(source)
    return
  }
  const nodes = $createRunNodes(runs)
  for (const made of nodes) {
    $addMarks(made, node.getMarks())
    node.insertBefore(made)
  }
  node.selectPrevious()
  node.remove()
}

/**
 * Marks whose meaning is made elsewhere: in a definition further down, or by standing first in a quote. Read alone
 * they are mere text, and would be escaped as such.
 */
function dependsOnContext(source: string): boolean {
  return /^!?\[[\s\S]*\](\[[^\]]*\])?$/.test(source)
}

function $addMarks(node: LexicalNode, marks: number): void {
  if ($isTextNode(node)) node.setFormat(node.getFormat() | marks)
  else if ($isOpaqueInlineNode(node)) node.setMarks(node.getMarks() | marks)
}

function $replaceBlock(node: SourceBlockNode, source: string): void {
  const blocks = readBlocks(source)
  const only = blocks[0]
  if (blocks.length === 1 && only?.type === 'source' && only.form === node.getForm()) {
    node.setText(source)
    return
  }
  const made = $importBlocks(blocks, new Map())
  for (const block of made) node.insertBefore(block)
  if (made.length === 0) node.selectPrevious()
  node.remove()
}

/** Blocks of a piece of Markdown; a line end in front, so that a rule is not taken for the fence of front matter. */
function readBlocks(source: string): readonly Block[] {
  return parseEntry(`\n${source}`).blocks
}
