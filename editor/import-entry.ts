import { $createHeadingNode, type HeadingTagType } from '@lexical/rich-text'
import {
  $createTableCellNode,
  $createTableNode,
  $createTableRowNode,
  TableCellHeaderStates,
  type TableNode,
} from '@lexical/table'
import { $createParagraphNode, type ElementNode, type LexicalNode, type NodeKey } from 'lexical'
import type { Alignment, Block, Item, List, Run, Table, TreeNode } from '../shared/markdown/tree.ts'
import { $createRunNodes } from './import-runs.ts'
import { $createCodeBlockNode } from './nodes/code-block-node.ts'
import { $createItemNode, type ItemNode } from './nodes/item-node.ts'
import { $createListNode, type ListNode } from './nodes/list-node.ts'
import { $createQuoteNode } from './nodes/quote-node.ts'
import { $createRuleNode } from './nodes/rule-node.ts'
import { $createSourceBlockNode } from './nodes/source-block-node.ts'

/**
 * Which node of the base tree a Lexical node was made from.
 *
 * By key, because keys outlive every edit, undo and redo; nothing is stored on the nodes themselves, where a copy
 * into another entry would carry it along and lie.
 */
export type BaseByKey = Map<NodeKey, TreeNode>

/**
 * Makes Lexical nodes from blocks of the base tree, and enters them and all nodes below into `bases`.
 *
 * The nodes are not attached; append them to the root or insert them. Call inside an update.
 */
export function $importBlocks(blocks: readonly Block[], bases: BaseByKey): LexicalNode[] {
  return blocks.map((block) => $importBlock(block, bases))
}

function $importBlock(block: Block, bases: BaseByKey): LexicalNode {
  const node = $createBlockNode(block, bases)
  bases.set(node.getKey(), block)
  return node
}

function $createBlockNode(block: Block, bases: BaseByKey): LexicalNode {
  switch (block.type) {
    case 'paragraph':
      return $createParagraphNode().append(...$createRunNodes(block.runs))
    case 'heading':
      return $createHeadingNode(`h${block.level}` as HeadingTagType).append(...$createRunNodes(block.runs))
    case 'rule':
      return $createRuleNode()
    case 'quote':
      return $fillContainer($createQuoteNode(), block.blocks, bases)
    case 'list':
      return $importList(block, bases)
    case 'code':
      return $createCodeBlockNode(block.info, block.text)
    case 'table':
      return $importTable(block, bases)
    case 'source':
      return $createSourceBlockNode(block.form, block.text)
  }
}

/** An item or quote without blocks gets an empty paragraph, which Markdown does not know, to put the caret in. */
function $fillContainer<N extends ElementNode>(container: N, blocks: readonly Block[], bases: BaseByKey): N {
  return container.append(...(blocks.length === 0 ? [$createParagraphNode()] : $importBlocks(blocks, bases)))
}

function $importList(list: List, bases: BaseByKey): ListNode {
  return $createListNode(list.ordered, list.start).append(
    ...list.items.map((item) => $importItem(item, bases)),
  )
}

function $importItem(item: Item, bases: BaseByKey): ItemNode {
  const node = $fillContainer($createItemNode(item.box), item.blocks, bases)
  bases.set(node.getKey(), item)
  return node
}

function $importTable(table: Table, bases: BaseByKey): TableNode {
  const tableNode = $createTableNode()
  for (const [rowIndex, row] of table.rows.entries()) {
    const rowNode = $createTableRowNode()
    bases.set(rowNode.getKey(), row)
    for (const [columnIndex, cell] of row.cells.entries()) {
      const cellNode = $createCell(rowIndex === 0, table.align[columnIndex] ?? null, cell.runs)
      bases.set(cellNode.getKey(), cell)
      rowNode.append(cellNode)
    }
    tableNode.append(rowNode)
  }
  return tableNode
}

/** A cell with its one paragraph. The column's alignment is the cell's format; the header row's is what is saved. */
export function $createCell(isHeader: boolean, alignment: Alignment, runs: readonly Run[] = []): ElementNode {
  const cell = $createTableCellNode(isHeader ? TableCellHeaderStates.ROW : TableCellHeaderStates.NO_STATUS)
  cell.setFormat(alignment ?? '')
  return cell.append($createParagraphNode().append(...$createRunNodes(runs)))
}
