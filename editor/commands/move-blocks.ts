import {
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $isRootNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical'
import { $isItemNode } from '../nodes/item-node.ts'
import { $isQuoteNode } from '../nodes/quote-node.ts'
import { $joinLists } from './item-structure.ts'

/** Moves the selected blocks or items, with all below them, one place up or down among their neighbours. */
export function moveBlocks(editor: LexicalEditor, direction: 'up' | 'down'): void {
  editor.update(() => $moveBlocks(direction))
}

/** `moveBlocks` inside an update. False when there is nowhere to go: at the edge of the list, quote or entry. */
export function $moveBlocks(direction: 'up' | 'down'): boolean {
  const units = $selectedUnits()
  const first = units[0]
  const last = units.at(-1)
  if (first === undefined || last === undefined) return false
  const neighbour = direction === 'up' ? first.getPreviousSibling() : last.getNextSibling()
  if (neighbour === null) return false
  if (direction === 'up') last.insertAfter(neighbour)
  else first.insertBefore(neighbour)
  const container = first.getParent()
  if (container !== null && !$isItemNode(first)) $joinLists(container)
  return true
}

/** The items, or blocks of one container, that the selection reaches from first to last. */
function $selectedUnits(): LexicalNode[] {
  const selection = $getSelection()
  if ($isNodeSelection(selection)) return selection.getNodes().filter((node) => !node.isInline())
  if (!$isRangeSelection(selection)) return []
  const anchors = $unitsAround(selection.anchor.getNode())
  const focuses = $unitsAround(selection.focus.getNode())
  for (const anchor of anchors) {
    const focus = focuses.find((unit) => unit.getParent()?.is(anchor.getParent()) === true)
    if (focus !== undefined) return $between(anchor, focus)
  }
  return []
}

/** What can be moved around a node, innermost first: items, and blocks that stand in the entry or in a quote. */
function $unitsAround(node: LexicalNode): LexicalNode[] {
  const ancestors: LexicalNode[] = [node, ...node.getParents()]
  return ancestors.filter((ancestor) => {
    const parent = ancestor.getParent()
    return $isItemNode(ancestor) || $isRootNode(parent) || $isQuoteNode(parent)
  })
}

function $between(one: LexicalNode, other: LexicalNode): LexicalNode[] {
  const [from, to] = one.getIndexWithinParent() <= other.getIndexWithinParent() ? [one, other] : [other, one]
  return from
    .getParentOrThrow()
    .getChildren()
    .slice(from.getIndexWithinParent(), to.getIndexWithinParent() + 1)
}
