import { findSplice } from '../../entry/splice-text.ts'

/**
 * What two texts do not have in common, with the whole line in front of it and behind it: what judges count in texts can
 * be counted in these, since no word, character or token reaches further. Of a long entry that is a thousandth.
 */
export function differingParts(one: string, other: string): [string, string] {
  const { from, to, text } = findSplice(one, other)
  const start = lineFeedBefore(one, lineFeedBefore(one, from))
  const end = lineFeedBehind(one, lineFeedBehind(one, to))
  return [one.slice(start, end), other.slice(start, end - to + from + text.length)]
}

/** The place of the line feed in front of `at`, which stays in the part: patterns look at what a line begins behind. */
function lineFeedBefore(text: string, at: number): number {
  return at === 0 ? 0 : Math.max(0, text.lastIndexOf('\n', at - 1))
}

/** The place behind the line feed at `at` or later. */
function lineFeedBehind(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  return found === -1 ? text.length : found + 1
}
