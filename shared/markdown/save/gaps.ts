/** What stands between two siblings: the base's own gap where there is one, else one in the manner of the neighbours. */

import type { Block } from '../tree.ts'
import { splitLines, trimPrefix } from './columns.ts'

/** One side of a gap. */
export interface GapSide {
  readonly type: Block['type'] | 'item'
  /** Its number among the base siblings, when it stands there; null for what is new or came from elsewhere. */
  readonly index: number | null
  /** What stands in front of its first line. */
  readonly prefix: string
}

/** The base siblings, as far as gaps are concerned. */
export interface GapSource {
  readonly text: string
  readonly count: number
  spanAt(index: number): { readonly from: number; readonly to: number }
  /** True when the gap behind this sibling stands between two items of one list. */
  isBetweenItems(index: number): boolean
}

export interface GapTask {
  readonly source: GapSource
  readonly before: GapSide
  readonly after: GapSide
  /** Prefix of blank lines between them, untrimmed. */
  readonly prefix: string
  readonly lineEnding: string
  /** Without an example in the source: no blank line, where Markdown allows it. */
  readonly isTight: boolean
}

/** Types that go on over the next line unless a blank line ends them, or that need one to begin. */
const openEnded = new Set(['paragraph', 'list', 'item', 'quote', 'table', 'source'])
/** Types that interrupt whatever stands above them. */
const interrupting = new Set(['heading', 'rule', 'code', 'list', 'quote'])

/**
 * Gaps to try, best first: the source gap in front of the next block, the one behind the previous block cut to one
 * blank line, a blank line, and a comment that keeps apart what would otherwise join. Without repetitions.
 */
export function listGaps(task: GapTask): string[] {
  const gaps: string[] = []
  const offer = (gap: string | null) => {
    if (gap !== null && !gaps.includes(gap)) gaps.push(gap)
  }
  const { before, after, source } = task
  const isAdjacent = before.index !== null && after.index === before.index + 1
  if (isAdjacent) offer(sliceGap(source, before.index))
  else {
    if (after.index !== null && after.index > 0)
      offer(fit(task, sliceGap(source, after.index - 1), after.index - 1, false))
    if (before.index !== null && before.index < source.count - 1) {
      offer(fit(task, sliceGap(source, before.index), before.index, true))
    }
    offer(findExample(task))
    if (task.isTight && !needsBlankLine(before.type, after.type)) offer(task.lineEnding + after.prefix)
  }
  offer(blankLine(task))
  if (before.type !== 'item') offer(`${blankLine(task, task.prefix)}<!-- -->${blankLine(task)}`)
  return gaps
}

function sliceGap(source: GapSource, index: number): string {
  return source.text.slice(source.spanAt(index).to, source.spanAt(index + 1).from)
}

function blankLine(task: GapTask, prefix = task.after.prefix): string {
  return task.lineEnding + trimPrefix(task.prefix) + task.lineEnding + prefix
}

/** A gap of the source at a place where it did not stand, or null when it cannot do its work there. */
function fit(task: GapTask, gap: string, at: number, isCut: boolean): string | null {
  const { before, after, source } = task
  if ((before.type === 'item' && after.type === 'item') !== source.isBetweenItems(at)) return null
  const lines = splitLines(gap)
  if (lines.length < 2) return null
  if (lines.length < 3 && needsBlankLine(before.type, after.type)) return null
  const inner = lines.slice(1, -1).slice(0, isCut ? 1 : undefined)
  return (
    [lines[0], ...inner].map((line) => (line?.content ?? '') + (line?.ending ?? '')).join('') + after.prefix
  )
}

/** For a new item: how the items of its list are set apart elsewhere. */
function findExample(task: GapTask): string | null {
  const { before, after, source } = task
  if (before.type !== 'item' || after.type !== 'item') return null
  const near = before.index ?? after.index ?? 0
  const order = [near - 1, near, ...Array.from({ length: source.count }, (_, index) => index)]
  for (const index of order) {
    if (index < 0 || index >= source.count - 1) continue
    const gap = fit(task, sliceGap(source, index), index, true)
    if (gap !== null) return gap
  }
  return task.lineEnding + after.prefix
}

/** True when the second would become part of the first, or the first change its meaning, without a blank line. */
function needsBlankLine(before: GapSide['type'], after: GapSide['type']): boolean {
  if (before === 'item' && after === 'item') return false
  if (before === 'paragraph' && after === 'rule') return true
  if (before === 'source' || after === 'source') return true
  if (before === 'paragraph' && after === 'table') return true
  if (before === 'quote' && after === 'quote') return true
  return openEnded.has(before) && !interrupting.has(after)
}
