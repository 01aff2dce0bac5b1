import { plainText } from '../shared/entry/plain-text.ts'
import type { SaveOutcome } from '../shared/markdown/save-outcome.ts'
import type { Block, LineEnding } from '../shared/markdown/tree.ts'

/**
 * The saved text, with the author's words written in where a block could not be saved.
 *
 * For Markdown mode: there is no editor state behind it that could still hold what `outcome.text` leaves out. The
 * best candidate takes the place of the block's old source; where there is none, the old source stays and the plain
 * words follow it, so that nothing typed is lost and the author can put it right by hand.
 */
export function writeRefusedWords(
  outcome: SaveOutcome,
  blocks: readonly Block[],
  lineEnding: LineEnding,
): string {
  let text = outcome.text
  // From the end, so that the spans in front stay true.
  for (const [index, block] of [...blocks.entries()].reverse()) {
    const span = outcome.spans[index]
    const refused = outcome.refused.filter((one) => one.block === block)
    if (span === undefined || refused.length === 0) continue
    const old = text.slice(span.from, span.to)
    const candidate = refused.length === 1 && block.type !== 'list' ? (refused[0]?.candidate ?? '') : ''
    const written = candidate === '' ? keepBoth(old, block, lineEnding) : candidate
    text = text.slice(0, span.from) + written + text.slice(span.to)
  }
  return text
}

function keepBoth(old: string, block: Block, lineEnding: LineEnding): string {
  const missing = wordsOf(block).filter((words) => words !== '' && !plainLines(old).includes(words))
  const gap = lineEnding + lineEnding
  return [old, ...missing].filter((part) => part !== '').join(gap)
}

/** Old source without what only marks it up, to see whether words are already in it. */
function plainLines(source: string): string {
  return source.replace(/[*_~`]/g, '').replace(/\s+/g, ' ')
}

/** The words of every leaf, in order; source and code as they are. */
function wordsOf(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return [plainText(block.runs)]
    case 'rule':
      return []
    case 'code':
    case 'source':
      return [block.text]
    case 'quote':
      return block.blocks.flatMap(wordsOf)
    case 'list':
      return block.items.flatMap((item) => item.blocks.flatMap(wordsOf))
    case 'table':
      return block.rows.flatMap((row) => row.cells.map((cell) => plainText(cell.runs)))
  }
}
