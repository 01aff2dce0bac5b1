import { diffWordsWithSpace } from 'diff'
import type { DifferenceLine } from '../state/changed-lines.ts'

/** Changed lines that stand close together, with the lines around them. */
export interface Hunk {
  /** Unchanged lines between this hunk and the one before. */
  readonly skippedBefore: number
  readonly lines: readonly DifferenceLine[]
}

/** Unchanged lines shown around a change: enough to know where one is. */
const linesAround = 3

/** Leaves out the unchanged stretches that are far from any change. */
export function cutIntoHunks(lines: readonly DifferenceLine[]): Hunk[] {
  const isShown = new Uint8Array(lines.length)
  lines.forEach((line, at) => {
    if (line.kind === 'same') return
    isShown.fill(1, Math.max(0, at - linesAround), Math.min(lines.length, at + linesAround + 1))
  })
  const hunks: Hunk[] = []
  let skipped = 0
  let current: DifferenceLine[] = []
  lines.forEach((line, at) => {
    if (isShown[at] === 1) {
      if (current.length === 0) hunks.push({ skippedBefore: skipped, lines: current })
      current.push(line)
      skipped = 0
    } else {
      skipped += 1
      current = []
    }
  })
  return hunks
}

export interface MarkedPart {
  readonly text: string
  readonly isChanged: boolean
}

export interface MarkedLine {
  readonly line: DifferenceLine
  readonly marked: readonly MarkedPart[]
}

/** Above this length (UTF-16 code units) of a line the words in it are not compared. */
const longestCompared = 4000

/** Marks the words that differ where a run of removed lines is followed by as many added ones. */
export function markWords(lines: readonly DifferenceLine[]): MarkedLine[] {
  const marked: MarkedLine[] = lines.map((line) => ({
    line,
    marked: [{ text: line.text, isChanged: false }],
  }))
  let at = 0
  while (at < lines.length) {
    const removed = countRun(lines, at, 'removed')
    const added = countRun(lines, at + removed, 'added')
    if (removed > 0 && removed === added) {
      for (let pair = 0; pair < removed; pair += 1) markPair(marked, at + pair, at + removed + pair)
    }
    at += Math.max(1, removed + added)
  }
  return marked
}

function countRun(lines: readonly DifferenceLine[], from: number, kind: DifferenceLine['kind']): number {
  let count = 0
  while (lines[from + count]?.kind === kind) count += 1
  return count
}

function markPair(marked: MarkedLine[], removedAt: number, addedAt: number): void {
  const removed = marked[removedAt]?.line
  const added = marked[addedAt]?.line
  if (!removed || !added || removed.text.length + added.text.length > longestCompared) return
  const parts = diffWordsWithSpace(removed.text, added.text)
  const side = (isSide: (part: (typeof parts)[number]) => boolean): MarkedPart[] =>
    parts.filter(isSide).map((part) => ({ text: part.value, isChanged: part.added || part.removed }))
  marked[removedAt] = { line: removed, marked: side((part) => !part.added) }
  marked[addedAt] = { line: added, marked: side((part) => !part.removed) }
}
