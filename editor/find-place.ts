import { $isElementNode, $isParagraphNode, $isTextNode, type ElementNode, type LexicalNode } from 'lexical'
import type { Block, CodeBlock, Leaf, Run, TreeNode } from '../shared/markdown/tree.ts'
import { $isEntryLinkNode } from './nodes/entry-link-node.ts'
import { innerOf } from '../shared/markdown/inner-nodes.ts'

/** A place in the editor: the leaf (paragraph, heading, code, cell) or decorator, and how many characters into it. */
export interface Place {
  readonly node: LexicalNode
  /** Characters before it in the leaf; an opaque inline or a break counts as one. */
  readonly at: number
}

/**
 * Where an offset of the source is in a Lexical block that says the same as `block`.
 *
 * `offset` is in the coordinates of `block`'s spans. Offsets in gaps (markers, blank lines) go to the nearest text
 * before, else after. Call inside a read or update.
 */
export function $findPlace(node: LexicalNode, block: Block, offset: number): Place {
  return $findIn(node, block, offset)
}

function $findIn(node: LexicalNode, base: TreeNode, offset: number): Place {
  const inner = innerOf(base)
  if (inner.length > 0 && $isElementNode(node)) {
    const index = indexAt(inner, offset)
    const children = node.getChildren().filter((child) => !($isParagraphNode(child) && child.isEmpty()))
    const child = children[index]
    const part = inner[index]
    if (child !== undefined && part !== undefined) return $findIn(child, part, offset)
  }
  return {
    node,
    at: base.type === 'code' ? placeInCode(base, offset) : isLeaf(base) ? placeInRuns(base.runs, offset) : 0,
  }
}

function isLeaf(base: TreeNode): base is Leaf {
  return base.type === 'paragraph' || base.type === 'heading' || base.type === 'cell'
}

/** The last part that begins at or before the offset, else the first. */
function indexAt(parts: readonly TreeNode[], offset: number): number {
  const index = parts.findLastIndex((part) => part.span !== undefined && part.span.from <= offset)
  return Math.max(index, 0)
}

function placeInCode(code: CodeBlock, offset: number): number {
  let at = 0
  for (const line of code.lines ?? []) {
    if (offset <= line.to) return at + Math.max(0, offset - line.from)
    at += line.to - line.from + 1
  }
  return Math.max(0, at - 1)
}

function placeInRuns(runs: readonly Run[], offset: number): number {
  let at = 0
  for (const run of runs) {
    if (run.kind !== 'text') {
      if (run.span !== undefined && offset < run.span.to) return at
      at += 1
      continue
    }
    for (const segment of run.segments ?? []) {
      if (offset < segment.from) return at + segment.at
      if (offset < segment.to) return at + segment.at + Math.min(offset - segment.from, segment.length)
    }
    at += run.text.length
  }
  return at
}

/** Puts the caret `at` characters into a leaf, in the format of the text there. A decorator is selected as it can be. */
export function $selectPlace({ node, at }: Place): void {
  if (!$isElementNode(node)) {
    node.selectPrevious()
    return
  }
  const leaf = $innermost(node)
  const found = $pointIn(leaf, at)
  if (typeof found === 'number') {
    const selection = leaf.selectEnd()
    const last = selection.anchor.getNode()
    if ($isTextNode(last)) selection.setFormat(last.getFormat())
  }
}

/** Selects the point and gives null, or gives the characters that are still to go behind this element. */
function $pointIn(element: ElementNode, at: number): number | null {
  let left = at
  for (const child of element.getChildren()) {
    if ($isEntryLinkNode(child)) {
      const rest = $pointIn(child, left)
      if (rest === null) return null
      left = rest
      continue
    }
    const size = $isTextNode(child) ? child.getTextContentSize() : 1
    if ($isTextNode(child) && left <= size) {
      child.select(left, left).setFormat(child.getFormat())
      return null
    }
    if (!$isTextNode(child) && left === 0) {
      const index = child.getIndexWithinParent()
      element.select(index, index)
      return null
    }
    left -= size
  }
  return left
}

/** A cell's text is in its paragraph; an item or quote that was hit in its gap begins with one, too. */
function $innermost(element: ElementNode): ElementNode {
  const first = element.getFirstChild()
  return $isElementNode(first) && !first.isInline() ? $innermost(first) : element
}
