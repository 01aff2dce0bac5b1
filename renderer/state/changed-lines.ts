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

/** How many lines differ: a changed line counts once, not as one removed and one added. */
export function countChangedLines(before: string, after: string): number {
  if (before === after) return 0
  let count = 0
  let removed = 0
  let added = 0
  for (const line of compareLines(before, after)) {
    if (line.kind === 'same') {
      count += Math.max(removed, added)
      removed = added = 0
    } else if (line.kind === 'removed') removed += 1
    else added += 1
  }
  return Math.max(1, count + Math.max(removed, added))
}
