import { canonicalKey } from '../../shared/markdown/canonical-key.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { saveEntryText } from '../../shared/markdown/save/save-entry-text.ts'
import type { Block } from '../../shared/markdown/tree.ts'

/**
 * Blocks as Markdown by themselves, without final line end; null when some of it cannot be written.
 *
 * `definitions`: link and footnote definitions, as Markdown, that the blocks refer to; they are not part of the result.
 */
export function markdownOfBlocks(blocks: readonly Block[], definitions = ''): string | null {
  const base = parseEntry(definitions)
  const outcome = saveEntryText(base, [...blocks, ...base.blocks])
  if (outcome.refused.length > 0) return null
  const end = outcome.spans[blocks.length]?.from ?? outcome.text.length
  return outcome.text.slice(0, end).replace(/\n+$/, '')
}

/** The blocks of a piece of Markdown. A line end goes in front, so that `---` is never taken for front matter. */
export function blocksOfMarkdown(markdown: string): readonly Block[] {
  return parseEntry(`\n${markdown}`).blocks
}

/** The blocks of Markdown that refers to definitions; null when the two would run together. */
export function blocksBehind(definitions: string, markdown: string): readonly Block[] | null {
  const known = parseEntry(definitions).blocks
  const { blocks } = parseEntry(`${definitions}\n\n${markdown}`)
  if (canonicalKey(blocks.slice(0, known.length)) !== canonicalKey(known)) return null
  return blocks.slice(known.length)
}
