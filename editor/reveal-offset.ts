import { $getRoot, $isElementNode, type NodeKey } from 'lexical'
import { parseEntry } from '../shared/markdown/parse-entry.ts'
import type { SaveOutcome } from '../shared/markdown/save-outcome.ts'
import type { Block, ParsedEntry, Span } from '../shared/markdown/tree.ts'
import { $findPlace, $selectPlace } from './find-place.ts'

/**
 * Puts the caret where `offset` of the saved text is, and gives the key of the node that holds it.
 *
 * A block that stands in the text as it did in the base is located by the base's spans; a changed one is parsed by
 * itself. Call inside an update; `blocks` is the projection that `outcome` was saved from.
 */
export function $revealOffset(
  offset: number,
  outcome: SaveOutcome,
  blocks: readonly Block[],
  base: ParsedEntry,
): NodeKey | null {
  const index = Math.max(
    outcome.spans.findLastIndex((span) => span.from <= offset && span.to > span.from),
    0,
  )
  const node = $getRoot().getChildAtIndex(index)
  const span = outcome.spans[index]
  if (node === null || span === undefined) return null
  const located = locate(outcome.text, span, blocks[index]?.base, base)
  const place = located === null ? { node, at: 0 } : $findPlace(node, located.block, offset - located.shift)
  $selectPlace(place)
  const holder = place.node
  return $isElementNode(holder) || holder.getParent()?.getType() === 'root'
    ? holder.getKey()
    : holder.getParentOrThrow().getKey()
}

/** A parsed block for the text at `span`, and what to take off offsets to get into its coordinates. */
export function locate(
  text: string,
  span: Span,
  old: Block | undefined,
  base: ParsedEntry,
): { block: Block; shift: number } | null {
  const source = text.slice(span.from, span.to)
  if (old?.span !== undefined && base.text.slice(old.span.from, old.span.to) === source) {
    return { block: old, shift: span.from - old.span.from }
  }
  // A line end in front, so that a rule is not taken for the fence of front matter.
  const block = parseEntry(`\n${source}`).blocks[0]
  return block === undefined ? null : { block, shift: span.from - 1 }
}
