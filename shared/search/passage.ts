import { passageLength } from './measure-closeness.ts'

/** Text before the first match, so that it does not stand without its beginning. */
const leadLength = 48

/** A passage as it is read, and where it was cut out: half-open, UTF-16 code units of the entry's text. */
export interface CutPassage {
  readonly text: string
  readonly from: number
  readonly to: number
}

/**
 * Cuts the passage around a match out of an entry's text, as plain words: one line, cut between words, with `…` where
 * text was left out, Markdown signs taken away.
 *
 * @param from offset of the first match, UTF-16 code units
 * @param to offset of the last match
 */
export function cutPassage(text: string, from: number, to: number): CutPassage {
  const lineStart = Math.max(text.lastIndexOf('\n', from - 1), text.lastIndexOf('\r', from - 1)) + 1
  let start = Math.max(lineStart, from - leadLength)
  if (start > lineStart) start = nextWord(text, start, from)
  const end = Math.min(text.length, Math.max(to, start) + passageLength)
  const stop = to + 1 < end ? lineEnd(text, Math.max(to, from), end) : end
  const cut = stop === end && end < text.length ? lastGap(text, to, end) : stop
  const plain = plainText(text.slice(start, cut))
  const shown = `${start > lineStart ? '…' : ''}${plain}${cut < lineEnd(text, cut, text.length) ? '…' : ''}`
  return { text: shown, from: start, to: cut }
}

function nextWord(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) if (/\s/.test(text[at] ?? '')) return at + 1
  return from
}

function lineEnd(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at += 1) if (text[at] === '\n' || text[at] === '\r') return at
  return limit
}

function lastGap(text: string, least: number, from: number): number {
  for (let at = from; at > least + 1; at -= 1) if (/\s/.test(text[at] ?? '')) return at
  return from
}

/** Markdown as one reads it: link texts without addresses, no signs of emphasis, headings, lists, boxes and quotes. */
export function plainText(source: string): string {
  return source
    .replace(/!?\[\[([^\]|]*\|)?([^\]]*)\]\]/g, '$2')
    .replace(/!?\[([^\]]*)\]\([^)\s]*(?:\s+"[^"]*")?\)/g, '$1')
    .replace(/\]\([^)\s]*\)?/g, '')
    .replace(
      /^[ \t]*(?:>[ \t]*)*(?:#{1,6}[ \t]+|[-*+][ \t]+(?:\[.\][ \t]+)?|\d+[.)][ \t]+(?:\[.\][ \t]+)?)?/gm,
      '',
    )
    .replace(/(\*\*|__|~~|==|`|[[\]])/g, '')
    .replace(/(^|\W)[*_](?=\S)|(\S)[*_](?=\W|$)/g, '$1$2')
    .replace(/\s+/g, ' ')
    .trim()
}
