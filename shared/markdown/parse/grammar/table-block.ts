import type { BlockContext, LeafBlock, LeafBlockParser, Line } from '@lezer/markdown'
import type { Alignment, Span } from '../../tree.ts'
import { isIndentedLine, isInsideBlock } from './block-lines.ts'
import { readMarker } from './item-block.ts'

/**
 * Where the cells of a row stand in `line`, without padding; an empty cell has an empty span.
 *
 * A pipe that is not escaped ends a cell, even inside code (GFM, "Tables").
 */
export function cellSpans(line: string): readonly Span[] {
  const cells: Span[] = []
  let from = skipSpace(line, 0)
  if (line[from] === '|') from++
  for (let at = from; at < line.length; at++) {
    const character = line[at]
    if (character === '\\') at++
    else if (character === '|') {
      cells.push(withoutPadding(line, from, at))
      from = at + 1
    }
  }
  if (skipSpace(line, from) < line.length) cells.push(withoutPadding(line, from, line.length))
  return cells
}

function skipSpace(line: string, at: number): number {
  let to = at
  while (line[to] === ' ' || line[to] === '\t') to++
  return to
}

function withoutPadding(line: string, from: number, to: number): Span {
  const start = Math.min(skipSpace(line, from), to)
  let end = to
  while (end > start && (line[end - 1] === ' ' || line[end - 1] === '\t')) end--
  // An empty cell is written where its content would go: behind one space of its padding.
  return end > start ? { from: start, to: end } : { from: Math.min(from + 1, to), to: Math.min(from + 1, to) }
}

/** The alignments that a line of dashes gives; null when it is none. */
export function readAlignments(line: string): readonly Alignment[] | null {
  if (!/^[ \t]*[-:|]/.test(line) || !/[:|]/.test(line)) return null
  const align: Alignment[] = []
  for (const { from, to } of cellSpans(line)) {
    const match = /^(:?)-+(:?)$/.exec(line.slice(from, to))
    if (match === null) return null
    align.push(alignmentOf(match[1] === ':', match[2] === ':'))
  }
  return align.length > 0 ? align : null
}

function alignmentOf(left: boolean, right: boolean): Alignment {
  if (left) return right ? 'center' : 'left'
  return right ? 'right' : null
}

function isHeaderAbove(header: string, delimiter: string): boolean {
  const align = readAlignments(delimiter)
  return align !== null && align.length === cellSpans(header).length
}

/**
 * Watches a paragraph: when its second line is a line of dashes for as many columns as the first has, it is a table.
 */
class TableWatcher implements LeafBlockParser {
  isTable: boolean | null = null

  nextLine(context: BlockContext, line: Line, leaf: LeafBlock): boolean {
    if (this.isTable === true) return endsTable(context, line) && this.finish(context, leaf)
    this.isTable ??=
      isInsideBlock(context, line) &&
      !isIndentedLine(line) &&
      isHeaderAbove(leaf.content, line.text.slice(line.pos))
    return false
  }

  finish(context: BlockContext, leaf: LeafBlock): boolean {
    if (this.isTable !== true) return false
    context.addLeafElement(leaf, context.elt('Table', leaf.start, leaf.start + leaf.content.length))
    return true
  }
}

/**
 * True for a line that is no row, although it would continue a paragraph: one that has left a container, one indented
 * as code, a rule, an empty item or one with any number.
 */
function endsTable(context: BlockContext, line: Line): boolean {
  if (!isInsideBlock(context, line) || isIndentedLine(line)) return true
  return /^(?:-[ \t]*){3,}$/.test(line.text.slice(line.pos)) || readMarker(line.text, line.pos) !== ''
}

/** True when a paragraph has turned out to be a table. */
export function isTableLeaf(leaf: LeafBlock): boolean {
  return leaf.parsers.some((parser) => parser instanceof TableWatcher && parser.isTable === true)
}

/** Starts to watch a paragraph for being a table. */
export function watchForTable(): LeafBlockParser {
  return new TableWatcher()
}

/** True for a line that is the header of a table: it ends the paragraph above it. */
export function endsLeafWithTable(context: BlockContext, line: Line, leaf: LeafBlock): boolean {
  if (isTableLeaf(leaf) || !isInsideBlock(context, line)) return false
  const next = context.peekLine().replace(/^[>\s]+/, '')
  return isHeaderAbove(line.text.slice(line.pos), next)
}
