/** Tables: a changed cell is spliced into its row, rows and columns come and go, and nothing is padded anew. */

import type { Alignment, Cell, Row, Table } from '../tree.ts'
import type { Partner } from './align.ts'
import { baseOf } from './align.ts'
import type { Donor } from './atom-match.ts'
import { spanOf } from './base-index.ts'
import { findLineEnd } from '../../entry/line-edges.ts'
import { isSameContent, keyOf } from './content-keys.ts'
import { listDonors } from './leaf-source.ts'
import type { SaveContext } from './save-context.ts'
import { lineEndingAt } from './save-context.ts'
import { writeLeafContent } from './write-leaf.ts'

/** For each new column the old one it is, or null. */
type ColumnMap = readonly (number | null)[]

/** A line of the table as source, and the base line it is, which brings its own line ending and prefix. */
interface TableLine {
  readonly text: string
  readonly from: number | null
}

/** A table as source, in the coordinates of the base when there is one. */
export function writeTable(context: SaveContext, table: Table, base: Table | null, prefix: string): string {
  return new TableWriter(context, table, base, prefix).write()
}

class TableWriter {
  readonly #context: SaveContext
  readonly #table: Table
  readonly #base: Table | null
  readonly #prefix: string
  readonly #text: string
  readonly #columns: ColumnMap
  readonly #partners: readonly (Partner<Row> | null)[]

  constructor(context: SaveContext, table: Table, base: Table | null, prefix: string) {
    this.#context = context
    this.#table = table
    this.#base = base
    this.#prefix = prefix
    this.#text = context.base.text
    this.#partners = this.#alignRows()
    this.#columns = this.#mapColumns()
  }

  write(): string {
    const rows = this.#table.rows.map((row, at) => this.#writeRow(row, this.#partners[at] ?? null))
    const [header, ...rest] = rows
    if (header === undefined) return ''
    return this.#joinLines([header, this.#writeDelimiter(), ...rest])
  }

