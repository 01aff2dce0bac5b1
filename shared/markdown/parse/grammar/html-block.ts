import type { BlockContext, Line } from '@lezer/markdown'
import { addBlock, consumeThrough, isBlankLine, isInsideBlock, isIndentedLine } from './block-lines.ts'

/** How an HTML block begins, and how it ends; no end means: at the next blank line. */
interface HtmlStyle {
  readonly start: RegExp
  readonly end: RegExp | null
  readonly canInterrupt: boolean
}

const blockNames =
  'address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|' +
  'fieldset|figcaption|figure|footer|form|frame|frameset|h1|h2|h3|h4|h5|h6|head|header|hr|html|iframe|legend|li|' +
  'link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|' +
  'thead|title|tr|track|ul'
const attribute = '\\s+[a-zA-Z:_][\\w.:-]*(?:\\s*=\\s*(?:[^\\s"\'=<>`]+|\'[^\']*\'|"[^"]*"))?'

/** The seven kinds of CommonMark 0.31, section 4.6, in its order. */
const styles: readonly HtmlStyle[] = [
  {
    start: /^<(?:script|pre|style|textarea)(?:\s|>|$)/i,
    end: /<\/(?:script|pre|style|textarea)>/i,
    canInterrupt: true,
  },
  { start: /^<!--/, end: /-->/, canInterrupt: true },
  { start: /^<\?/, end: /\?>/, canInterrupt: true },
  { start: /^<![A-Za-z]/, end: />/, canInterrupt: true },
  { start: /^<!\[CDATA\[/, end: /\]\]>/, canInterrupt: true },
  { start: new RegExp(`^</?(?:${blockNames})(?:\\s|/?>|$)`, 'i'), end: null, canInterrupt: true },
  {
    start: new RegExp(`^(?:</[a-z][a-z0-9-]*\\s*>|<[a-z][a-z0-9-]*(?:${attribute})*\\s*/?>)\\s*$`, 'i'),
    end: null,
    canInterrupt: false,
  },
]

function findStyle(line: Line): HtmlStyle | null {
  if (line.next !== 60 || isIndentedLine(line)) return null
  const rest = line.text.slice(line.pos)
  return styles.find((style) => style.start.test(rest)) ?? null
}

/**
 * An HTML block.
 *
 * Lezer's own rule looks for the blank line in the whole line, so that in a block quote (where a blank line is `>`) no
 * block ever ended.
 */
export function parseHtmlBlock(context: BlockContext, line: Line): boolean {
  const style = findStyle(line)
  if (style === null) return false
  const from = context.lineStart + line.pos
  const { end } = style
  if (end === null) {
    while (context.nextLine() && isInsideBlock(context, line)) if (isBlankLine(line)) break
  } else if (end.test(line.text.slice(line.pos))) context.nextLine()
  else consumeThrough(context, line, (content) => end.test(content))
  addBlock(context, 'HTMLBlock', from)
  return true
}

/**
 * True for a line of HTML that ends the paragraph above it. A lone tag does so only where the line has left a container
 * of the paragraph, and so does not interrupt it.
 */
export function endsLeafWithHtml(context: BlockContext, line: Line): boolean {
  const style = findStyle(line)
  return style !== null && (style.canInterrupt || !isInsideBlock(context, line))
}
