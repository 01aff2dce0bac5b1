import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import type { Block, Run } from '../../shared/markdown/tree.ts'
import type { PreviewedEntry } from '../state/search-preview.ts'
import { hitsWithin, type NumberedHit } from './mark-pieces.ts'

/** What of an entry is drawn: all of it, or, of a very long one, the part around the hit that is stood on. */
export interface Excerpt {
  readonly blocks: readonly Block[]
  /** The lines of the front matter that a hit is in. */
  readonly head: readonly { readonly text: string; readonly from: number }[]
  /** Rising; places in the text that `blocks` was parsed from, as `from` of `head` is. */
  readonly hits: readonly NumberedHit[]
  /** Offset of that text in the entry's. */
  readonly offset: number
}

/** Longer than this, parsing and drawing the whole would be felt on the way through the list. UTF-16 code units. */
const longText = 80_000
/** Kept before the hit, and behind it. */
const keptAround = 20_000

/**
 * The part of a text that is drawn: the whole, or the surroundings of a place in it, cut at blank lines. The parts of a
 * long text lie on a grid, so that a step to a near hit stays in one.
 */
export function findPart(text: string, place: number): readonly [from: number, to: number] {
  if (text.length <= longText) return [0, text.length]
  const middle = Math.floor(place / keptAround) * keptAround
  const blank = middle <= keptAround ? 0 : text.indexOf('\n\n', middle - keptAround)
  const end = text.indexOf('\n\n', middle + 2 * keptAround)
  // Without blank lines (one enormous paragraph) the cut is where it is.
  const start = blank < 0 || blank > middle ? Math.max(0, middle - keptAround) : blank
  return [start, end < 0 || end > middle + 3 * keptAround ? middle + 2 * keptAround : end]
}

/** Parses a part of a text, with the hits of the text moved to it. */
export function cutExcerpt(
  text: string,
  ranges: PreviewedEntry['ranges'],
  from: number,
  to: number,
): Excerpt {
  const parsed = parseEntry(text.slice(from, to))
  const hits = ranges.map((range, number) => ({ from: range[0] - from, to: range[1] - from, number }))
  return {
    blocks: parsed.blocks,
    head: from === 0 && parsed.head !== null ? findHeadLines(text.slice(0, parsed.head.span.to), hits) : [],
    hits,
    offset: from,
  }
}

function findHeadLines(head: string, hits: readonly NumberedHit[]): Excerpt['head'] {
  return [...head.matchAll(/[^\r\n]+/g)]
    .map((line) => ({ text: line[0], from: line.index }))
    .filter(({ text, from }) => hitsWithin(hits, from, from + text.length).length > 0)
}

/** Headings that a place of the excerpt stands under, outermost first. */
export function headingsAbove(blocks: readonly Block[], place: number): string[] {
  const above: { readonly level: number; readonly text: string }[] = []
  for (const block of blocks) {
    if ((block.span?.from ?? 0) > place) break
    if (block.type !== 'heading') continue
    while ((above.at(-1)?.level ?? 0) >= block.level) above.pop()
    if ((block.span?.to ?? 0) <= place) above.push({ level: block.level, text: plainRuns(block.runs) })
  }
  return above.map(({ text }) => text)
}

function plainRuns(runs: readonly Run[]): string {
  return runs
    .map((run) => (run.kind === 'text' ? run.text : run.kind === 'break' ? ' ' : ''))
    .join('')
    .trim()
}
