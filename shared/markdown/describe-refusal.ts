import type { RefusedBlock } from './save-outcome.ts'
import type { Block } from './tree.ts'

/**
 * Says for a bug report what could not be written: the reason, the kinds of blocks, and the Markdown that was tried with
 * every letter as `x` and every digit as `0`. Marks, spaces and lines stay, because they are what went wrong; no word of
 * the author is in it.
 */
export function describeRefusal({ block, reason, candidate }: RefusedBlock): string {
  return [`${reason} ${outlineBlock(block)}`, maskText(candidate)].filter((part) => part !== '').join('\n')
}

/** `list > item > paragraph`: kinds alone, a container with what is in it in brackets. */
function outlineBlock(block: Block): string {
  switch (block.type) {
    case 'quote':
      return `quote (${block.blocks.map(outlineBlock).join(', ')})`
    case 'list':
      return `list (${block.items.map((item) => `item (${item.blocks.map(outlineBlock).join(', ')})`).join(', ')})`
    case 'paragraph':
    case 'heading':
      return `${block.type} of ${block.runs.map((run) => run.kind).join(', ')}`
    case 'table':
      return `table of ${block.rows.length} rows`
    case 'source':
      return `source, ${block.form}`
    case 'code':
    case 'rule':
      return block.type
  }
}

/** The text with its letters and digits hidden, in any script. */
export function maskText(text: string): string {
  return text
    .replace(/[\p{L}\p{M}]/gu, 'x')
    .replace(/\p{N}/gu, '0')
    .replace(/\p{Extended_Pictographic}/gu, '☐')
}
