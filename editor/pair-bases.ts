import { $isTableCellNode } from '@lexical/table'
import { $isElementNode, $isParagraphNode, type LexicalNode } from 'lexical'
import { innerOf } from '../shared/markdown/inner-nodes.ts'
import type { Block, TreeNode } from '../shared/markdown/tree.ts'
import type { BaseByKey } from './import-entry.ts'

/**
 * Enters a parsed block and all below it as the base of a Lexical node that says the same.
 *
 * False, with nothing entered, when their shapes differ: equal keys do not promise that (two neighbouring lists and
 * one list are the same document). Call inside a read or update.
 */
export function $pairBases(node: LexicalNode, block: Block, bases: BaseByKey): boolean {
  const pairs: [LexicalNode, TreeNode][] = []
  if (!$collectPairs(node, block, pairs)) return false
  for (const [paired, base] of pairs) bases.set(paired.getKey(), base)
  return true
}

function $collectPairs(node: LexicalNode, base: TreeNode, pairs: [LexicalNode, TreeNode][]): boolean {
  if ($typeOf(node) !== base.type) return false
  pairs.push([node, base])
  const inner = innerOf(base)
  if (inner.length === 0) return true
  if (!$isElementNode(node)) return false
  const children = node.getChildren().filter((child) => !($isParagraphNode(child) && child.isEmpty()))
  return (
    children.length === inner.length &&
    inner.every((part, index) => {
      const child = children[index]
      return child !== undefined && $collectPairs(child, part, pairs)
    })
  )
}

function $typeOf(node: LexicalNode): TreeNode['type'] | null {
  if ($isTableCellNode(node)) return 'cell'
  return typeOfNodeType[node.getType()] ?? null
}

const typeOfNodeType: Readonly<Record<string, TreeNode['type']>> = {
  paragraph: 'paragraph',
  heading: 'heading',
  'entry-quote': 'quote',
  'entry-list': 'list',
  'entry-item': 'item',
  'entry-code': 'code',
  table: 'table',
  tablerow: 'row',
  rule: 'rule',
  'source-block': 'source',
}
