import { $isElementNode, $isTextNode, type LexicalNode, type PointType } from 'lexical'

/**
 * How many characters of a leaf (paragraph, heading, code) stand before a point in it; all of them when the point is
 * not in the leaf. An opaque inline or a break counts as one, so the number fits runs as well.
 */
export function $offsetInLeaf(leaf: LexicalNode, point: Pick<PointType, 'key' | 'offset' | 'type'>): number {
  const counter = { at: 0, isDone: false }
  $count(leaf, point, counter)
  return counter.at
}

function $count(
  node: LexicalNode,
  point: Pick<PointType, 'key' | 'offset' | 'type'>,
  counter: { at: number; isDone: boolean },
): void {
  if (counter.isDone) return
  const isHere = node.getKey() === point.key
  if ($isElementNode(node)) {
    for (const [index, child] of node.getChildren().entries()) {
      if (isHere && index === point.offset) counter.isDone = true
      $count(child, point, counter)
    }
    if (isHere) counter.isDone = true
    return
  }
  counter.at +=
    isHere && point.type === 'text' ? point.offset : $isTextNode(node) ? node.getTextContentSize() : 1
  if (isHere) counter.isDone = true
}
