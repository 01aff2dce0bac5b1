/** The judges: does the written stretch, between its clean neighbours, parse as what was meant? */

import { canonicalKey } from '../canonical-key.ts'
import type { Block, Item, List } from '../tree.ts'
import { findLineStart } from './columns.ts'
import { keepsDialect } from './dialect.ts'
import type { EntryPlan, Stretch, Unit } from './entry-plan.ts'
import { parseFragment } from './parse-fragment.ts'
import type { SaveContext } from './save-context.ts'
import type { Piece } from './write-stretch.ts'

/** True when both judges agree. `pieces` is the stretch as written. */
export function isStretchRight(
  context: SaveContext,
  plan: EntryPlan,
  stretch: Stretch,
  pieces: readonly Piece[],
): boolean {
  const before = plan.units[stretch.from - 1]
  const after = plan.units[stretch.to]
  const written = pieces.map((piece) => piece.text).join('')
  const text = cleanPrefix(context, before) + cleanText(context, before) + written + cleanText(context, after)
  const units = plan.units.slice(Math.max(0, stretch.from - 1), stretch.to + 1)
  const parsed = parseFragment(context, text)
  return (
    canonicalKey(parsed) === canonicalKey(expectBlocks(units, parsed)) &&
    keepsDialectOf(context, plan, stretch, written)
  )
}

/** The indent in front of the stretch's first line: without it the items behind would be nested in the first. */
function cleanPrefix({ base }: SaveContext, unit: Unit | undefined): string {
  const span = unit?.partner?.node.span
  if (span === undefined) return ''
  return base.text.slice(Math.max(base.bodyFrom, findLineStart(base.text, span.from)), span.from)
}

function cleanText(context: SaveContext, unit: Unit | undefined): string {
  const node = unit?.partner?.node
  return node?.span === undefined ? '' : context.base.text.slice(node.span.from, node.span.to)
}

/** The units as blocks again. A list that is cut at its start begins with the number that its first item has. */
function expectBlocks(units: readonly Unit[], parsed: readonly Block[]): Block[] {
  const blocks: Block[] = []
  let open: { list: List; items: Item[] } | null = null
  for (const unit of units) {
    if (unit.node.type !== 'item' || unit.list === null) {
      open = null
      if (unit.node.type !== 'item') blocks.push(unit.node)
      continue
    }
    if (open !== null && open.list === unit.list) {
      open.items.push(unit.node)
      continue
    }
    const items = [unit.node]
    open = { list: unit.list, items }
    const first = parsed[0]
    const isCut = blocks.length === 0 && unit.node !== unit.list.items[0]
    const start = isCut && first?.type === 'list' ? first.start : unit.list.start
    blocks.push({ type: 'list', ordered: unit.list.ordered, start, items })
  }
  return blocks
}

function keepsDialectOf(context: SaveContext, plan: EntryPlan, stretch: Stretch, written: string): boolean {
  const dirty = plan.units.slice(stretch.from, stretch.to)
  return dirty.every((unit) => {
    const span = unit.partner?.node.span
    return (
      span === undefined || keepsDialect(context.base.text.slice(span.from, span.to), [unit.node], written)
    )
  })
}
