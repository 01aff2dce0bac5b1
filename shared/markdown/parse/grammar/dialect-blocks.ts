import type { BlockContext, Line } from '@lezer/markdown'
import {
  addBlock,
  consumeThrough,
  isBlankLine,
  isIndentedLine,
  isInsideBlock,
  sourceOf,
} from './block-lines.ts'

/** How far ahead the end of a shortcode over several lines is looked for, in UTF-16 code units. */
const SHORTCODE_REACH = 4000

/**
 * Display math: `$$` at the start of a line, up to the line that holds the next `$$`.
 *
 * On one line it must be alone on it. Without a closing `$$` it is text.
 */
export function parseMathBlock(context: BlockContext, line: Line): boolean {
  return parseMarkedBlock(context, line, '$$', 'MathBlock')
}

/** Obsidian's comment: `%%` at the start of a line, up to the line that holds the next `%%`. */
export function parseCommentBlock(context: BlockContext, line: Line): boolean {
  return parseMarkedBlock(context, line, '%%', 'CommentBlock')
}

function parseMarkedBlock(context: BlockContext, line: Line, mark: string, type: string): boolean {
  if (!startsWithMark(line, mark)) return false
  const from = context.lineStart + line.pos
  const rest = line.text.slice(line.pos + mark.length)
  const close = rest.indexOf(mark)
  if (close >= 0) {
    if (rest.slice(close + mark.length).trim() !== '') return false
    context.nextLine()
  } else {
    if (!isClosedLater(context, line, mark)) return false
    consumeThrough(context, line, (content) => content.includes(mark))
  }
  addBlock(context, type, from)
  return true
}

function startsWithMark(line: Line, mark: string): boolean {
  return line.next === mark.charCodeAt(0) && !isIndentedLine(line) && line.text.startsWith(mark, line.pos)
}

function isClosedLater(context: BlockContext, line: Line, mark: string): boolean {
  return sourceOf(context).includes(mark, context.lineStart + line.text.length)
}

/**
 * True for a line that begins display math over several lines: it ends the paragraph above it, since lines of TeX such
 * as `- b` would otherwise begin lists.
 */
export function endsLeafWithMath(context: BlockContext, line: Line): boolean {
  if (!startsWithMark(line, '$$')) return false
  return line.text.trimEnd().length === line.pos + 2 && isClosedLater(context, line, '$$')
}

const tagEnds: ReadonlyMap<string, string> = new Map([
  ['{{<', '>}}'],
  ['{{%', '%}}'],
  ['{%', '%}'],
])

/** The end that the tag at `at` needs; null when none begins there. `{{ … }}` prints a value: it stays inline. */
function tagEndAt(text: string, at: number): string | null {
  return tagEnds.get(text.slice(at, at + 3)) ?? tagEnds.get(text.slice(at, at + 2)) ?? null
}

/** True when the line holds Hugo shortcodes or Liquid tags and nothing else. */
function isLineOfTags(line: Line): boolean {
  let at = line.pos
  while (at < line.text.length) {
    const end = tagEndAt(line.text, at)
    const close = end === null ? -1 : line.text.indexOf(end, at + 2)
    if (end === null || close < 0) return false
    at = line.skipSpace(close + end.length)
  }
  return at > line.pos
}

/** The closing mark of a tag that begins on this line and ends on a later one, alone and before a blank line. */
function openTagEnd(context: BlockContext, line: Line): string | null {
  const end = tagEndAt(line.text, line.pos)
  if (end === null || line.text.includes(end, line.pos + 2)) return null
  const from = context.lineStart + line.text.length
  const ahead = sourceOf(context).slice(from, from + SHORTCODE_REACH)
  const close = ahead.indexOf(end)
  if (close < 0 || /\n[ \t>]*\n/.test(ahead.slice(0, close))) return null
  return /^[ \t]*(?:\n|$)/.test(ahead.slice(close + end.length)) ? end : null
}

/** Lines of shortcodes or Liquid tags alone. An opening and a closing one are two blocks, with Markdown between. */
export function parseShortcodeBlock(context: BlockContext, line: Line): boolean {
  if (line.next !== 123 || isIndentedLine(line)) return false
  const from = context.lineStart + line.pos
  const end = openTagEnd(context, line)
  if (end !== null) consumeThrough(context, line, (content) => content.includes(end))
  else if (isLineOfTags(line)) context.nextLine()
  else return false
  addBlock(context, 'ShortcodeBlock', from)
  return true
}

/** True for a line of tags alone: it ends the paragraph above it. */
export function endsLeafWithShortcode(_context: BlockContext, line: Line): boolean {
  return line.next === 123 && isLineOfTags(line)
}

const footnoteLabel = /\[\^((?:[^\s[\]\\]|\\.)+)\]:/y

/** The label of the footnote definition that begins at `at`, and the offset behind its colon. */
export function readFootnoteLabel(text: string, at: number): { label: string; to: number } | null {
  footnoteLabel.lastIndex = at
  const match = footnoteLabel.exec(text)
  return match === null ? null : { label: match[1] ?? '', to: at + match[0].length }
}

/** A footnote definition: a container, whose further lines are indented by four columns. */
export function parseFootnoteDefinition(context: BlockContext, line: Line): boolean | null {
  if (line.next !== 91 || isIndentedLine(line)) return false
  const label = readFootnoteLabel(line.text, line.pos)
  if (label === null) return false
  context.startComposite('FootnoteDefinition', line.pos, 4)
  line.moveBase(line.skipSpace(label.to))
  return null
}

/** Whether a line continues a footnote definition; moves the line's base behind its indent. */
export function continuesFootnoteDefinition(_context: BlockContext, line: Line, width: number): boolean {
  if (isBlankLine(line)) return true
  if (line.indent < line.baseIndent + width) return false
  line.moveBaseColumn(line.baseIndent + width)
  return true
}

/** True for a line that begins a footnote definition: it ends the paragraph above it. */
export function endsLeafWithFootnote(_context: BlockContext, line: Line): boolean {
  return line.next === 91 && readFootnoteLabel(line.text, line.pos) !== null
}

/** Containers may nest this deep; what lies deeper is shown as source. Real files stay below 20. */
const MAX_DEPTH = 100

/**
 * Takes lines that are nested too deep as one block of source.
 *
 * A line of a million `>` would else be a million containers: it costs quadratic time in places and overflows the
 * stack of whatever walks the tree.
 */
export function parseTooDeep(context: BlockContext, line: Line): boolean {
  if (context.depth < MAX_DEPTH || isBlankLine(line)) return false
  const from = context.lineStart + line.pos
  while (context.nextLine() && isInsideBlock(context, line)) if (isBlankLine(line)) break
  addBlock(context, 'TooDeep', from)
  return true
}
