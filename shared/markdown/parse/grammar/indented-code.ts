import type { BlockContext, Line } from '@lezer/markdown'
import { isBlankLine, isIndentedLine, isInsideBlock } from './block-lines.ts'

/** Indented code. Lezer's own rule also takes a blank line behind a marker for code, e.g. `>` with a tab behind it. */
export function parseIndentedCode(context: BlockContext, line: Line): boolean {
  if (isBlankLine(line) || !isIndentedLine(line)) return false
  const from = context.lineStart + line.findColumn(line.baseIndent + 4)
  let to = context.lineStart + line.text.length
  while (context.nextLine() && isInsideBlock(context, line)) {
    if (isBlankLine(line)) continue
    if (!isIndentedLine(line)) break
    to = context.lineStart + line.text.length
  }
  context.addElement(context.elt('CodeBlock', from, to))
  return true
}
