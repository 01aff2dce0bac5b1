import type { Tree } from '@lezer/common'
import type { Block, Item, List, Quote, SourceBlock, SourceForm, Span } from '../tree.ts'
import type { BlockBuilding, PlacedNode } from './block-building.ts'
import { childNodes } from './block-building.ts'
import type { LeafPlace } from './build-leaves.ts'
import {
  buildAtxHeading,
  buildFencedCode,
  buildParagraph,
  buildSetextHeading,
  withoutLastLineEnd,
} from './build-leaves.ts'
import { buildTable } from './build-table.ts'
import type { Container, LineStart } from './containers.ts'
import {
  afterQuoteMark,
  lineFromOf,
  lineStart,
  matchLine,
  skipColumns,
  skipSpace,
  virtualColumn,
} from './containers.ts'
import { readFootnoteLabel } from './grammar/dialect-blocks.ts'
import { readMarker } from './grammar/item-block.ts'
import { normaliseLabel } from './inline/link-parts.ts'
import { lineEndAt, trimSourceEnd } from './source-lines.ts'
import { afterLineEnd } from './split-head.ts'

/** Builds our blocks from the children of a node of Lezer's tree that begins at `at` in the entry. */
export function buildBlocks(
  building: BlockBuilding,
  tree: Tree,
  at: number,
  containers: readonly Container[],
): readonly Block[] {
  return buildNodes(building, childNodes(building.text, tree, at), containers, 'anywhere')
}

/** Builds blocks from siblings; items in a row with one kind of marker become one list. */
function buildNodes(
  building: BlockBuilding,
  nodes: readonly PlacedNode[],
  containers: readonly Container[],
  place: LeafPlace,
): readonly Block[] {
  const blocks: Block[] = []
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index]
    if (node === undefined) break
    if (node.name === 'Item') {
      const items = itemsFrom(building.text, nodes, index)
      blocks.push(buildList(building, items, containers))
      index += items.length - 1
    } else blocks.push(...buildBlock(building, node, containers, index === 0 ? place : 'anywhere'))
  }
  return blocks
}

/** The items that make a list with the one at `index`. */
function itemsFrom(text: string, nodes: readonly PlacedNode[], index: number): readonly PlacedNode[] {
  const sign = readMarker(text, nodes[index]?.from ?? 0).slice(-1)
  let end = index
  while (nodes[end]?.name === 'Item' && readMarker(text, nodes[end]?.from ?? 0).slice(-1) === sign) end++
  return nodes.slice(index, end)
}

const sourceForms: ReadonlyMap<string, SourceForm> = new Map([
  ['HTMLBlock', 'html'],
  ['MathBlock', 'math'],
  ['CommentBlock', 'comment'],
  ['ShortcodeBlock', 'shortcode'],
  ['TooDeep', 'other'],
])

function buildBlock(
  building: BlockBuilding,
  node: PlacedNode,
  containers: readonly Container[],
  place: LeafPlace,
): readonly Block[] {
  const { name, tree, from, to } = node
  switch (name) {
    case 'Paragraph':
      return buildParagraph(building, node, containers, place)
    case 'SetextHeading1':
    case 'SetextHeading2':
      return buildSetextHeading(building, node, containers)
    case 'Quote':
      return [buildQuote(building, node, containers)]
    case 'HorizontalRule':
      return [{ type: 'rule', span: { from, to: lineEndAt(building.text, from, to) } }]
    case 'FencedCode':
      return [buildFencedCode(building, node, containers)]
    case 'CodeBlock':
      return [buildIndentedCode(building, node, containers)]
    case 'Table':
      return [buildTable(building, { from, to }, containers)]
    case 'FootnoteDefinition':
      return [buildFootnoteDefinition(building, node, containers)]
  }
  if (name.startsWith('ATXHeading')) return [buildAtxHeading(building, node)]
  const form = sourceForms.get(name)
  if (form === undefined) throw new Error(`no rule for the block ${name} (${tree.length} long)`)
  const end = withoutLastLineEnd(building.text, node)
  return [building.sourceBlock(form, { from, to: trimBlankLines(building.text, from, end) }, containers)]
}

/** `to` without blank lines before it: a block that is ended by its container has taken them in. */
function trimBlankLines(text: string, from: number, to: number): number {
  return lineEndAt(text, trimSourceEnd(text, from, to), to)
}

function buildIndentedCode(
  building: BlockBuilding,
  node: PlacedNode,
  containers: readonly Container[],
): SourceBlock {
  const { text } = building
  const start = lineStart(text, lineFromOf(text, node.from, building.bodyFrom), containers)
  const from = Math.min(node.from, start.pending > 0 ? start.at - 1 : start.at)
  return building.sourceBlock('indented-code', { from, to: trimBlankLines(text, from, node.to) }, containers)
}

function buildFootnoteDefinition(
  building: BlockBuilding,
  node: PlacedNode,
  containers: readonly Container[],
): SourceBlock {
  const { text } = building
  const { from } = node
  const label = readFootnoteLabel(text, from)
  if (label !== null) building.footnotes.add(normaliseLabel(label.label))
  return building.sourceBlock(
    'footnote-definition',
    { from, to: trimBlankLines(text, from, node.to) },
    containers,
  )
}

