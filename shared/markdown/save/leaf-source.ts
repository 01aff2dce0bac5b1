/** A leaf of the base with its source, read once. */

import type { Block, Cell, Heading, Item, Leaf, ParsedEntry, Row, Span, TreeNode } from '../tree.ts'
import type { Donor } from './atom-match.ts'
import { indexBase, spanOf } from './base-index.ts'
import { findLineEnd } from '../../entry/line-edges.ts'
import type { LeafSource } from './inline-source.ts'
import { readLeafSource } from './inline-source.ts'

const known = new WeakMap<Leaf, LeafSource | null>()

/** How a leaf of the base is written; null when it has no place, e.g. a cell that only pads a short row. */
export function sourceOfLeaf(base: ParsedEntry, leaf: Leaf): LeafSource | null {
  const found = known.get(leaf)
  if (found !== undefined) return found
  const range = leaf.span === undefined ? null : rangeOfLeaf(base.text, leaf)
  const source = range === null ? null : readLeafSource(base.text, range.from, range.to, leaf.runs)
  known.set(leaf, source)
  return source
}

/** Where the content of a leaf stands: without `#`, underline and trailing white space. */
function rangeOfLeaf(text: string, leaf: Leaf): Span {
  const { from, to } = spanOf(leaf)
  if (leaf.type === 'heading') return rangeOfHeading(text, leaf)
  return { from, to: trimEnd(text, from, to) }
}

function rangeOfHeading(text: string, heading: Heading): Span {
  const { from, to } = spanOf(heading)
  if (heading.style === 'setext') {
    let underline = to
    while (underline > from && text[underline - 1] !== '\n' && text[underline - 1] !== '\r') underline -= 1
    let end = trimEnd(text, from, underline)
    // In a quote the underline's prefix stands behind the content.
    while (/(?:^|[\r\n])[ \t]*>$/.test(text.slice(from, end))) end = trimEnd(text, from, end - 1)
    return { from, to: end }
  }
  const opening = /^#{1,6}[ \t]*/.exec(text.slice(from, to))?.[0].length ?? 0
  const start = Math.min(from + opening, findLineEnd(text, from))
  const content = text.slice(start, to)
  const closing = /(?:^|[ \t])[ \t]*#+[ \t]*$/.exec(content)
  return { from: start, to: trimEnd(text, start, closing === null ? to : start + closing.index) }
}

function trimEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && /[ \t\r\n]/.test(text[end - 1] ?? '')) end -= 1
  return end
}

/** How many leaves of one neighbour are searched for kept spelling. */
const donorLimit = 8

/** The leaves of nodes of the base, as donors of spelling for new ones. */
export function listDonors(base: ParsedEntry, nodes: readonly TreeNode[]): Donor[] {
  const donors: Donor[] = []
  const { places } = indexBase(base)
  for (const leaf of nodes.flatMap((node) => listLeaves(node).slice(0, donorLimit))) {
    const source = sourceOfLeaf(base, leaf)
    if (source !== null) donors.push({ leaf: source, prefix: places.get(leaf)?.prefix ?? '' })
  }
  return donors
}

function listLeaves(node: TreeNode): Leaf[] {
  switch (node.type) {
    case 'paragraph':
    case 'heading':
    case 'cell':
      return [node]
    case 'quote':
    case 'item':
      return node.blocks.flatMap((block: Block) => listLeaves(block))
    case 'list':
      return node.items.flatMap((item: Item) => listLeaves(item))
    case 'table':
      return node.rows.flatMap((row: Row) => listLeaves(row))
    case 'row':
      return node.cells.flatMap((cell: Cell) => listLeaves(cell))
    default:
      return []
  }
}
