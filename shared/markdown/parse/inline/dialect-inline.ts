import type { InlineScan } from './inline-scan.ts'

/**
 * Takes math: `$$…$$` also over several lines, `$…$` within a line.
 *
 * As in Obsidian and Pandoc, no space stands behind the opening and before the closing `$`, and no digit behind the
 * closing one: "$5 and $6" is money.
 */
export function scanMath(scan: InlineScan, at: number): number {
  const { text } = scan
  if (text[at + 1] === '$') {
    const close = scan.findEnd('$$', at + 2)
    return close <= at + 2 ? at + 2 : scan.opaque('math', at, close + 2)
  }
  if (/\s/.test(text[at + 1] ?? ' ')) return -1
  const close = scan.findMathEnd(at + 1)
  return close < 0 || hasLineEnd(scan, at, close) ? -1 : scan.opaque('math', at, close + 1)
}

/** Takes Obsidian's `%%comment%%`. */
export function scanComment(scan: InlineScan, at: number): number {
  if (scan.text[at + 1] !== '%') return -1
  const close = scan.findEnd('%%', at + 2)
  return close < 0 ? at + 2 : scan.opaque('comment', at, close + 2)
}

const tags: readonly { readonly start: string; readonly end: string; readonly isMultiline: boolean }[] = [
  { start: '{{<', end: '>}}', isMultiline: true },
  { start: '{{%', end: '%}}', isMultiline: true },
  { start: '{{', end: '}}', isMultiline: false },
  { start: '{%', end: '%}', isMultiline: false },
]

/** Takes a Hugo shortcode or a Liquid tag. */
export function scanTag(scan: InlineScan, at: number): number {
  const tag = tags.find(({ start }) => scan.text.startsWith(start, at))
  if (tag === undefined) return -1
  const close = scan.findEnd(tag.end, at + tag.start.length)
  if (close < 0) return -1
  if (!tag.isMultiline && hasLineEnd(scan, at, close)) return -1
  return scan.opaque('shortcode', at, close + tag.end.length)
}

function hasLineEnd(scan: InlineScan, from: number, to: number): boolean {
  const lineEnd = scan.findEnd('\n', from)
  return lineEnd >= 0 && lineEnd < to
}
