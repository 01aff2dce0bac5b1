import type { Segment, TextRun } from '../../shared/markdown/tree.ts'

/** A hit as a half-open range of the entry's text, UTF-16 code units, with its number among all hits. */
export interface NumberedHit {
  readonly from: number
  readonly to: number
  readonly number: number
}

/** A piece of shown text: plain, or inside the hit with this number. */
export interface Piece {
  readonly text: string
  readonly hit: number | null
}

/** The hits that reach into `[from, to)`, of a rising list. */
export function hitsWithin(hits: readonly NumberedHit[], from: number, to: number): readonly NumberedHit[] {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((hits[middle]?.to ?? 0) <= from) low = middle + 1
    else high = middle
  }
  let end = low
  while (end < hits.length && (hits[end]?.from ?? 0) < to) end += 1
  return hits.slice(low, end)
}

/** Cuts a line of source that begins at `from` of the entry's text at the hits in it. */
export function cutSource(text: string, from: number, hits: readonly NumberedHit[]): Piece[] {
  const spans = hitsWithin(hits, from, from + text.length).map((hit) => ({
    from: hit.from - from,
    to: hit.to - from,
    hit: hit.number,
  }))
  return cut(text, spans)
}

/**
 * Cuts a run of text at the hits in it. A hit is a place in the source; where one letter of the text is written with
 * several (`\*`, `&amp;`), the whole letter is inside.
 */
export function cutRun(run: TextRun, hits: readonly NumberedHit[]): Piece[] {
  const segments = run.segments ?? []
  const first = segments[0]
  const last = segments.at(-1)
  if (first === undefined || last === undefined) return [{ text: run.text, hit: null }]
  const spans = hitsWithin(hits, first.from, last.to).flatMap((hit) => {
    const touched = segments.filter((segment) => segment.from < hit.to && segment.to > hit.from)
    const [start, end] = [touched[0], touched.at(-1)]
    if (start === undefined || end === undefined) return []
    return [{ from: offsetIn(start, hit.from, 'start'), to: offsetIn(end, hit.to, 'end'), hit: hit.number }]
  })
  return cut(run.text, spans)
}

/** Offset in the run's text of a place in the source, taken to the edge of a letter that is written otherwise. */
function offsetIn(segment: Segment, at: number, edge: 'start' | 'end'): number {
  const isLetterByLetter = segment.to - segment.from === segment.length
  if (!isLetterByLetter) return edge === 'start' ? segment.at : segment.at + segment.length
  return segment.at + Math.min(segment.length, Math.max(0, at - segment.from))
}

function cut(
  text: string,
  spans: readonly { readonly from: number; readonly to: number; readonly hit: number }[],
): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const span of spans) {
    const from = Math.max(at, span.from)
    const to = Math.min(text.length, span.to)
    if (to <= from) continue
    if (from > at) pieces.push({ text: text.slice(at, from), hit: null })
    pieces.push({ text: text.slice(from, to), hit: span.hit })
    at = to
  }
  if (at < text.length) pieces.push({ text: text.slice(at), hit: null })
  return pieces
}
