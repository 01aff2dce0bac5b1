import type { Span } from '../tree.ts'
import type { Container } from './containers.ts'
import { lineStart } from './containers.ts'
import { afterLineEnd } from './split-head.ts'

/** A line of a block: where its content stands, and the spaces that a split tab leaves before it. */
export interface SourceLine extends Span {
  readonly pending: number
}

/**
 * The lines of a block between `from` and `to`, without the prefixes of its containers and without line ends.
 *
 * The first line begins at `from`, whatever stands before it.
 */
export function sourceLines(
  text: string,
  { from, to }: Span,
  containers: readonly Container[],
): readonly SourceLine[] {
  const lines: SourceLine[] = []
  let lineTo = lineEndAt(text, from, to)
  lines.push({ from, to: lineTo, pending: 0 })
  while (lineTo < to) {
    const lineFrom = afterLineEnd(text, lineTo)
    lineTo = lineEndAt(text, lineFrom, to)
    const start = lineStart(text, lineFrom, containers)
    const contentFrom = Math.min(start.at, lineTo)
    lines.push({ from: contentFrom, to: lineTo, pending: start.at > lineTo ? 0 : start.pending })
  }
  return lines
}

/** The text of lines, joined by `\n`. */
export function textOfLines(text: string, lines: readonly SourceLine[]): string {
  return lines.map((line) => ' '.repeat(line.pending) + text.slice(line.from, line.to)).join('\n')
}

/** Where the line that holds `from` ends, before its line end, at most `limit`; looks no further than there. */
export function lineEndAt(text: string, from: number, limit: number): number {
  let to = from
  while (to < limit) {
    const code = text.charCodeAt(to)
    if (code === 10 || code === 13) return to
    to++
  }
  return Math.max(from, limit)
}

/** `to` without white space and line ends before it, not before `from`. */
export function trimSourceEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && /[ \t\r\n]/.test(text[end - 1] ?? '')) end--
  return end
}
