import { $isHeadingNode } from '@lexical/rich-text'
import {
  $isTableCellNode,
  $isTableNode,
  $isTableRowNode,
  type TableCellNode,
  type TableNode,
} from '@lexical/table'
import { $isElementNode, $isParagraphNode, type ElementNode, type LexicalNode, type NodeKey } from 'lexical'
import type {
  Alignment,
  Block,
  Cell,
  Heading,
  Item,
  Row,
  Run,
  Table,
  TreeNode,
} from '../shared/markdown/tree.ts'
import { $isCodeBlockNode } from './nodes/code-block-node.ts'
import { $isItemNode, type ItemNode } from './nodes/item-node.ts'
import { $isListNode } from './nodes/list-node.ts'
import { $isQuoteNode } from './nodes/quote-node.ts'
import { $isRuleNode } from './nodes/rule-node.ts'
import { $isSourceBlockNode, type SourceBlockNode } from './nodes/source-block-node.ts'
import { $projectRuns, trimRuns } from './project-runs.ts'
import { isShownAsSource } from './shown-as-source.ts'

/** Projected blocks and items by key, so that a save projects only what changed. The owner deletes what is dirty. */
export type ProjectionCache = Map<NodeKey, Block | Item>

export type ReadonlyBases = ReadonlyMap<NodeKey, TreeNode>

/**
 * The intended tree: what the children of `root` say, with pointers to the base nodes they came from.
 *
 * One block per child, in order; empty paragraphs are included at this level (so that spans can be matched to nodes)
 * and left out inside quotes and items, where they are only a place for the caret. Call inside a read or update.
 */
export function $projectBlocks(root: ElementNode, bases: ReadonlyBases): Block[] {
  return root.getChildren().map((node) => $projectBlock(node, bases))
}

/**
 * One block node as a block of the intended tree. What `known` holds is taken from there, and what it does not hold is
 * entered. Throws for a node no entry can hold.
 */
export function $projectBlock(node: LexicalNode, bases: ReadonlyBases, known?: ProjectionCache): Block {
  const found = known?.get(node.getKey())
  if (found !== undefined && found.type !== 'item') return found
  const block = $makeBlock(node, bases, known)
  known?.set(node.getKey(), block)
  return block
}

function $makeBlock(node: LexicalNode, bases: ReadonlyBases, known?: ProjectionCache): Block {
  if ($isParagraphNode(node)) {
    const base = baseOf(node, bases, 'paragraph')
    return { type: 'paragraph', ...base, runs: trimRuns($projectRuns(node), base.base?.runs) }
  }
  if ($isHeadingNode(node)) {
    const level = Number(node.getTag().slice(1)) as Heading['level']
    const base = baseOf(node, bases, 'heading')
    return { type: 'heading', ...base, level, runs: trimRuns($projectRuns(node), base.base?.runs) }
  }
  if ($isListNode(node)) {
    const base = baseOf(node, bases, 'list')
    const items = node.getChildren().filter($isItemNode)
    return {
      type: 'list',
      ...base,
      ordered: node.isOrdered(),
      start: node.getStart(),
      items: items.map((item) => $projectItem(item, bases, known)),
    }
  }
  if ($isQuoteNode(node)) {
    return { type: 'quote', ...baseOf(node, bases, 'quote'), blocks: $projectContent(node, bases, known) }
  }
  if ($isCodeBlockNode(node)) {
    return { type: 'code', ...baseOf(node, bases, 'code'), info: node.getInfo(), text: node.getTextContent() }
  }
  if ($isTableNode(node)) return $projectTable(node, bases)
  if ($isRuleNode(node)) return { type: 'rule', ...baseOf(node, bases, 'rule') }
  if ($isSourceBlockNode(node)) return $projectSource(node, bases)
  throw new Error(`an entry cannot hold a node of type ${node.getType()}`)
}

function $projectSource(node: SourceBlockNode, bases: ReadonlyBases): Block {
  const base = bases.get(node.getKey())
  // A block that the nodes could not hold, as it was opened.
  if (base !== undefined && isShownAsSource(base, node.getText())) return base
  return { type: 'source', ...baseOf(node, bases, 'source'), form: node.getForm(), text: node.getText() }
}

/** One list item and all below it; `known` as for blocks. */
export function $projectItem(node: ItemNode, bases: ReadonlyBases, known?: ProjectionCache): Item {
  const found = known?.get(node.getKey())
  if (found?.type === 'item') return found
  const item: Item = {
    type: 'item',
    ...baseOf(node, bases, 'item'),
    box: node.getBox(),
    blocks: $projectContent(node, bases, known),
  }
  known?.set(node.getKey(), item)
  return item
}

function $projectContent(container: ElementNode, bases: ReadonlyBases, known?: ProjectionCache): Block[] {
  return container
    .getChildren()
    .filter((child) => !($isParagraphNode(child) && child.isEmpty()))
    .map((child) => $projectBlock(child, bases, known))
}

function $projectTable(table: TableNode, bases: ReadonlyBases): Table {
  const rowNodes = table.getChildren().filter($isTableRowNode)
  const header = rowNodes[0]?.getChildren().filter($isTableCellNode) ?? []
  const rows = rowNodes.map((row): Row => {
    const cells = row
      .getChildren()
      .filter($isTableCellNode)
      .map((cell) => $projectCell(cell, bases))
    return { type: 'row', ...baseOf(row, bases, 'row'), cells }
  })
  return { type: 'table', ...baseOf(table, bases, 'table'), align: header.map($readAlignment), rows }
}

function $readAlignment(cell: TableCellNode): Alignment {
  const format = cell.getFormatType()
  return format === 'left' || format === 'center' || format === 'right' ? format : null
}

/** A cell is one line in Markdown: the texts of several paragraphs (from a paste) are joined by a space. */
function $projectCell(cell: TableCellNode, bases: ReadonlyBases): Cell {
  const runs: Run[] = []
  for (const child of cell.getChildren().filter($isElementNode)) {
    const more = $projectRuns(child)
    if (runs.length > 0 && more.length > 0) runs.push({ kind: 'text', text: ' ', marks: 0, link: null })
    runs.push(...more)
  }
  return { type: 'cell', ...baseOf(cell, bases, 'cell'), runs: trimRuns(runs) }
}

/** The base node of this key, when it is still of the same type: a paragraph made a heading is a new block. */
function baseOf<T extends TreeNode['type']>(
  node: LexicalNode,
  bases: ReadonlyBases,
  type: T,
): { base?: Extract<TreeNode, { type: T }> } {
  const base = bases.get(node.getKey())
  return base !== undefined && base.type === type ? { base: base as Extract<TreeNode, { type: T }> } : {}
}
