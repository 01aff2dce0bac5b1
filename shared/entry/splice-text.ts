import type { Splice } from '../contract/edits.ts'

/**
 * The text with each splice's range replaced; every other character stays.
 *
 * @param splices rising and apart, UTF-16 code units of `text`
 * @returns null when they are not, or reach beyond the text
 */
export function spliceText(text: string, splices: readonly Splice[]): string | null {
  const parts: string[] = []
  let at = 0
  for (const { from, to, text: inserted } of splices) {
    if (from < at || to < from || to > text.length) return null
    parts.push(text.slice(at, from), inserted)
    at = to
  }
  parts.push(text.slice(at))
  return parts.join('')
}

/** The splices that turn `spliceText(text, splices)` back into `text`. */
export function invertSplices(text: string, splices: readonly Splice[]): Splice[] {
  let shift = 0
  return splices.map(({ from, to, text: inserted }) => {
    const start = from + shift
    shift += inserted.length - (to - from)
    return { from: start, to: start + inserted.length, text: text.slice(from, to) }
  })
}
