import type { BlockContext, Line } from '@lezer/markdown'
import { isIndentedLine } from './block-lines.ts'

/**
 * Block quotes. Lezer's own rule counts a tab behind `>` as one column when the quote begins and as all of its columns
 * afterwards, and takes a `>` behind four spaces for a quote; both make other blocks than CommonMark does.
 */
export function parseQuote(context: BlockContext, line: Line): boolean | null {
  if (line.next !== 62 || isIndentedLine(line)) return false
  context.startComposite('Quote', line.pos)
  moveBehindMark(line)
  return null
}

/** Whether a line continues a quote; moves the line's base behind `>` and one column of white space. */
export function continuesQuote(_context: BlockContext, line: Line): boolean {
  if (line.next !== 62 || isIndentedLine(line)) return false
  moveBehindMark(line)
  return true
}

function moveBehindMark(line: Line): void {
  const next = line.text.charCodeAt(line.pos + 1)
  line.moveBaseColumn(line.indent + (next === 32 || next === 9 ? 2 : 1))
}
