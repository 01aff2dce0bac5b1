import {
  $createParagraphNode,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalNode,
  type RangeSelection,
} from 'lexical'
import type { Block, Run } from '../../shared/markdown/tree.ts'
import { $isBlankItem, $joinLists, $listOf, $removeIfEmpty } from '../commands/item-structure.ts'
import { $findCell, $isAtEnd, $isAtStart, $textBlockAt, type TextBlock } from '../commands/positions.ts'
import { $removeSelectedText } from '../commands/remove-text.ts'
import { $splitTextBlock } from '../commands/split-block.ts'
import { $importBlocks } from '../import-entry.ts'
import { $createRunNodes } from '../import-runs.ts'
import { $createCodeLines, $isCodeBlockNode } from '../nodes/code-block-node.ts'
import { $createItemNode, $isItemNode, type ItemNode } from '../nodes/item-node.ts'
import { $isListNode } from '../nodes/list-node.ts'
import type { SelectedContent } from './project-selection.ts'

/**
 * Puts content in place of the selection, the caret behind it. True when it did; false without a text selection.
 *
 * Text joins the text around the caret; blocks stand between its halves, and a paragraph at either end of them joins
 * the half it meets. Lists pasted into an item become its neighbours. A table cell takes the text alone.
 */
export function $insertContent({ blocks, isInline }: SelectedContent): boolean {
  const selected = $getSelection()
  if (!$isRangeSelection(selected) || blocks.length === 0) return false
  const selection = $removeSelectedText(selected)
  const block = $textBlockAt(selection)
  if (block === null) return $insertAtContainer(selection, blocks)
  if ($isCodeBlockNode(block)) {
    selection.insertNodes($createCodeLines(blocks.flatMap(textOfBlock).join('\n')))
    return true
  }
  const [only] = blocks
  if ($findCell(block) !== null) $insertRuns(selection, joinRuns(blocks))
  else if (isInline && only?.type === 'paragraph') $insertRuns(selection, only.runs)
  else $insertBetween(selection, block, blocks)
  return true
}

function $insertRuns(selection: RangeSelection, runs: readonly Run[]): void {
  const nodes = $createRunNodes(runs)
  if (nodes.length > 0) selection.insertNodes(nodes)
}

/** The caret is between blocks (in front of a rule, say). */
function $insertAtContainer(selection: RangeSelection, blocks: readonly Block[]): boolean {
  const container = selection.anchor.getNode()
  if (!$isElementNode(container)) return false
  const nodes = $importBlocks(blocks, new Map())
  container.splice(selection.anchor.offset, 0, nodes)
  nodes.at(-1)?.selectEnd()
  return true
}

function $insertBetween(selection: RangeSelection, block: TextBlock, blocks: readonly Block[]): void {
  const nodes = $importBlocks(blocks, new Map())
  const parent = block.getParent()
  const isItemText = $isItemNode(parent) && block.getPreviousSibling() === null
  const [head, tail] = $splitAt(selection, block)
  if (isItemText && nodes.every($isListNode)) {
    $insertItems(parent, tail, nodes)
    return
  }
  const last = $placeBlocks(head, nodes)
  last.selectEnd()
  if (tail !== null) $joinTail(last, tail)
  if (parent !== null && parent.isAttached()) $joinLists(parent)
}

/** The block in front of the caret and the one behind it: null when nothing stands there, a new one when it is all. */
function $splitAt(selection: RangeSelection, block: TextBlock): [TextBlock, TextBlock | null] {
  if ($isAtEnd(selection.anchor, block)) return [block, null]
  if ($isAtStart(selection.anchor, block)) {
    const head = $createParagraphNode()
    block.insertBefore(head)
    return [head, block]
  }
  return [block, $splitTextBlock(selection, block)]
}

/** Puts the nodes between the halves; a first paragraph joins the first half. Returns the last node in place. */
function $placeBlocks(block: TextBlock, nodes: readonly LexicalNode[]): LexicalNode {
  const [first, ...rest] = nodes
  let after: LexicalNode = block
  if (first !== undefined && $isParagraphNode(first) && !block.isEmpty()) block.append(...first.getChildren())
  else if (first !== undefined) rest.unshift(first)
  for (const node of rest) {
    after.insertAfter(node)
    after = node
  }
  if (block.isEmpty() && !after.is(block)) block.remove(true)
  return after
}

/** The text behind the caret joins a paragraph that was pasted last, else stays a block of its own. */
function $joinTail(last: LexicalNode, tail: TextBlock): void {
  if (tail.isEmpty()) {
    tail.remove(true)
    return
  }
  if ($isParagraphNode(last) && $isParagraphNode(tail)) {
    last.append(...tail.getChildren())
    tail.remove(true)
  }
}

function $insertItems(item: ItemNode, tail: TextBlock | null, lists: readonly LexicalNode[]): void {
  const items = lists.flatMap((list) => ($isListNode(list) ? list.getChildren() : []))
  const rest = tail === null ? [] : [tail, ...tail.getNextSiblings()]
  let after: LexicalNode = item
  for (const inner of items) {
    after.insertAfter(inner)
    after = inner
  }
  const end = after
  if (rest.length > 0 && tail?.isEmpty() !== true)
    end.insertAfter($createItemNode(item.getBox() === null ? null : ' ').append(...rest))
  else tail?.remove(true)
  if ($isBlankItem(item)) {
    const list = $listOf(item)
    item.remove()
    $removeIfEmpty(list)
  }
  const text = $isElementNode(end) ? end.getFirstChild() : null
  if (text !== null) text.selectEnd()
}

function joinRuns(blocks: readonly Block[]): Run[] {
  const runs: Run[] = []
  for (const text of blocks.flatMap(textOfBlock)) {
    if (runs.length > 0) runs.push({ kind: 'text', text: ' ', marks: 0, link: null })
    runs.push({ kind: 'text', text: text.replace(/\s+/g, ' '), marks: 0, link: null })
  }
  const [only] = blocks
  return blocks.length === 1 && only?.type === 'paragraph'
    ? only.runs.filter((run) => run.kind !== 'break')
    : runs
}

/** The words of a block, one string per text block. */
function textOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [textOfRuns(block.runs)]
    case 'code':
    case 'source':
      return [block.text]
    case 'quote':
      return block.blocks.flatMap(textOfBlock)
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(textOfBlock))
    case 'table':
      return block.rows.map((row) => row.cells.map((cell) => textOfRuns(cell.runs)).join('\t'))
    case 'rule':
      return []
  }
}

function textOfRuns(runs: readonly Run[]): string {
  return runs
    .map((run) => (run.kind === 'text' ? run.text : run.kind === 'break' ? '\n' : run.source))
    .join('')
}

/** Plain text as content: a blank line begins a paragraph, a line end stays one. Markdown in it is just text. */
export function contentOfPlainText(text: string): SelectedContent {
  const paragraphs = text
    .replace(/\r\n?/g, '\n')
    .replace(/^\n+|\n+$/g, '')
    .split(/\n[ \t]*\n\s*/)
  const blocks = paragraphs.map((paragraph): Block => ({ type: 'paragraph', runs: softLines(paragraph) }))
  return { blocks, isInline: blocks.length === 1 }
}

function softLines(text: string): Run[] {
  return text.split('\n').flatMap((line, index): Run[] => {
    const run: Run = { kind: 'text', text: line, marks: 0, link: null }
    return index === 0 ? [run] : [{ kind: 'break', hard: false, marks: 0, link: null }, run]
  })
}
