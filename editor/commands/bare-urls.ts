import {
  $findMatchingParent,
  $isTextNode,
  type LexicalNode,
  type PointType,
  type RangeSelection,
  type TextNode,
} from 'lexical'
import { findBareUrls } from '../../shared/markdown/parse/inline/bare-urls.ts'
import type { Span } from '../../shared/markdown/tree.ts'
import { $isEntryLinkNode } from '../nodes/entry-link-node.ts'
import { $isOpaqueInlineNode } from '../nodes/opaque-inline-node.ts'
import { orderedPoints, type TextBlock } from './positions.ts'

/** Addresses that Markdown links by themselves, with all that it would read as a part of them. */
const webAddress = /(?:https?:\/\/|www\.)[^\s<]+/gi

function listAddresses(text: string): readonly Span[] {
  const web = [...text.matchAll(webAddress)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }))
  return [...web, ...findBareUrls(text).filter(({ url }) => url.startsWith('mailto:'))]
}

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
  for (const { from, to } of listAddresses(node.getTextContent()))
    if (from < point.offset && point.offset < to) return { node, from, to }
  return null
}

/**
 * Whether two blocks that are joined need a space between them, or what stands at the joint would be something else:
 * `https://a.example/x` and `*word*` would become one address with stars in it, `word` and `www.a.example` none, and
 * `$x$` and `$y$` one formula.
 */
export function $needsSpaceBetween(first: TextBlock, second: TextBlock): boolean {
  const before = $plainTextOf(first.getLastDescendant())
  const after = $plainTextOf(second.getFirstDescendant())
  if (second.isEmpty() || /\s$/.test(before) || /^[\s<]/.test(after)) return false
  if ($isFormula(first.getLastDescendant()) && $isFormula(second.getFirstDescendant())) return true
  const endsFirst = listAddresses(before).some(({ to }) => to === before.length)
  return endsFirst || (before !== '' && listAddresses(after).some(({ from }) => from === 0))
}

/** Whether what is typed here becomes part of the address that ends in front of the caret. */
export function $isBehindAddress({ key, offset, type }: PointType, node: LexicalNode): boolean {
  if (type !== 'text' || key !== node.getKey() || offset !== node.getTextContentSize()) return false
  const text = $plainTextOf(node)
  return listAddresses(text).some(({ to }) => to === text.length)
}

function $isFormula(node: LexicalNode | null): boolean {
  return $isOpaqueInlineNode(node) && node.getSource().startsWith('$')
}

/** The text in which an address can stand bare; '' in code, in a link, and for what is no text. */
function $plainTextOf(node: LexicalNode | null): string {
  if (!$isTextNode(node) || node.hasFormat('code')) return ''
  return $findMatchingParent(node, $isEntryLinkNode) === null ? node.getTextContent() : ''
}
