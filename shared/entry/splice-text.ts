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

/** Compared at once, UTF-16 code units: a megabyte character by character takes longer than a save has. */
const stride = 4096

/** The splice that turns `before` into `after`: what lies between their common beginning and end. Cuts no character in two. */
export function findSplice(before: string, after: string): Splice {
  const shorter = Math.min(before.length, after.length)
  let from = countSame(shorter, (at, length) => isSamePart(before, at, after, at, length))
  if (isHalf(before, from) || isHalf(after, from)) from -= 1
  const rest = shorter - from
  let tail = countSame(rest, (at, length) =>
    isSamePart(before, before.length - at - length, after, after.length - at - length, length),
  )
  if (isHalf(before, before.length - tail) || isHalf(after, after.length - tail)) tail -= 1
  return { from, to: before.length - tail, text: after.slice(from, after.length - tail) }
}

/** How far two texts are the same, when `isSame` compares some code units from a place on. */
function countSame(most: number, isSame: (at: number, length: number) => boolean): number {
  let at = 0
  while (at + stride <= most && isSame(at, stride)) at += stride
  while (at < most && isSame(at, 1)) at += 1
  return at
}

function isSamePart(one: string, at: number, other: string, otherAt: number, length: number): boolean {
  return length === 1
    ? one.charCodeAt(at) === other.charCodeAt(otherAt)
    : one.slice(at, at + length) === other.slice(otherAt, otherAt + length)
}

/** True when `at` is between the two halves of a character. */
function isHalf(text: string, at: number): boolean {
  return (text.codePointAt(at - 1) ?? 0) > 0xffff
}

/** Where a place of the text is when the splices are made; what was inserted at it stands in front of it. */
export function moveOffset(offset: number, splices: readonly Splice[]): number {
  let moved = offset
  for (const { from, to, text } of splices) {
    if (to <= offset) moved += text.length - (to - from)
    else if (from < offset) moved += from - offset
  }
  return moved
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
