import {
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  $isRangeSelection,
  type LexicalNode,
  type PointType,
} from 'lexical'
import type { SaveOutcome } from '../shared/markdown/save-outcome.ts'
import type { Block, CodeBlock, ParsedEntry, Run, TreeNode } from '../shared/markdown/tree.ts'
import { $offsetInLeaf } from './leaf-offsets.ts'
import { innerOf } from '../shared/markdown/inner-nodes.ts'
import { locate } from './reveal-offset.ts'

/**
 * Where the caret is in the saved text, UTF-16 code units: the other direction of `$revealOffset`.
 *
 * Exact inside text; in an empty block, or with a block selected as a whole, where the block begins. Null without a
 * selection. Call inside a read or update; `blocks` is the projection that `outcome` was saved from.
 */
export function $readCaretOffset(
  outcome: SaveOutcome,
  blocks: readonly Block[],
  base: ParsedEntry,
): number | null {
  const selection = $getSelection()
  if (selection === null) return null
  const point = $isRangeSelection(selection) ? selection.focus : null
  const node = point === null ? selection.getNodes()[0] : point.getNode()
  const top = node?.getTopLevelElement() ?? null
  const index = top?.getIndexWithinParent() ?? -1
  const span = outcome.spans[index]
  if (top === null || span === undefined) return null
  const located = point === null ? null : locate(outcome.text, span, blocks[index]?.base, base)
  if (located === null || point === null) return span.from
  return $offsetIn(top, located.block, point) + located.shift
}

function $offsetIn(node: LexicalNode, base: TreeNode, point: PointType): number {
  const from = base.span?.from ?? 0
  const inner = innerOf(base)
  if (inner.length > 0 && $isElementNode(node)) {
    const holder = point.getNode()
    const children = node.getChildren().filter((child) => !($isParagraphNode(child) && child.isEmpty()))
    const index = children.findIndex((child) => child.is(holder) || child.isParentOf(holder))
    const child = children[index]
    const part = inner[index]
    return child === undefined || part === undefined ? from : $offsetIn(child, part, point)
  }
  const at = $offsetInLeaf(node, point)
  if (base.type === 'code') return offsetInCode(base, at)
  return 'runs' in base ? offsetInRuns(base.runs, at, from) : from
}

function offsetInCode(code: CodeBlock, at: number): number {
  let left = at
  for (const line of code.lines ?? []) {
    const length = line.to - line.from
    if (left <= length) return line.from + left
    left -= length + 1
  }
  return code.span?.from ?? 0
}

function offsetInRuns(runs: readonly Run[], at: number, from: number): number {
  let left = at
  let last = from
  for (const run of runs) {
    if (run.kind !== 'text') {
      if (left === 0) return run.span?.from ?? last
      last = run.span?.to ?? last
      left -= 1
      continue
    }
    for (const segment of run.segments ?? []) {
      const into = left - segment.at
      if (into >= 0 && into < segment.length) return segment.from + Math.min(into, segment.to - segment.from)
      last = segment.to
    }
    left -= run.text.length
    // At the very end of a run the caret belongs to it, in front of closing marks and link targets.
    if (left <= 0) return last
  }
  return last
}
