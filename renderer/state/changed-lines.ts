import { diffArrays } from 'diff'

/** One line of a difference, with its numbers (from 1) in the two texts; null where the line is not in it. */
export interface DifferenceLine {
  readonly kind: 'same' | 'removed' | 'added'
  readonly text: string
  readonly before: number | null
  readonly after: number | null
}

/** Beyond this many changed lines on a side the exact difference would hold up the window; then all of it is shown as changed. */
const largestExact = 4000

/** The lines of two texts side by side in reading order; removed lines stand before the added ones. */
export function compareLines(before: string, after: string): DifferenceLine[] {
  const old = splitLines(before)
  const now = splitLines(after)
  let head = 0
  while (head < old.length && head < now.length && old[head] === now[head]) head += 1
  let tail = 0
  while (tail < old.length - head && tail < now.length - head && old.at(-1 - tail) === now.at(-1 - tail))
    tail += 1

  const lines: DifferenceLine[] = []
  const same = (text: string) => lines.push({ kind: 'same', text, before: (oldAt += 1), after: (nowAt += 1) })
  let oldAt = 0
  let nowAt = 0
  old.slice(0, head).forEach(same)
  for (const part of compareMiddle(old.slice(head, old.length - tail), now.slice(head, now.length - tail))) {
    for (const text of part.value) {
      if (part.removed) lines.push({ kind: 'removed', text, before: (oldAt += 1), after: null })
      else if (part.added) lines.push({ kind: 'added', text, before: null, after: (nowAt += 1) })
      else same(text)
    }
  }
  old.slice(old.length - tail).forEach(same)
  return lines
}

interface Part {
  readonly value: readonly string[]
  readonly added?: boolean
  readonly removed?: boolean
}

function compareMiddle(old: string[], now: string[]): readonly Part[] {
  if (old.length > largestExact || now.length > largestExact) {
    return [
      { value: old, removed: true },
      { value: now, added: true },
    ]
  }
  return diffArrays(old, now)
}

function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/)
}

/** Beyond this many differences in the lines that changed, they are counted as if all of them had. */
const mostDifferences = 1000

/**
 * How many lines differ: a changed line counts once, not as one removed and one added. Called at each save, so it looks
 * at the lines between the first and the last difference alone.
 */
export function countChangedLines(before: string, after: string): number {
  if (before === after) return 0
  const [old, now] = findDifferingLines(before, after)
  const isExact = old.length <= largestExact && now.length <= largestExact
  const parts = isExact ? diffArrays(old, now, { maxEditLength: mostDifferences }) : undefined
  if (parts === undefined) return Math.max(old.length, now.length)
  let count = 0
  let removed = 0
  let added = 0
  for (const part of parts) {
    if (part.removed) removed += part.value.length
    else if (part.added) added += part.value.length
    else {
      count += Math.max(removed, added)
      removed = added = 0
    }
  }
  return Math.max(1, count + Math.max(removed, added))
}

/** What lies between the lines that both texts begin and end with. */
function findDifferingLines(before: string, after: string): [string[], string[]] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before.charCodeAt(head) === after.charCodeAt(head)) head += 1
  // Back behind a line feed: it ends a line in both texts, whatever stood before it.
  head = head === 0 ? 0 : before.lastIndexOf('\n', head - 1) + 1
  let tail = 0
  while (
    tail < shorter - head &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail += 1
  const lineEnd = before.indexOf('\n', before.length - tail)
  tail = lineEnd === -1 ? 0 : before.length - lineEnd
  const cut = (text: string) => text.slice(head, text.length - tail)
  // The line feed of a CRLF is in the part cut off.
  return [splitLines(cut(before).replace(/\r$/, '')), splitLines(cut(after).replace(/\r$/, ''))]
}
