import { Mark, type ParsedEntry } from '../markdown/tree.ts'
import type { FrontMatter } from './front-matter-values.ts'
import { valueOf } from './front-matter.ts'
import { leafLines, sourceSpan, type LeafLine } from './leaf-lines.ts'
import { visitLeaves } from './leaves.ts'

/**
 * Tags of an entry: those of the front matter (`tags`, `tag`; a list, or text with commas), then `#tags` in the text,
 * nested ones as written (`goal/portfolio`). Without `#`; each once, by the spelling that comes first.
 */
export function readTags(parsed: ParsedEntry, frontMatter: FrontMatter): readonly string[] {
  const tags = new Map<string, string>()
  for (const tag of [...headTags(frontMatter), ...textTags(parsed)]) {
    const key = tag.toLowerCase()
    if (!tags.has(key)) tags.set(key, tag)
  }
  return [...tags.values()]
}

function headTags(frontMatter: FrontMatter): readonly string[] {
  return ['tags', 'tag'].flatMap((key) => tagsOfValue(valueOf(frontMatter, key)))
}

function tagsOfValue(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap((each) => (isPlain(each) ? tidyTag(String(each)) : []))
  if (!isPlain(value)) return []
  const text = String(value)
  // Obsidian's old form `tags: #a #b` has no commas; a space elsewhere belongs to the tag (`machine learning`).
  return text.split(/^\s*#/.test(text) ? /[\s,]+/ : /,/).flatMap(tidyTag)
}

function isPlain(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number'
}

function tidyTag(text: string): readonly string[] {
  const tag = text.trim().replace(/^#+/, '').replace(/\/+$/, '')
  return tag === '' ? [] : [tag]
}

function textTags(parsed: ParsedEntry): readonly string[] {
  const tags: string[] = []
  visitLeaves(parsed.blocks, (leaf) => {
    if (!leaf.runs.some((run) => run.kind === 'text' && run.text.includes('#'))) return
    for (const line of leafLines(leaf.runs)) tags.push(...lineTags(line, parsed.text))
  })
  return tags
}

const tagPattern =
  /(?<![^\s(,;:"'“\u00A0])#([\p{L}\p{N}\p{Extended_Pictographic}_][\p{L}\p{M}\p{N}\p{Extended_Pictographic}_/-]*)/gu

/** `#tag` after white space or an opening mark; not in code or links, not escaped, not a number alone (`#12`). */
function lineTags(line: LeafLine, source: string): readonly string[] {
  const tags: string[] = []
  for (const match of line.text.matchAll(tagPattern)) {
    const piece = line.pieces.find((each) => match.index >= each.at && match.index < each.end)
    if (piece?.run.kind !== 'text' || piece.run.link !== null || (piece.run.marks & Mark.code) !== 0) continue
    if (/^[\d/-]+$/.test(match[1]!)) continue
    const from = sourceSpan(line, match.index, match.index + 1).from
    if (source[from] !== '\\') tags.push(...tidyTag(match[1]!))
  }
  return tags
}
