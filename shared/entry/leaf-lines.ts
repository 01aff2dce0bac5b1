import { opaqueText } from './plain-text.ts'
import type { Run, Span, TextRun } from '../markdown/tree.ts'

/**
 * One source line of a leaf (paragraph, heading, cell): authors write lists of links as consecutive lines of one
 * paragraph, so what a line says is read line by line.
 */
export interface LeafLine {
  /** Plain text of the line; an inline that is not text is one U+FFFC, so that offsets stay simple. */
  readonly text: string
  readonly pieces: readonly LinePiece[]
}

/** A run with the part of the line's text it fills: `text.slice(at, end)`. */
export interface LinePiece {
  readonly run: Run
  readonly at: number
  readonly end: number
}

/** Stands for an opaque inline in the text of a line. */
export const objectCharacter = '\uFFFC'

/**
 * Splits runs at the line ends of the source. A line end inside a link does not split: the link belongs to one line,
 * and the end reads as a space.
 */
export function leafLines(runs: readonly Run[]): readonly LeafLine[] {
  const lines: LeafLine[] = []
  let pieces: LinePiece[] = []
  let text = ''
  for (const run of runs) {
    if (run.kind === 'break' && run.link === null) {
      lines.push({ text, pieces })
      pieces = []
      text = ''
      continue
    }
    const added = run.kind === 'text' ? run.text : run.kind === 'break' ? ' ' : objectCharacter
    pieces.push({ run, at: text.length, end: text.length + added.length })
    text += added
  }
  lines.push({ text, pieces })
  return lines
}

/** What a reader sees of `line.text.slice(at, end)`, white space folded and trimmed; links show their text. */
export function readableSlice(line: LeafLine, at: number, end: number): string {
  let text = ''
  for (let index = firstEndingAfter(line.pieces, at); index < line.pieces.length; index++) {
    const piece = line.pieces[index]!
    if (piece.at >= end) break
    text +=
      piece.run.kind === 'opaque'
        ? opaqueText(piece.run)
        : line.text.slice(Math.max(at, piece.at), Math.min(end, piece.end))
  }
  return text.replace(/[ \t\r\n]+/g, ' ').trim()
}

/**
 * Where `line.text.slice(at, end)` stands in the entry's text.
 *
 * @throws when the runs carry no positions, which only those of an intended tree may do.
 */
export function sourceSpan(line: LeafLine, at: number, end: number): Span {
  const first = pieceAt(line, at)
  const last = pieceAt(line, Math.max(at, end - 1))
  return { from: sourceEdge(first, at, 'from'), to: sourceEdge(last, Math.max(at, end - 1), 'to') }
}

function pieceAt(line: LeafLine, at: number): LinePiece {
  const found = line.pieces[firstEndingAfter(line.pieces, at)] ?? line.pieces.at(-1)
  if (found === undefined) throw new Error('an empty line has no place in the source')
  return found
}

/** Index of the first piece that ends after `at`, by halving: a line can hold thousands of links. */
function firstEndingAfter(pieces: readonly { readonly end: number }[], at: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle]!.end > at) high = middle
    else low = middle + 1
  }
  return low
}

function sourceEdge(piece: LinePiece, at: number, edge: 'from' | 'to'): number {
  if (piece.run.kind === 'text') return textEdge(piece.run, at - piece.at, edge)
  if (piece.run.span === undefined) throw new Error('runs without positions have no place in the source')
  return piece.run.span[edge]
}

/** Source offset before (`from`) or after (`to`) the character at `index` of a run. */
function textEdge(run: TextRun, index: number, edge: 'from' | 'to'): number {
  const segments = run.segments
  if (segments === undefined) throw new Error('runs without positions have no place in the source')
  const segment = segments.find((each) => index < each.at + each.length) ?? segments.at(-1)
  if (segment === undefined) throw new Error('an empty run has no place in the source')
  const isVerbatim = segment.to - segment.from === segment.length
  if (!isVerbatim) return segment[edge]
  return segment.from + Math.min(index - segment.at, segment.length - 1) + (edge === 'to' ? 1 : 0)
}
