/** Where edits can be made: what an entry holds of each kind, and the selection that an edit begins with. */

import {
  $getRoot,
  $isElementNode,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
  type TextNode,
} from 'lexical'
import { $findCell, $findTextBlock, type TextBlock } from '../commands/positions.ts'
import { $isCodeBlockNode } from '../nodes/code-block-node.ts'
import { $isItemNode, type ItemNode } from '../nodes/item-node.ts'
import { pickWhere, type Random } from './random.ts'
import type { TrialDone } from './trial-edit.ts'

/** Chooses a place and sets the selection there, in one update of its own; null when there is none. */
export function atPlace<P>(editor: LexicalEditor, $choose: () => P | null): P | null {
  let place: P | null = null
  editor.update(
    () => {
      place = $choose()
    },
    { discrete: true },
  )
  return place
}

/** What was done in one block. The place of a paragraph in a cell is the cell's. */
export function $doneIn(block: LexicalNode, added = '', removed = ''): TrialDone {
  const unit = $findCell(block) ?? block
  return { construct: $describe(block), touched: [unit.getKey()], added, removed, gone: null }
}

/** Where in the document the node is, from the outside in: `quote > list > item > paragraph`. */
export function $describe(node: LexicalNode): string {
  return [...node.getParents().reverse(), node]
    .map((each) => each.getType().replace('entry-', ''))
    .filter((name) => name !== 'root')
    .join(' > ')
}

/** Paragraphs, headings and code blocks, in the order of the text. */
export function $listTextBlocks(): TextBlock[] {
  return $blocksBelow($getRoot())
}

function $blocksBelow(node: LexicalNode): TextBlock[] {
  if (!$isElementNode(node)) return []
  const own = $findTextBlock(node)
  if (own !== null && own.is(node)) return [own]
  return node.getChildren().flatMap($blocksBelow)
}

/** A random item whose text is a block that fulfils a condition, with that block. */
export function $pickItem(
  random: Random,
  $accepts: (item: ItemNode, block: TextBlock) => boolean,
): { readonly item: ItemNode; readonly block: TextBlock } | undefined {
  const block = $pickTextBlock(random, (each) => {
    const item = each.getParent()
    return $isItemNode(item) && each.getPreviousSibling() === null && $accepts(item, each)
  })
  const item = block?.getParent()
  return block !== undefined && $isItemNode(item) ? { item, block } : undefined
}

/** Prose outside of tables: what Enter splits and Backspace joins. */
export function $isProse(block: TextBlock): boolean {
  return !$isCodeBlockNode(block) && $findCell(block) === null
}

export function $hasWords(node: LexicalNode): boolean {
  return /[\p{L}\p{N}]/u.test(node.getTextContent())
}

/** Begin and end of each run of letters and digits. */
export function listWords(text: string): [number, number][] {
  return [...text.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => [match.index, match.index + match[0].length])
}

/** A word on the screen, selected, or with the caret behind it. */
export interface WordPlace {
  readonly node: TextNode
  readonly word: string
  readonly block: TextBlock
}

/** Selects a random word of the text nodes that fulfil a condition. Every leaf has the same chance, long or short. */
export function $selectWord(
  random: Random,
  $accepts: (node: TextNode, block: TextBlock) => boolean,
  where: 'whole' | 'end' = 'whole',
): WordPlace | null {
  const $nodesOf = (block: TextBlock): TextNode[] =>
    $textNodesBelow(block).filter((node) => $hasWords(node) && $accepts(node, block))
  const block = pickWhere(random, $listTextBlocks(), (each) => $nodesOf(each).length > 0)
  const node = block === undefined ? undefined : random.pick($nodesOf(block))
  if (block === undefined || node === undefined) return null
  const text = node.getTextContent()
  const [from, to] = random.pick(listWords(text)) ?? [0, 0]
  node.select(where === 'end' ? to : from, to).setFormat(node.getFormat())
  return { node, word: text.slice(from, to), block }
}

/** A random text block that fulfils a condition. */
export function $pickTextBlock(
  random: Random,
  $accepts: (block: TextBlock) => boolean,
): TextBlock | undefined {
  return pickWhere(random, $listTextBlocks(), $accepts)
}

function $textNodesBelow(node: LexicalNode): TextNode[] {
  if ($isTextNode(node)) return [node]
  return $isElementNode(node) ? node.getChildren().flatMap($textNodesBelow) : []
}
