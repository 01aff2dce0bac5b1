/** Edits that make, join, split, move or remove paragraphs and headings. */

import { $isHeadingNode } from '@lexical/rich-text'
import {
  $isElementNode,
  $isParagraphNode,
  $isRootNode,
  DELETE_CHARACTER_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { $copy, $paste, type ClipboardData } from '../clipboard/register-entry-clipboard.ts'
import { setBlockType, type BlockType } from '../commands/block-type.ts'
import { moveBlocks } from '../commands/move-blocks.ts'
import { $isTextBlock, type TextBlock } from '../commands/positions.ts'
import { $isItemNode } from '../nodes/item-node.ts'
import { $isListNode } from '../nodes/list-node.ts'
import { $describe, $doneIn, $hasWords, $isProse, $pickTextBlock, $selectWord, atPlace } from './places.ts'
import type { Random } from './random.ts'
import { type } from './text-edits.ts'
import type { TrialDone, TrialEdit } from './trial-edit.ts'

export const blockEdits: readonly TrialEdit[] = [
  {
    name: 'split',
    lines: 'any',
    run: (editor, random) => {
      const done = atPlace(editor, () => {
        const place = $selectWord(random, (_, block) => $isProse(block), 'end')
        return place === null ? null : $doneIn($unitOf(place.block))
      })
      if (done !== null) editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
      return done
    },
  },
  { name: 'merge', lines: 'any', run: merge },
  {
    name: 'paragraph added behind',
    lines: 'insert',
    run: (editor, random) => {
      const done = atPlace(editor, () => {
        const block = $pickTextBlock(random, $hasFreeProse)
        block?.selectEnd()
        return block === undefined ? null : $doneIn(block, 'newwords')
      })
      if (done === null) return null
      editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
      type(editor, 'new words')
      return done
    },
  },
  { name: 'paragraph added in front', lines: 'insert', run: addInFront },
  {
    name: 'paragraph deleted',
    lines: 'delete',
    run: (editor, random) => {
      const done = atPlace(editor, () => {
        const $accepts = (each: TextBlock): boolean =>
          $isFreeProse(each) && $isParagraphNode(each) && !each.isEmpty()
        const block = $pickTextBlock(random, $accepts)
        block?.select(0, block.getChildrenSize())
        return block === undefined ? null : { ...$doneAround(block), gone: block.getKey() }
      })
      if (done !== null) editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
      return done
    },
  },
  { name: 'made a heading', lines: 'any', run: retype($isParagraphNode, 'heading-2') },
  { name: 'heading made text', lines: 'any', run: retype($isHeadingNode, 'paragraph') },
  { name: 'block moved', lines: 'lines', run: moveBlock },
  { name: 'cut and pasted', lines: 'lines', run: cutAndPaste },
]

/** Prose that is not the text of an item. */
function $isFreeProse(block: TextBlock): boolean {
  const isItemText = $isItemNode(block.getParent()) && block.getPreviousSibling() === null
  return $isProse(block) && !isItemText
}

function $hasFreeProse(block: TextBlock): boolean {
  return $isFreeProse(block) && $hasWords(block)
}

/** What Enter splits: with the text of an item, the item and all in it. */
export function $unitOf(block: TextBlock): LexicalNode {
  const parent = block.getParent()
  return $isItemNode(parent) ? parent : block
}

/** What was done to a block that has gone or come, and that changes the gaps to its neighbours. */
export function $doneAround(node: LexicalNode): TrialDone {
  return $doneWith($describe(node), [$beside(node, 'up'), node, $beside(node, 'down')])
}

/** Backspace at the start of a paragraph that follows text. */
function merge(editor: LexicalEditor, random: Random): TrialDone | null {
  const done = atPlace(editor, () => {
    const block = $pickTextBlock(random, $canMerge)
    block?.selectStart()
    return block === undefined ? null : $doneAround(block)
  })
  if (done !== null) editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
  return done
}

function $canMerge(block: TextBlock): boolean {
  const above = block.getPreviousSibling()
  const isText = $isParagraphNode(above) || $isHeadingNode(above) || $isListNode(above)
  return $isProse(block) && $isParagraphNode(block) && !block.isEmpty() && isText
}

/** Enter at the start, and a word on the blank line that it made. */
function addInFront(editor: LexicalEditor, random: Random): TrialDone | null {
  let block: TextBlock | undefined
  const done = atPlace(editor, () => {
    block = $pickTextBlock(random, $hasFreeProse)
    block?.selectStart()
    return block === undefined ? null : { ...$doneAround(block), added: 'newwords' }
  })
  if (done === null) return null
  editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
  atPlace(editor, () => {
    const latest = block?.getLatest()
    const blank = latest?.getPreviousSibling() ?? latest?.getParent()?.getPreviousSibling()
    if ($isElementNode(blank)) blank.selectEnd()
    return null
  })
  type(editor, 'new words')
  return done
}

function retype($accepts: (block: LexicalNode) => boolean, to: BlockType): TrialEdit['run'] {
  return (editor, random) => {
    const done = atPlace(editor, () => {
      const $isMeant = (each: TextBlock): boolean => $isProse(each) && $accepts(each) && $hasWords(each)
      const block = $pickTextBlock(random, $isMeant)
      block?.selectStart()
      if (block === undefined) return null
      const item = block.getParent()
      if (!$isItemNode(item)) return $doneAround(block)
      // A box stands in front of text: an item that begins with a heading has none.
      return { ...$doneAround($unitOf(block)), removed: item.getBox() ?? '' }
    })
    if (done !== null) setBlockType(editor, to)
    return done
  }
}

/** Alt and an arrow key. Only blocks of the entry or of a quote move; items have an edit of their own. */
function moveBlock(editor: LexicalEditor, random: Random): TrialDone | null {
  const direction = random.pick(['up', 'down'] as const) ?? 'up'
  const done = atPlace(editor, () => {
    const $canMove = (each: TextBlock): boolean =>
      $isProse(each) && !$isItemNode(each.getParent()) && $neighbour(each, direction) !== null
    const block = $pickTextBlock(random, $canMove)
    block?.selectStart()
    return block === undefined ? null : $doneWith($describe(block), $neighbourhood(block))
  })
  if (done !== null) moveBlocks(editor, direction)
  return done
}

/** What stands next to a node, or else to what holds it. */
function $beside(node: LexicalNode, direction: 'up' | 'down'): LexicalNode | null {
  const ancestors: LexicalNode[] = [node, ...node.getParents()]
  const $sibling = (each: LexicalNode): LexicalNode | null => $neighbour(each, direction)
  return ancestors.map($sibling).find((sibling) => sibling !== null) ?? null
}

function $neighbour(node: LexicalNode, direction: 'up' | 'down'): LexicalNode | null {
  return direction === 'up' ? node.getPreviousSibling() : node.getNextSibling()
}

/** Two siblings on each side: what stands beside the place that a block leaves and the one it comes to. */
export function $neighbourhood(node: LexicalNode): LexicalNode[] {
  return [...node.getPreviousSiblings().slice(-2), node, ...node.getNextSiblings().slice(0, 2)]
}

export function $doneWith(construct: string, nodes: readonly (LexicalNode | null)[]): TrialDone {
  return {
    construct,
    touched: nodes.flatMap((node) => node?.getKey() ?? []),
    added: '',
    removed: '',
    gone: null,
  }
}

/** Cuts two paragraphs or headings side by side, and pastes them behind another one. */
function cutAndPaste(editor: LexicalEditor, random: Random): TrialDone | null {
  const board = createBoard()
  let target: TextBlock | undefined
  const done = atPlace(editor, () => {
    // A heading that loses its text stays a heading without one.
    const first = $pickTextBlock(
      random,
      (block) => $isTop(block) && $isParagraphNode(block) && $isTop(block.getNextSibling()),
    )
    const second = first?.getNextSibling()
    target = $pickTextBlock(random, (block) => $isTop(block) && !block.is(first) && !block.is(second))
    if (first === undefined || !$isTextBlock(second) || target === undefined) return null
    const { key, offset, type: kind } = first.selectStart().anchor
    second.selectEnd().anchor.set(key, offset, kind)
    return $doneWith($describe(first), [first, second, target].flatMap($neighbourhood))
  })
  if (done === null) return null
  editor.update(() => $copy(editor, board), { discrete: true })
  editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true)
  atPlace(editor, () => target?.getLatest().selectEnd() ?? null)
  editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND, undefined)
  editor.update(() => $paste(editor, board), { discrete: true })
  return done
}

/** Prose with words that stands in the entry itself. */
function $isTop(node: LexicalNode | null): boolean {
  return $isTextBlock(node) && $isProse(node) && $isRootNode(node.getParent()) && $hasWords(node)
}

/** A clipboard for one trial. */
export function createBoard(): ClipboardData {
  const data: Record<string, string> = {}
  return {
    getData: (format) => data[format] ?? '',
    setData: (format, value) => {
      data[format] = value
    },
  }
}
