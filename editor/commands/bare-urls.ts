import { $isTextNode, type PointType, type RangeSelection, type TextNode } from 'lexical'
import { orderedPoints } from './positions.ts'

/** Addresses that Markdown links by themselves. */
const bareUrl = /(?:https?:\/\/|www\.)[^\s<]+/gi

/**
 * Widens a selection that begins or ends inside a bare URL to all of it.
 *
 * Inside a bare URL Markdown knows no marks and no links: `https://a.b/**c**` is one address with stars in it.
 */
export function $expandToWholeUrls(selection: RangeSelection): void {
  const [start, end] = orderedPoints(selection)
  const from = $urlAround(start)
  const to = $urlAround(end)
  if (from !== null) start.set(from.node.getKey(), from.from, 'text')
  if (to !== null) end.set(to.node.getKey(), to.to, 'text')
}

/**
 * Widens a selection that begins or ends inside inline code to all of that code: neither a link nor another mark can
 * begin in its middle.
 */
export function $expandToWholeCode(selection: RangeSelection): void {
  const [start, end] = orderedPoints(selection)
  const first = start.getNode()
  const last = end.getNode()
  if ($isTextNode(first) && first.hasFormat('code') && start.offset < first.getTextContentSize())
    start.set(first.getKey(), 0, 'text')
  if ($isTextNode(last) && last.hasFormat('code') && end.offset > 0)
    end.set(last.getKey(), last.getTextContentSize(), 'text')
}

function $urlAround(point: PointType): { node: TextNode; from: number; to: number } | null {
  const node = point.getNode()
  if (!$isTextNode(node)) return null
  for (const match of node.getTextContent().matchAll(bareUrl)) {
    const from = match.index
    const to = from + match[0].length
    if (from < point.offset && point.offset < to) return { node, from, to }
  }
  return null
}
