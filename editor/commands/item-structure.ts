import {
  $createParagraphNode,
  $isElementNode,
  $isParagraphNode,
  type ElementNode,
  type LexicalNode,
} from 'lexical'
import { $createItemNode, $isItemNode, type ItemNode } from '../nodes/item-node.ts'
import { $createListNode, $isListNode, type ListNode } from '../nodes/list-node.ts'

/** The list of an item. Throws when the item has lost its list: a bug, no command leaves one behind. */
export function $listOf(item: ItemNode): ListNode {
  const list = item.getParent()
  if (!$isListNode(list)) throw new Error('an item stands outside a list')
  return list
}

/**
 * Puts an item, with all below it, under the item before it. False when there is none.
 *
 * A new sub-list starts at 1: a list that starts elsewhere may not follow a paragraph without a blank line.
 */
export function $indentItem(item: ItemNode): boolean {
  const previous = item.getPreviousSibling()
  if (!$isItemNode(previous)) return false
  const isOrdered = $listOf(item).isOrdered()
  const last = previous.getLastChild()
  const target = $isListNode(last) && last.isOrdered() === isOrdered ? last : $createListNode(isOrdered)
  if (!target.isAttached()) previous.append(target)
  target.append(item)
  return true
}

/**
 * Takes an item, with all below it, out of its parent item. False when it is at the outermost level of its list.
 *
 * What stands after it in the parent item comes along as its own content, so that no line changes its place.
 */
export function $outdentItem(item: ItemNode): boolean {
  const list = $listOf(item)
  const parentItem = list.getParent()
  if (!$isItemNode(parentItem)) return false
  const followers = item.getNextSiblings()
  const trailing = list.getNextSiblings()
  if (followers.length > 0) $appendItems(item, followers, list.isOrdered())
  item.append(...trailing)
  parentItem.insertAfter(item)
  $removeIfEmpty(list)
  $joinLists(item)
  return true
}

function $appendItems(target: ItemNode, items: readonly LexicalNode[], isOrdered: boolean): void {
  const last = target.getLastChild()
  const list = $isListNode(last) && last.isOrdered() === isOrdered ? last : $createListNode(isOrdered)
  list.append(...items)
  if (!list.isAttached()) target.append(list)
}

/**
 * Makes the blocks of an item blocks of what holds its list, which is split around them. Returns the first of them.
 *
 * The items after it keep the numbers they had, so that their lines stay as they are.
 */
export function $liftItem(item: ItemNode): LexicalNode {
  const list = $listOf(item)
  const followers = item.getNextSiblings()
  const blocks = item.getChildren()
  const first = blocks[0] ?? $createParagraphNode()
  if (followers.length > 0) {
    const rest = $createListNode(list.isOrdered(), list.getStart() + item.getIndexWithinParent() + 1)
    list.insertAfter(rest.append(...followers))
  }
  for (const block of blocks.length === 0 ? [first] : [...blocks].reverse()) list.insertAfter(block)
  const parent = list.getParentOrThrow()
  item.remove()
  $removeIfEmpty(list)
  $joinLists(parent)
  return first
}

/**
 * Removes an item whose text is gone and hands what is left of it (sub-lists, further blocks) to the item before it,
 * or, without one, to where it stood: sub-items take its place, other blocks go in front of the list.
 */
export function $dissolveItem(item: ItemNode): void {
  const previous = item.getPreviousSibling()
  const list = $listOf(item)
  const rest = item.getChildren()
  if ($isItemNode(previous)) {
    previous.append(...rest)
    $joinLists(previous)
  } else {
    for (const child of rest) {
      if ($isListNode(child)) for (const inner of child.getChildren()) item.insertBefore(inner)
      else list.insertBefore(child)
    }
  }
  item.remove()
  $removeIfEmpty(list)
}

/** Whether the item has lost its own text: nothing in it, or a sub-list first. */
export function $hasNoText(item: ItemNode): boolean {
  const first = item.getFirstChild()
  return first === null || $isListNode(first)
}

/** Joins neighbouring lists of one kind among the children of `container`, as Markdown would read them. */
export function $joinLists(container: ElementNode): void {
  let previous: LexicalNode | null = null
  for (const child of container.getChildren()) {
    if ($isListNode(previous) && $isListNode(child) && previous.isOrdered() === child.isOrdered()) {
      previous.append(...child.getChildren())
      $removeIfEmpty(child)
    } else {
      previous = child
    }
  }
}

/** Removes a container without children, and every container around it that becomes empty by that. */
export function $removeIfEmpty(container: ElementNode): void {
  if (!container.isAttached() || !container.isEmpty()) return
  const parent = container.getParent()
  container.remove(true)
  if ($isElementNode(parent) && parent.getType() !== 'root' && !parent.isShadowRoot()) $removeIfEmpty(parent)
}

/** A new item with an empty paragraph; an open box when `model` has a box, whatever is in it. */
export function $createItemLike(model: ItemNode): ItemNode {
  return $createItemNode(model.getBox() === null ? null : ' ').append($createParagraphNode())
}

/** Whether the item says nothing: one empty paragraph. */
export function $isBlankItem(item: ItemNode): boolean {
  const only = item.getFirstChild()
  return item.getChildrenSize() === 1 && $isParagraphNode(only) && only.isEmpty()
}
