/** One block as source: its slice when it is unchanged, else by the writer of its type. */

import type { Block, SourceBlock } from '../tree.ts'
import { spanOf } from './base-index.ts'
import { replacePrefix } from './columns.ts'
import { isSameContent } from './content-keys.ts'
import type { SaveContext, Target, WrittenBlock } from './save-context.ts'
import { styleOf } from './save-context.ts'
import { writeList, writeQuote } from './write-container.ts'
import { writeHeading, writeParagraph } from './write-leaf.ts'
import { writeCode, writeSource } from './write-lines.ts'
import { writeTable } from './write-table.ts'

/**
 * Writes a block for its target.
 *
 * A block with a partner in the base is written in the partner's coordinates, so that all that is unchanged is
 * copied; when it stands elsewhere now, its lines then change their prefix.
 */
export function writeBlock(context: SaveContext, block: Block, target: Target): WrittenBlock {
  const partner = target.partner
  if (partner === null) return writeFresh(context, block, target)
  const base = partner.node
  const basePrefix = context.index.places.get(base)?.prefix ?? firstItemPrefix(context, base)
  const span = spanOf(base)
  const isUprooted =
    context.effort.checksUprooted &&
    block.type === 'paragraph' &&
    (partner.index === null || target.setting.isUprooted)
  const written =
    isSameContent(block, base) && !isUprooted
      ? { text: context.base.text.slice(span.from, span.to), prefix: basePrefix }
      : writeByType(context, block, base, { ...target, prefix: basePrefix, listPrefix: basePrefix })
  if (partner.index !== null) return written
  const prefix = block.type === 'list' ? target.listPrefix : target.prefix
  if (block.type === 'source' && replacePrefix(written.text, basePrefix, '') !== block.text)
    return moveSource(context, block, prefix)
  return { text: replacePrefix(written.text, basePrefix, prefix), prefix }
}

/**
 * A source block in another place, when its lines have more indent than the container asks for: that is part of what
 * they say, and would go with the indent of the block itself. HTML begins where it ends: its first line may be indented.
 */
function moveSource(context: SaveContext, block: SourceBlock, prefix: string): WrittenBlock {
  const indent = block.form === 'html' ? /\n( {1,3})\S[^\n]*$/.exec(block.text)?.[1] : undefined
  return { text: writeSource(context, block, null, prefix), prefix: prefix + (indent ?? '') }
}

/** Lists that were joined have no place of their own. */
function firstItemPrefix(context: SaveContext, base: Block): string {
  const item = base.type === 'list' ? base.items[0] : undefined
  return item === undefined ? '' : (context.index.places.get(item)?.prefix ?? '')
}

function writeFresh(context: SaveContext, block: Block, target: Target): WrittenBlock {
  return writeByType(context, block, null, target)
}

function writeByType(context: SaveContext, block: Block, base: Block | null, target: Target): WrittenBlock {
  const { prefix, donors, setting } = target
  switch (block.type) {
    case 'paragraph': {
      const own = base?.type === 'paragraph' ? base : null
      return { text: writeParagraph(context, { leaf: block, base: own, donors, prefix, setting }), prefix }
    }
    case 'heading': {
      const own = base?.type === 'heading' ? base : null
      return {
        text: writeHeading(context, block, { leaf: block, base: own, donors, prefix, setting }),
        prefix,
      }
    }
    case 'rule':
      // `- ---` is one rule, not an item with a rule in it.
      return { text: setting.container === 'item' && setting.isFirst ? '___' : styleOf(context).rule, prefix }
    case 'quote':
      return { text: writeQuote(context, block, base?.type === 'quote' ? base : null, target), prefix }
    case 'list':
      return writeList(context, block, base?.type === 'list' ? base : null, target)
    case 'code':
      return { text: writeCode(context, block, base?.type === 'code' ? base : null, prefix), prefix }
    case 'table':
      return { text: writeTable(context, block, base?.type === 'table' ? base : null, prefix), prefix }
    case 'source':
      return { text: writeSource(context, block, base?.type === 'source' ? base : null, prefix), prefix }
  }
}
