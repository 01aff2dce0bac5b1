import type { Doubt } from '../contract/replace.ts'
import type { Splice } from '../contract/edits.ts'
import { visitLeaves } from '../entry/leaves.ts'
import { findBareUrls } from '../markdown/parse/inline/bare-urls.ts'
import {
  Mark,
  type Block,
  type InlineForm,
  type ParsedEntry,
  type Segment,
  type Span,
  type TextRun,
} from '../markdown/tree.ts'

/** A stretch of the source and what it is; stretches are sorted and apart. */
export type Stretch = Span &
  ({ readonly run: TextRun; readonly segments: readonly Segment[] } | { readonly doubt: Doubt })

/** Where a splice stands: in the words of one run, `[from, to)` of its text, or somewhere doubtful. */
export type SplicePlace =
  | { readonly run: TextRun; readonly from: number; readonly to: number }
  | { readonly doubt: Doubt }

/** The words and the doubtful stretches of an entry, in the order of its text. */
export function listStretches(entry: ParsedEntry): readonly Stretch[] {
  const stretches: Stretch[] = []
  if (entry.bodyFrom > 0) stretches.push({ from: 0, to: entry.bodyFrom, doubt: 'front-matter' })
  visitLeaves(entry.blocks, ({ runs }) => {
    for (const run of runs) {
      if (run.kind === 'opaque' && run.span !== undefined)
        stretches.push({ ...run.span, doubt: inlineDoubts[run.form] })
      if (run.kind === 'text') stretches.push(...stretchesOfRun(run, entry.text))
    }
  })
  addSourceBlocks(entry.blocks, stretches)
  return stretches.sort((left, right) => left.from - right.from)
}

const inlineDoubts: Readonly<Record<InlineForm, Doubt>> = {
  image: 'address',
  embed: 'page-link',
  'wiki-link': 'page-link',
  autolink: 'address',
  'footnote-reference': 'source',
  html: 'source',
  math: 'source',
  comment: 'source',
  shortcode: 'source',
  'callout-mark': 'signs',
  'empty-link': 'address',
}

/** Marks may stand between a link's text and its end: `[**a**](u)`. */
const mostMarks = 8

function stretchesOfRun(run: TextRun, text: string): Stretch[] {
  const segments = run.segments ?? []
  const first = segments[0]
  const last = segments[segments.length - 1]
  if (first === undefined || last === undefined) return []
  const words: Stretch = { from: first.from, to: last.to, run, segments }
  const closing = run.link?.closing ?? ''
  if (closing === '') return [words]
  const at = text.slice(last.to, last.to + mostMarks + closing.length).indexOf(closing)
  if (at < 0) return [words]
  const from = last.to + at
  return [words, { from, to: from + closing.length, doubt: 'address' }]
}

function addSourceBlocks(blocks: readonly Block[], stretches: Stretch[]): void {
  for (const block of blocks) {
    if (block.type === 'quote') addSourceBlocks(block.blocks, stretches)
    if (block.type === 'list') for (const item of block.items) addSourceBlocks(item.blocks, stretches)
    if (block.span === undefined) continue
    if (block.type === 'code') stretches.push({ ...block.span, doubt: 'code' })
    if (block.type !== 'source') continue
    const isCode = block.form === 'indented-code'
    stretches.push({
      ...block.span,
      doubt: isCode ? 'code' : block.form === 'definition' ? 'address' : 'source',
    })
  }
}

/** Finds the place of a splice. What lies in no stretch are the signs of Markdown, and white space. */
export function locateSplice(stretches: readonly Stretch[], { from, to }: Splice): SplicePlace {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((stretches[middle]?.to ?? 0) <= from) low = middle + 1
    else high = middle
  }
  const stretch = stretches[low]
  if (stretch === undefined || stretch.from >= to) return { doubt: 'signs' }
  if ('doubt' in stretch) return { doubt: stretch.doubt }
  return stretch.from <= from && to <= stretch.to ? placeInRun(stretch, from, to) : { doubt: 'signs' }
}

function placeInRun(
  { run, segments }: Extract<Stretch, { readonly run: TextRun }>,
  from: number,
  to: number,
): SplicePlace {
  if ((run.marks & Mark.code) !== 0) return { doubt: 'code' }
  const start = textOffset(segments, from, true)
  const end = textOffset(segments, to, false)
  if (start === null || end === null || !isUnbroken(segments, from, to)) return { doubt: 'signs' }
  if (run.link === null && findBareUrls(run.text).some((url) => url.from < end && url.to > start))
    return { doubt: 'address' }
  return { run, from: start, to: end }
}

/** Offset in the run's text of an offset in the source; null inside an escape or entity. */
function textOffset(segments: readonly Segment[], offset: number, isStart: boolean): number | null {
  const segment = segments.find(({ from, to }) =>
    isStart ? from <= offset && offset < to : from < offset && offset <= to,
  )
  if (segment === undefined) return null
  const into = offset - segment.from
  if (segment.length === segment.to - segment.from) return segment.at + into
  if (into === 0) return segment.at
  return offset === segment.to ? segment.at + segment.length : null
}

/** No signs stand between the segments from one to the other. */
function isUnbroken(segments: readonly Segment[], from: number, to: number): boolean {
  const touched = segments.filter((segment) => segment.to > from && segment.from < to)
  return touched.every((segment, at) => at === 0 || touched[at - 1]?.to === segment.from)
}
