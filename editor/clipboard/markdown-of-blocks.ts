import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { saveEntryText } from '../../shared/markdown/save/save-entry-text.ts'
import type { Block } from '../../shared/markdown/tree.ts'

/** Blocks as Markdown by themselves, without final line end; null when some of it cannot be written. */
export function markdownOfBlocks(blocks: readonly Block[]): string | null {
  const outcome = saveEntryText(parseEntry(''), blocks)
  return outcome.refused.length > 0 ? null : outcome.text.replace(/\n+$/, '')
}

/** The blocks of a piece of Markdown. A line end goes in front, so that `---` is never taken for front matter. */
export function blocksOfMarkdown(markdown: string): readonly Block[] {
  return parseEntry(`\n${markdown}`).blocks
}
