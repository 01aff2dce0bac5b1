import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type LexicalNode,
} from 'lexical'
import type { Block } from '../shared/markdown/tree.ts'
import { $selectPlace } from './find-place.ts'
import type { BaseByKey } from './import-entry.ts'
import { $importGuarded } from './import-guarded.ts'
import { $offsetInLeaf } from './leaf-offsets.ts'
import { $pairBases } from './pair-bases.ts'

/** A stretch of the old sequence that another of the new one takes the place of. Half-open index ranges. */
interface Replacement {
  readonly from: number
  readonly to: number
  readonly newFrom: number
  readonly newTo: number
}

/**
 * Makes the children of the root say what `blocks` say, and enters their bases. Children whose key (the same for the
 * same content) stays are kept, with their node keys; the caret stays in them, or goes to the same place in what
 * replaces its block. `text` is the whole entry of the new blocks. Call inside an update, with `bases` empty.
 */
export function $replaceBlocks(
  blocks: readonly Block[],
  text: string,
  oldKeys: readonly string[],
  newKeys: readonly string[],
  bases: BaseByKey,
): void {
  const children = $getRoot().getChildren()
  const caret = $readCaret(children)
  const replacements = findReplacements(oldKeys, newKeys)
  $pairKept(children, blocks, text, replacements, bases)
  for (const { from, to, newFrom, newTo } of [...replacements].reverse()) {
    const fresh = $importGuarded(blocks.slice(newFrom, newTo), text, bases)
    $getRoot().splice(from, to - from, fresh)
    if (caret !== null && caret.index >= from && caret.index < to)
      $restoreCaret(caret, fresh[Math.min(caret.index - from, fresh.length - 1)] ?? null)
  }
  if ($getRoot().isEmpty()) $getRoot().append($createParagraphNode())
}

/** Kept children get their new bases; one whose shape differs (equal keys do not promise it) is made anew. */
function $pairKept(
  children: readonly LexicalNode[],
  blocks: readonly Block[],
  text: string,
  replacements: readonly Replacement[],
  bases: BaseByKey,
): void {
  let shift = 0
  for (const [index, child] of children.entries()) {
    const inside = replacements.some(({ from, to }) => index >= from && index < to)
    shift = shiftAt(replacements, index)
    const block = blocks[index + shift]
    if (inside || block === undefined || $pairBases(child, block, bases)) continue
    const [fresh] = $importGuarded([block], text, bases)
    if (fresh !== undefined) child.replace(fresh)
  }
}

function shiftAt(replacements: readonly Replacement[], index: number): number {
  return replacements.reduce(
    (sum, { to, from, newFrom, newTo }) => (to <= index ? sum + (newTo - newFrom) - (to - from) : sum),
    0,
  )
}

/**
 * The stretches that differ, by a longest common subsequence of what lies between the common head and tail.
 *
 * Quadratic in that middle; above a million pairs the whole middle counts as replaced.
 */
export function findReplacements(oldKeys: readonly string[], newKeys: readonly string[]): Replacement[] {
  let head = 0
  while (head < oldKeys.length && head < newKeys.length && oldKeys[head] === newKeys[head]) head += 1
  let oldTo = oldKeys.length
  let newTo = newKeys.length
  while (oldTo > head && newTo > head && oldKeys[oldTo - 1] === newKeys[newTo - 1]) {
    oldTo -= 1
    newTo -= 1
  }
  if (oldTo === head && newTo === head) return []
  const whole = { from: head, to: oldTo, newFrom: head, newTo }
  if ((oldTo - head) * (newTo - head) > 1_000_000) return [whole]
  return replacementsBetween(oldKeys, newKeys, whole)
}

function replacementsBetween(
  oldKeys: readonly string[],
  newKeys: readonly string[],
  { from, to, newFrom, newTo }: Replacement,
): Replacement[] {
  const width = newTo - newFrom + 1
  const lengths = new Uint32Array((to - from + 1) * width)
  const at = (i: number, j: number): number => lengths[(i - from) * width + (j - newFrom)] ?? 0
  for (let i = to - 1; i >= from; i -= 1) {
    for (let j = newTo - 1; j >= newFrom; j -= 1) {
      lengths[(i - from) * width + (j - newFrom)] =
        oldKeys[i] === newKeys[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const found: Replacement[] = []
  let [i, j, startI, startJ] = [from, newFrom, from, newFrom]
  while (i < to && j < newTo) {
    if (oldKeys[i] === newKeys[j]) {
      if (i > startI || j > startJ) found.push({ from: startI, to: i, newFrom: startJ, newTo: j })
      i += 1
      j += 1
      startI = i
      startJ = j
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  if (to > startI || newTo > startJ) found.push({ from: startI, to, newFrom: startJ, newTo })
  return found
}

/** Where the caret is: top-level child, which leaf below it, and how far into its text. */
interface Caret {
  readonly index: number
  readonly leaf: number
  readonly at: number
}

function $readCaret(children: readonly LexicalNode[]): Caret | null {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return null
  const node = selection.focus.getNode()
  const index = children.findIndex(
    (child) => child.is(node) || ($isElementNode(child) && child.isParentOf(node)),
  )
  const top = children[index]
  if (top === undefined) return null
  const leaves = $leaves(top)
  const leaf = leaves.findIndex(
    (candidate) => candidate.is(node) || ($isElementNode(candidate) && candidate.isParentOf(node)),
  )
  return {
    index,
    leaf: Math.max(leaf, 0),
    at: $offsetInLeaf(leaves[Math.max(leaf, 0)] ?? top, selection.focus),
  }
}

function $restoreCaret(caret: Caret, top: LexicalNode | null): void {
  if (top === null) return
  const leaves = $leaves(top)
  const leaf = leaves[Math.min(caret.leaf, leaves.length - 1)]
  if (leaf !== undefined) $selectPlace({ node: leaf, at: caret.at })
}

/** Elements that hold text, in order; the node itself when it is a decorator. */
function $leaves(node: LexicalNode): LexicalNode[] {
  if (!$isElementNode(node)) return [node]
  const children = node.getChildren()
  return children.some((child) => $isElementNode(child) && !child.isInline()) ||
    children.some((child) => !child.isInline())
    ? children.flatMap($leaves)
    : [node]
}
