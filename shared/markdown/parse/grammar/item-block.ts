import type { BlockContext, Line } from '@lezer/markdown'
import { isBlankLine, isIndentedLine, isInsideBlock } from './block-lines.ts'

/**
 * List items, without lists around them: items in a row with the same kind of marker are put together afterwards.
 *
 * Lezer's own rules compare a column with a number of characters to see whether an item begins with a blank line, so
 * that an item such as `-`, tab, `ok` ends at the next blank line and loses what is indented under it.
 */

const marker = /(?:[-*+]|[0-9]{1,9}[.)])(?=[ \t\r\n]|$)/y

/** The bullet, or the number with its delimiter, that stands at `at`; '' when there is none. */
export function readMarker(text: string, at: number): string {
  marker.lastIndex = at
  return marker.exec(text)?.[0] ?? ''
}

/** What an item that is open remembers. */
interface OpenItem {
  /** Columns that its further lines must be indented by. */
  readonly width: number
  /** Where the line behind its first one begins, when nothing stands behind its marker. */
  readonly secondLine: number
}

const openItems = new WeakMap<BlockContext, OpenItem[]>()

/** An item: columns up to its content are its width, or one behind the marker when its line is empty or code. */
export function parseItem(context: BlockContext, line: Line): boolean | null {
  const mark = isIndentedLine(line) ? '' : readMarker(line.text, line.pos)
  if (mark === '') return false
  const after = line.pos + mark.length
  const afterColumn = line.countIndent(after, line.pos, line.indent)
  const content = line.skipSpace(after)
  const contentColumn = line.countIndent(content, after, afterColumn)
  const isEmpty = content === line.text.length
  const column = isEmpty || contentColumn > afterColumn + 4 ? afterColumn + 1 : contentColumn
  const items = openItems.get(context) ?? []
  openItems.set(context, items)
  const secondLine = isEmpty ? context.lineStart + line.text.length + 1 : -1
  items.push({ width: column - line.baseIndent, secondLine })
  context.startComposite('Item', line.pos, items.length - 1)
  line.moveBaseColumn(column)
  return null
}

/** Whether a line continues an item; moves the line's base to its content. */
export function continuesItem(context: BlockContext, line: Line, value: number): boolean {
  const item = openItems.get(context)?.[value]
  if (item === undefined) return false
  // An item may begin with one blank line, not with two.
  if (isBlankLine(line)) return context.lineStart !== item.secondLine
  if (line.indent < line.baseIndent + item.width) return false
  line.moveBaseColumn(line.baseIndent + item.width)
  return true
}

/**
 * True for a line that begins an item and ends the paragraph above it.
 *
 * An empty item or a number other than 1 does not, unless the line has already left a container of the paragraph, as
 * the next item of its list does.
 */
export function endsLeafWithItem(context: BlockContext, line: Line): boolean {
  const mark = readMarker(line.text, line.pos)
  if (mark === '') return false
  if (!isInsideBlock(context, line)) return true
  if (line.skipSpace(line.pos + mark.length) === line.text.length) return false
  return mark.length === 1 || mark === '1.' || mark === '1)'
}
