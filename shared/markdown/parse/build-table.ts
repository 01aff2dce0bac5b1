import type { Cell, Row, SourceBlock, Span, Table } from '../tree.ts'
import type { BlockBuilding } from './block-building.ts'
import type { Container } from './containers.ts'
import { cellSpans, readAlignments } from './grammar/table-block.ts'
import { leafContent } from './leaf-content.ts'
import type { SourceLine } from './source-lines.ts'
import { sourceLines } from './source-lines.ts'

/**
 * A table, or its source when some row has more cells than the header: GFM ignores those, so that an editor of the
 * grid would lose them.
 */
export function buildTable(
  building: BlockBuilding,
  span: Span,
  containers: readonly Container[],
): Table | SourceBlock {
  const { text } = building
  const [header, delimiter, ...rest] = sourceLines(text, span, containers).map((line) => trimLine(text, line))
  const align = delimiter === undefined ? null : readAlignments(text.slice(delimiter.from, delimiter.to))
  if (header === undefined || delimiter === undefined || align === null) {
    return building.sourceBlock('table', span, containers)
  }
  const rows = [header, ...rest].map((line) => ({ line, cells: cellSpans(text.slice(line.from, line.to)) }))
  if (rows.some(({ cells }) => cells.length > align.length))
    return building.sourceBlock('table', span, containers)
  return {
    type: 'table',
    span,
    align,
    delimiter,
    rows: rows.map(({ line, cells }) => buildRow(building, line, cells, align.length)),
  }
}

function trimLine(text: string, line: SourceLine): Span {
  let { from, to } = line
  while (from < to && (text[from] === ' ' || text[from] === '\t')) from++
  while (to > from && (text[to - 1] === ' ' || text[to - 1] === '\t')) to--
  return { from, to }
}

function buildRow(building: BlockBuilding, line: Span, cells: readonly Span[], width: number): Row {
  const built: Cell[] = cells.map(({ from, to }) => {
    const span = { from: line.from + from, to: line.from + to }
    const content = leafContent(building.text, span, [])
    return { type: 'cell', span, runs: building.runsOf(content, { isCell: true }) }
  })
  while (built.length < width) built.push({ type: 'cell', runs: [] })
  return { type: 'row', span: line, cells: built }
}