  /** Rows by pointer, then by content, then in order between their neighbours. */
  #alignRows(): (Partner<Row> | null)[] {
    const { rows } = this.#table
    const base = this.#base?.rows ?? []
    const partners: (Partner<Row> | null)[] = rows.map(() => null)
    const taken = new Set<number>()
    const take = (at: number, index: number) => {
      const node = base[index]
      if (node === undefined || taken.has(index) || partners[at] !== null) return
      partners[at] = { node, index }
      taken.add(index)
    }
    rows.forEach((row, at) => take(at, this.#findRow(row, base)))
    if (taken.size < base.length && partners.includes(null)) {
      const byKey = new Map(base.map((row, index) => [taken.has(index) ? '' : keyOf(row), index]))
      rows.forEach((row, at) => take(at, byKey.get(keyOf(row)) ?? -1))
      if (rows.length === base.length) rows.forEach((row, at) => row.base === undefined && take(at, at))
    }
    return partners
  }

  #findRow(row: Row, base: readonly Row[]): number {
    const own = baseOf(this.#context.index, row)
    if (own !== undefined) return base.indexOf(own as Row)
    for (const cell of row.cells) {
      const pointed = baseOf(this.#context.index, cell)
      const parent = pointed === undefined ? null : (this.#context.index.places.get(pointed)?.parent ?? null)
      if (parent?.type === 'row') return base.indexOf(parent)
    }
    return -1
  }

  #mapColumns(): ColumnMap {
    const width = this.#table.align.length
    const oldWidth = this.#base?.align.length ?? 0
    const columns: (number | null)[] = Array.from({ length: width }, () => null)
    const taken = new Set<number>()
    for (const row of this.#table.rows) {
      row.cells.forEach((cell, at) => {
        const pointed = baseOf(this.#context.index, cell)
        const index = pointed === undefined ? undefined : this.#context.index.places.get(pointed)?.index
        if (index === undefined || columns[at] !== null || taken.has(index) || !this.#isOwnCell(cell)) return
        columns[at] = index
        taken.add(index)
      })
    }
    const hasPointers = columns.some((column) => column !== null)
    // Without pointers, or with as many columns as before, the free columns are the old ones in their order.
    if (!hasPointers || width === oldWidth) {
      columns.forEach((column, at) => {
        if (column === null && at < oldWidth && !taken.has(at)) columns[at] = at
      })
    }
    return columns
  }

  #isOwnCell(cell: Cell): boolean {
    const pointed = baseOf(this.#context.index, cell)
    const row = pointed === undefined ? null : (this.#context.index.places.get(pointed)?.parent ?? null)
    return row !== null && (this.#context.index.places.get(row)?.parent ?? null) === this.#base
  }

  #isSameGrid(): boolean {
    return (
      this.#base !== null &&
      this.#columns.length === this.#base.align.length &&
      this.#columns.every((column, at) => column === at)
    )
  }

  #writeRow(row: Row, partner: Partner<Row> | null): TableLine {
    const base = partner?.node ?? null
    if (base === null) return { text: this.#writeNewRow(row), from: null }
    const { from, to } = spanOf(base)
    const isSame = this.#isSameGrid() && isSameContent(row, base)
    const line = isSame ? this.#text.slice(from, to) : this.#spliceRow(row, base)
    return { text: line + this.#spacesBehind(to), from }
  }

  /** Trailing spaces of a line, which its span leaves out. */
  #spacesBehind(at: number): string {
    return this.#text.slice(at, findLineEnd(this.#text, at))
  }

  /** Cells side by side with the pipes between them; changed ones with new content in their old padding. */
  #spliceRow(row: Row, base: Row): string {
    const { from, to } = spanOf(base)
    const pieces = splitRow(this.#text, base)
    const old = base.cells
    const last = this.#lastNeededColumn(row, pieces.length)
    const cells = this.#columns.slice(0, last + 1).map((column, at) => {
      const cell = row.cells[at]
      const piece = column === null ? undefined : pieces[column]
      const oldCell = column === null ? undefined : old[column]
      if (piece === undefined || oldCell?.span === undefined) return ` ${this.#writeCell(cell, null, base)} `
      if (cell !== undefined && isSameContent(cell, oldCell)) return this.#text.slice(piece.from, piece.to)
      const content = this.#writeCell(cell, oldCell, base)
      const before = this.#text.slice(piece.from, oldCell.span.from)
      const after = this.#text.slice(oldCell.span.to, piece.to)
      if (oldCell.span.from === oldCell.span.to && content !== '') return fillEmpty(before + after, content)
      return before + content + after
    })
    const first = pieces[0]?.from ?? from
    const end = pieces.at(-1)?.to ?? to
    // Without outer pipes an empty first or last cell would be lost, and `- |` would begin an item.
    const needsLead = /^\s*(?:$|[-+*>#]\s|\d+[.)]\s)/.test(cells[0] ?? '')
    const lead = this.#text.slice(from, first) || (needsLead ? '| ' : '')
    const tail =
      this.#text.slice(end, to) || (cells.at(-1)?.trim() === '' && last >= pieces.length - 1 ? '|' : '')
    return lead + joinCells(this.#spaceOut(cells, lead, tail, pieces.length - 1), tail !== '') + tail
  }

  /** Cells at the edges of a row without outer pipes have no padding there; further inside they need one. */
  #spaceOut(cells: readonly string[], lead: string, tail: string, lastColumn: number): string[] {
    return cells.map((cell, at) => {
      const isFirstBare = at === 0 && lead === ''
      const before = at > 0 && lead === '' && this.#columns[at] === 0 && !/^\s/.test(cell) ? ' ' : ''
      const isLast = at === cells.length - 1
      const after = !isLast && tail === '' && this.#columns[at] === lastColumn && !/\s$/.test(cell) ? ' ' : ''
      return before + (isFirstBare ? cell.trimStart() : cell) + after
    })
  }

  /** A short row stays short while its missing cells are empty. */
  #lastNeededColumn(row: Row, written: number): number {
    if (!this.#isSameGrid()) return this.#columns.length - 1
    let last = this.#columns.length - 1
    while (last >= written && (row.cells[last]?.runs.length ?? 0) === 0) last -= 1
    return last
  }

  #writeCell(cell: Cell | undefined, base: Cell | null, row: Row | null): string {
    if (cell === undefined) return ''
    const donors = (): readonly Donor[] => (row === null ? [] : listDonors(this.#context.base, row.cells))
    const setting = { container: 'none', isFirst: false, box: null, isUprooted: false } as const
    return writeLeafContent(this.#context, { leaf: cell, base, donors, prefix: this.#prefix, setting })
  }

  #writeNewRow(row: Row): string {
    const cells = this.#columns.map((_, at) => this.#writeCell(row.cells[at], null, null))
    const model = this.#base?.rows.at(-1)
    const hasPipes = model === undefined || this.#text[spanOf(model).from] === '|'
    const isTight =
      model !== undefined && /^\|\S/.test(this.#text.slice(spanOf(model).from, spanOf(model).to))
    const space = isTight ? '' : ' '
    const inner = cells.map((cell) => (cell === '' ? space || ' ' : `${space}${cell}${space}`)).join('|')
    // Without outer pipes an empty first cell would be lost.
    return hasPipes || cells[0] === '' || cells.at(-1) === '' ? `|${inner}|` : inner.trim()
  }

  #writeDelimiter(): TableLine {
    const delimiter = this.#base?.delimiter
    const wanted = this.#table.align
    if (this.#base === null || delimiter === undefined) {
      return { text: `| ${wanted.map(dashes).join(' | ')} |`, from: null }
    }
    const source = this.#text.slice(delimiter.from, delimiter.to)
    const behind = this.#spacesBehind(delimiter.to)
    const old = this.#base.align
    if (this.#isSameGrid() && wanted.every((align, at) => align === old[at]))
      return { text: source + behind, from: delimiter.from }
    const lead = source.startsWith('|') ? '|' : ''
    const tail = source.endsWith('|') ? '|' : ''
    const pieces = source.slice(lead.length, source.length - tail.length).split('|')
    const padding = /^\s/.test(pieces[0] ?? ' ') ? ' ' : ''
    const cells = wanted.map((align, at) => {
      const column = this.#columns[at] ?? null
      const piece = column === null ? undefined : pieces[column]
      if (piece === undefined || column === null) return `${padding}${dashes(align)}${padding}`
      return align === old[column] ? piece : realign(piece, align)
    })
    const isLoneBare = lead === '' && tail === '' && cells.length === 1
    const line = isLoneBare ? `|${cells.join('')}|` : lead + cells.join('|') + tail
    return { text: line + behind, from: delimiter.from }
  }

  /** Lines behind one another; a base line that follows its old predecessor keeps what stood between them. */
  #joinLines(lines: readonly TableLine[]): string {
    const near = this.#base === null ? this.#text.length : spanOf(this.#base).from
    const newLine = lineEndingAt(this.#context.base, near) + this.#prefix
    const gaps = this.#readGaps()
    return lines
      .map((line, at) => (at === 0 ? '' : (gaps.get(line.from ?? -1) ?? newLine)) + line.text)
      .join('')
  }

  /** For the start of each base line but the first: what stands between it and the line above. */
  #readGaps(): Map<number, string> {
    const gaps = new Map<number, string>()
    const base = this.#base
    if (base?.delimiter === undefined) return gaps
    const [header, ...rest] = base.rows.map(spanOf)
    const lines = [...(header === undefined ? [] : [header]), base.delimiter, ...rest]
    lines.forEach((line, at) => {
      const above = lines[at - 1]
      if (above !== undefined)
        gaps.set(line.from, this.#text.slice(findLineEnd(this.#text, above.to), line.from))
    })
    return gaps
  }
}

/** The stretch of each written cell from pipe to pipe, padding included. */
function splitRow(text: string, row: Row): { from: number; to: number }[] {
  const { from, to } = spanOf(row)
  const cells = row.cells.flatMap((cell) => (cell.span === undefined ? [] : [cell.span]))
  let at = text[from] === '|' ? from + 1 : from
  return cells.map((span) => {
    const pipe = text.indexOf('|', span.to)
    const end = pipe === -1 || pipe >= to ? to : pipe
    const piece = { from: at, to: end }
    at = Math.min(end + 1, to)
    return piece
  })
}

/** An empty cell keeps its width where that is wide enough. */
function fillEmpty(space: string, content: string): string {
  return `${` ${content}`.padEnd(space.length - 1)} `
}

/** The last cell of a row without a closing pipe ends with its content. */
function joinCells(cells: readonly string[], hasTail: boolean): string {
  const row = cells.join('|')
  return hasTail ? row : row.trimEnd()
}

function dashes(align: Alignment): string {
  return { left: ':---', right: '---:', center: ':---:', none: '---' }[align ?? 'none']
}

/** Colons change, the number of characters does not where that is possible. */
function realign(piece: string, align: Alignment): string {
  const mark = piece.trim()
  const left = align === 'left' || align === 'center' ? ':' : ''
  const right = align === 'right' || align === 'center' ? ':' : ''
  const inner = '-'.repeat(Math.max(1, mark.length - left.length - right.length))
  return piece.replace(mark, left + inner + right)
}