function buildQuote(building: BlockBuilding, node: PlacedNode, containers: readonly Container[]): Quote {
  const { text } = building
  const { from } = node
  const firstLine = lineFromOf(text, from, building.bodyFrom)
  const column = skipSpace(text, lineStart(text, firstLine, containers)).column
  const content = afterQuoteMark(text, { at: from + 1, column: column + 1, pending: 0 })
  const prefix = `${prefixOf(containers)}> `
  const inner = [...containers, { kind: 'quote' as const, width: 0, firstLine, content, prefix }]
  const blocks = buildNodes(building, childNodes(text, node.tree, from), inner, 'quote-start')
  const to = quoteEnd(text, blocks.at(-1)?.span?.to ?? from + 1, inner)
  return { type: 'quote', span: { from, to }, prefix, blocks }
}

/** The end of a quote whose content ends at `to`: lines behind it with nothing but `>` belong to it. */
function quoteEnd(text: string, to: number, containers: readonly Container[]): number {
  let end = lineEndAt(text, to, text.length)
  while (end < text.length) {
    const { start, matched } = matchLine(text, afterLineEnd(text, end), containers)
    const lineTo = lineEndAt(text, start.at, text.length)
    if (matched < containers.length || text.slice(start.at, lineTo).trim() !== '') return end
    end = lineTo
  }
  return end
}

function prefixOf(containers: readonly Container[]): string {
  return containers.at(-1)?.prefix ?? ''
}

function buildList(
  building: BlockBuilding,
  nodes: readonly PlacedNode[],
  containers: readonly Container[],
): List {
  const items = nodes.map((node) => buildItem(building, node, containers))
  const from = nodes[0]?.from ?? 0
  const mark = readMarker(building.text, from)
  const ordered = mark.length > 1
  const span = { from, to: items.at(-1)?.span?.to ?? from }
  const start = ordered ? Number.parseInt(mark, 10) : 1
  return { type: 'list', span, ordered, start, marker: mark.slice(-1), items }
}

const boxes = /^\[([ \txX/<>?!*"-])\](?=\s|$)/

function buildItem(building: BlockBuilding, node: PlacedNode, containers: readonly Container[]): Item {
  const { text } = building
  const children = childNodes(text, node.tree, node.from)
  const marker = { from: node.from, to: node.from + readMarker(text, node.from).length }
  const inner = [...containers, itemContainer(building, marker, containers)]
  const [first, ...rest] = children
  const box = first?.name === 'Paragraph' ? boxes.exec(text.slice(first.from, first.from + 4)) : null
  const boxSpan = box === null || first === undefined ? null : { from: first.from, to: first.from + 3 }
  const start =
    boxSpan !== null && first !== undefined
      ? { ...first, from: afterBox(text, boxSpan, first, inner) }
      : first
  const nodes = (start === undefined ? [] : [start, ...rest]).filter((child) => child.from < child.to)
  const blocks = buildNodes(building, nodes, inner, boxSpan === null ? 'anywhere' : 'behind-box')
  const to = blocks.at(-1)?.span?.to ?? boxSpan?.to ?? marker.to
  return {
    type: 'item',
    span: { from: marker.from, to },
    box: box === null ? null : boxCharacter(box[1] ?? ' '),
    marker,
    boxSpan,
    prefix: prefixOf(inner),
    blocks,
  }
}

function boxCharacter(written: string): string {
  return written === '\t' ? ' ' : written
}

/** Where the paragraph behind a box begins: behind white space, or on the next line. */
function afterBox(text: string, box: Span, paragraph: Span, containers: readonly Container[]): number {
  const lineTo = lineEndAt(text, box.to, paragraph.to)
  const at = skipSpace(text, { at: box.to, column: 0, pending: 0 }).at
  if (at < lineTo || lineTo === paragraph.to) return Math.min(at, paragraph.to)
  return skipSpace(text, lineStart(text, afterLineEnd(text, lineTo), containers)).at
}

function itemContainer(building: BlockBuilding, marker: Span, containers: readonly Container[]): Container {
  const { text } = building
  const firstLine = lineFromOf(text, marker.from, building.bodyFrom)
  const base = lineStart(text, firstLine, containers)
  const mark = skipSpace(text, base)
  const after: LineStart = { at: marker.to, column: mark.column + marker.to - marker.from, pending: 0 }
  const content = contentBehind(text, after)
  const width = virtualColumn(content) - virtualColumn(base)
  return { kind: 'item', width, firstLine, content, prefix: prefixOf(containers) + ' '.repeat(width) }
}

/** Where the content of an item begins: one to four columns behind its marker (CommonMark 0.31, section 5.2). */
function contentBehind(text: string, after: LineStart): LineStart {
  const content = skipSpace(text, after)
  const isBlank = content.at === text.length || text[content.at] === '\n' || text[content.at] === '\r'
  if (!isBlank && content.column - after.column < 5) return content
  const start = skipColumns(text, after, 1) ?? after
  return isBlank ? { at: start.at, column: after.column + 1, pending: 0 } : start
}
