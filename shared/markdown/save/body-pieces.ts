/** The new body in pieces: what was written, and between it the clean parts of the base, each copied as one. */

import type { Block, Item, Span } from '../tree.ts'
import { listParts } from './adjacent-lists.ts'
import type { EntryPlan, Unit } from './entry-plan.ts'
import type { SaveContext } from './save-context.ts'
import type { SettledStretch } from './search-stretch.ts'
import { listRealBlocks } from './write-container.ts'

/** A piece of the body and the units in it. */
export interface BodyPiece {
  readonly text: string
  readonly units: readonly Unit[]
  /** Where the piece stands in the base, when it was copied: its units then have their places from there. */
  readonly copiedFrom: number | null
}

/** All of the body in order. */
export function listBodyPieces(
  context: SaveContext,
  plan: EntryPlan,
  settled: readonly SettledStretch[],
): BodyPiece[] {
  const { text, bodyFrom } = context.base
  const pieces: BodyPiece[] = []
  let unitAt = 0
  let from = bodyFrom
  const copy = (end: number, to: number) => {
    pieces.push({ text: text.slice(from, to), units: plan.units.slice(unitAt, end), copiedFrom: from })
  }
  for (const { stretch, pieces: written } of settled) {
    copy(stretch.from, Math.max(from, plan.units[stretch.from - 1]?.partner?.node.span?.to ?? from))
    for (const { text: source, unit } of written) {
      pieces.push({ text: source, units: unit === null ? [] : [unit], copiedFrom: null })
    }
    unitAt = stretch.to
    from = plan.units[stretch.to]?.partner?.node.span?.from ?? text.length
  }
  copy(plan.units.length, text.length)
  return pieces
}

/** Where each unit stands in the new text, whose body begins at `from`. */
export function placeUnits(pieces: readonly BodyPiece[], from: number): Map<Block | Item, Span> {
  const places = new Map<Block | Item, Span>()
  let at = from
  for (const { text, units, copiedFrom } of pieces) {
    for (const unit of units) {
      const span = unit.partner?.node.span
      const isCopied = copiedFrom !== null && span !== undefined
      const shift = at - (copiedFrom ?? 0)
      const place = isCopied
        ? { from: span.from + shift, to: span.to + shift }
        : { from: at, to: at + text.length }
      places.set(unit.node, place)
    }
    at += text.length
  }
  return places
}

/** The span of each intended block; of a list from its first item to its last. */
export function listSpans(
  context: SaveContext,
  intended: readonly Block[],
  places: ReadonlyMap<Block | Item, Span>,
  text: string,
): Span[] {
  const joined = new Map<Block, Span>()
  for (const block of listRealBlocks(context.index, intended)) {
    const span = places.get(block)
    if (block.type !== 'list' || span === undefined) continue
    listParts(block).forEach((part, index) =>
      joined.set(part, index === 0 ? span : { from: span.to, to: span.to }),
    )
  }
  let end = 0
  return intended.map((block) => {
    const span = places.get(block) ??
      joined.get(block) ??
      spanOfItems(block, places) ?? { from: end, to: end }
    end = Math.min(text.length, span.to)
    return span
  })
}

function spanOfItems(block: Block, places: ReadonlyMap<Block | Item, Span>): Span | null {
  if (block.type !== 'list') return null
  const spans = block.items.flatMap((item) => places.get(item) ?? [])
  const first = spans[0]
  const last = spans.at(-1)
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to }
}
