import {
  $createParagraphNode,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  createCommand,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import { $isItemNode, $takesBox, type ItemNode } from '../nodes/item-node.ts'
import { $indentItem, $joinLists, $listOf, $outdentItem, $removeIfEmpty } from './item-structure.ts'
import { $selectedItems, $touchedItems } from './positions.ts'

/** Ticks the boxes of the selected items, or clears them when all are done; items without a box get an open one. */
export const TOGGLE_BOX_COMMAND = createCommand<undefined>('TOGGLE_BOX_COMMAND')

export function toggleBox(editor: LexicalEditor): void {
  editor.dispatchCommand(TOGGLE_BOX_COMMAND, undefined)
}

/** An item and the mark that its box is to get. */
export interface BoxToSet {
  readonly item: ItemNode
  readonly box: ' ' | 'x'
}

/** What `TOGGLE_BOX_COMMAND` does to the selected items; nothing without an item. */
export function $boxesToToggle(): BoxToSet[] {
  const selection = $getSelection()
  const items = $isRangeSelection(selection) ? $touchedItems(selection) : []
  const boxed = items.filter((item) => item.getBox() !== null)
  if (boxed.length === 0) return items.filter($takesBox).map((item) => ({ item, box: ' ' }))
  const areDone = boxed.every((item) => item.isDone())
  return boxed.flatMap((item) => (item.isDone() === areDone ? [{ item, box: areDone ? ' ' : 'x' }] : []))
}

/** False without an item. */
export function $toggleBox(): boolean {
  const boxes = $boxesToToggle()
  for (const { item, box } of boxes) item.setBox(box)
  return boxes.length > 0
}

/** Sets the box of one item, as its check box asks. False when the item is gone. */
export function $setBoxOfItem(itemKey: NodeKey, box: ' ' | 'x'): boolean {
  const item = $getNodeByKey(itemKey)
  if (!$isItemNode(item)) return false
  item.setBox(box)
  return true
}

/** Nests the selected items one level deeper, with all below them. False outside of lists. */
export function $indentItems(): boolean {
  const items = $currentItems()
  for (const item of items) $indentItem(item)
  return items.length > 0
}

/** Takes the selected items one level out, with all below them. False outside of lists. */
export function $outdentItems(): boolean {
  const items = $currentItems()
  // From the last on: an item takes along what follows it, which would nest the next of the selected under it.
  for (const item of [...items].reverse()) $outdentItem(item)
  return items.length > 0
}

/** Deletes the selected items with all below them; the caret goes to a neighbour. */
export function deleteItems(editor: LexicalEditor): void {
  editor.update(() => {
    for (const item of $currentItems()) $deleteItem(item)
  })
}

function $deleteItem(item: ItemNode): void {
  const list = $listOf(item)
  const container = list.getParent()
  const neighbour =
    item.getNextSibling() ??
    item.getPreviousSibling() ??
    list.getNextSibling() ??
    list.getPreviousSibling() ??
    $createParagraphNode()
  // The only item of the only list: something must stay to type in.
  if (!neighbour.isAttached()) list.insertAfter(neighbour)
  neighbour.selectStart()
  item.remove(true)
  $removeIfEmpty(list)
  if (container !== null && container.isAttached()) $joinLists(container)
}

function $currentItems(): ItemNode[] {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? $selectedItems(selection) : []
}
