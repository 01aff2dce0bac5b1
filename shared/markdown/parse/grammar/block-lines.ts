import type { BlockContext, Line } from '@lezer/markdown'

const sources = new WeakMap<object, string>()

/** Remembers the text that a parse reads, so that rules can look ahead of the current line. */
export function rememberSource(parse: object, source: string): void {
  sources.set(parse, source)
}

/** The whole text that is being parsed. */
export function sourceOf(context: BlockContext): string {
  return sources.get(context) ?? ''
}

/**
 * True while the current line still belongs to every container around the block.
 *
 * Lezer counts the containers that a line continues in `line.depth`. The field is missing in its published types, but
 * no rule that takes several lines can do without it; its own rule for fenced code reads it as well.
 */
export function isInsideBlock(context: BlockContext, line: Line): boolean {
  return (line as Line & { readonly depth: number }).depth >= context.depth
}

/** True when nothing but prefixes of containers and white space stands on the line. */
export function isBlankLine(line: Line): boolean {
  return line.pos >= line.text.length
}

/** True when the line is indented so far that it is code, or continues a paragraph. */
export function isIndentedLine(line: Line): boolean {
  return line.indent >= line.baseIndent + 4
}

/**
 * Consumes lines up to the one that `isLast` accepts, that one included, or to the end of the container.
 *
 * The current line counts as the first and is always consumed.
 */
export function consumeThrough(
  context: BlockContext,
  line: Line,
  isLast: (content: string) => boolean,
): void {
  while (context.nextLine() && isInsideBlock(context, line)) {
    if (!isLast(line.text.slice(line.basePos))) continue
    context.nextLine()
    return
  }
}

/** Adds a block that begins at `from` and ends with the last consumed line. */
export function addBlock(context: BlockContext, type: string, from: number): void {
  context.addElement(context.elt(type, from, Math.max(from, context.prevLineEnd())))
}
