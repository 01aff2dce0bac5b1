import type { BlockContext, LeafBlock, LeafBlockParser, Line } from '@lezer/markdown'
import { isOnlyDefinitions } from '../definitions.ts'
import { isTableLeaf } from './table-block.ts'

const underline = /^(?:=+|-+)[ \t]*$/

/**
 * Lets two kinds of leaf pass an underline by: link definitions, where there is nothing to be a heading (CommonMark
 * 0.31, section 4.7), and tables, where it is a row.
 */
class GuardedSetext implements LeafBlockParser {
  readonly #setext: LeafBlockParser

  constructor(setext: LeafBlockParser) {
    this.#setext = setext
  }

  nextLine(context: BlockContext, line: Line, leaf: LeafBlock): boolean {
    // The content is only looked at under an underline: to look at a string that is being put together costs its length.
    if (!underline.test(line.text.slice(line.pos))) return false
    if (isTableLeaf(leaf) || isOnlyDefinitions(leaf.content)) return false
    return this.#setext.nextLine(context, line, leaf)
  }

  finish(context: BlockContext, leaf: LeafBlock): boolean {
    return this.#setext.finish(context, leaf)
  }
}

/**
 * Puts the guard in front of Lezer's own parser of setext headings.
 *
 * That one must stay in the grammar: the rule for `---` looks for it. So it is wrapped for each leaf, and must be the
 * last parser that was added to it.
 */
export function guardSetext(_context: BlockContext, leaf: LeafBlock): LeafBlockParser | null {
  const setext = leaf.parsers.pop()
  return setext === undefined ? null : new GuardedSetext(setext)
}
