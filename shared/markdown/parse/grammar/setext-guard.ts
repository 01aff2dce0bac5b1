import type { BlockContext, LeafBlock, LeafBlockParser, Line } from '@lezer/markdown'
import { isOnlyDefinitions } from '../definitions.ts'

/** Lets a paragraph of link definitions pass its underline by: there is nothing to be a heading (spec, section 4.7). */
class GuardedSetext implements LeafBlockParser {
  readonly #setext: LeafBlockParser

  constructor(setext: LeafBlockParser) {
    this.#setext = setext
  }

  nextLine(context: BlockContext, line: Line, leaf: LeafBlock): boolean {
    const isUnderline = line.next === 61 || line.next === 45
    if (isUnderline && isOnlyDefinitions(leaf.content)) return false
    return this.#setext.nextLine(context, line, leaf)
  }

  finish(context: BlockContext, leaf: LeafBlock): boolean {
    return this.#setext.finish(context, leaf)
  }
}

/**
 * Puts the guard in front of Lezer's own parser of setext headings.
 *
 * That one must stay in the grammar: the rule for `---` looks for it. So it is wrapped for each leaf that begins with
 * `[`, and must be the last that was added.
 */
export function guardSetext(_context: BlockContext, leaf: LeafBlock): LeafBlockParser | null {
  if (!leaf.content.startsWith('[')) return null
  const setext = leaf.parsers.pop()
  return setext === undefined ? null : new GuardedSetext(setext)
}
