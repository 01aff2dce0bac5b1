/** A dirty stretch as text: its units and the gaps around them, at a given effort. */

import type { Block, Item } from '../tree.ts'
import type { EntryPlan, Stretch, Unit } from './entry-plan.ts'
import { spanOf } from './base-index.ts'
import { listGaps } from './gaps.ts'
import type { GapSide, GapSource } from './gaps.ts'
import type { SaveContext, WrittenBlock } from './save-context.ts'
import { lineEndingAt } from './save-context.ts'
import { findDonors } from './sequence.ts'
import { writeItem } from './write-container.ts'

/** A piece of the new text; `unit` is null for gaps. */
export interface Piece {
  readonly text: string
  readonly unit: Unit | null
}

/** Everything between the clean unit in front of the stretch and the one behind it. */
export function writeStretch(context: SaveContext, plan: EntryPlan, stretch: Stretch): Piece[] {
  const pieces: Piece[] = []
  let before: Unit | null = plan.units[stretch.from - 1] ?? null
  let beforeSide = before === null ? null : sideOf(before, prefixOf(context, before))
  for (let at = stretch.from; at < stretch.to; at += 1) {
    const unit = plan.units[at]
    if (unit === undefined) continue
    const written = writeUnit(context, plan, at)
    const side = sideOf(unit, written.prefix)
    pieces.push({ text: writeGap(context, plan, before, beforeSide, unit, side), unit: null })
    pieces.push({ text: written.text, unit })
    before = unit
    beforeSide = side
  }
  const after = plan.units[stretch.to]
  if (after === undefined) pieces.push({ text: readTail(context, plan), unit: null })
  else {
    const side = sideOf(after, prefixOf(context, after))
    pieces.push({ text: writeGap(context, plan, before, beforeSide, after, side), unit: null })
  }
  return pieces
}

function writeUnit(context: SaveContext, plan: EntryPlan, at: number): WrittenBlock {
  const unit = plan.units[at]
  if (unit === undefined) return { text: '', prefix: '' }
  const donors = () =>
    findDonors(
      context,
      donorTask(plan),
      plan.units.map((other) => other.partner),
      at,
    )
  if (unit.node.type !== 'item') {
    const partner = unit.partner as (Unit['partner'] & { node: Block }) | null
    const setting = { container: 'none', isFirst: false, box: null } as const
    return context.writeBlock(context, unit.node, { partner, prefix: '', listPrefix: '', donors, setting })
  }
  const model = findModel(plan, at)
  const prefix = model === null ? '' : (context.index.places.get(model)?.prefix ?? '')
  const partner = unit.partner as (Unit['partner'] & { node: Item }) | null
  return writeItem(context, unit.node, { partner, prefix, marker: unit.marker, donors, model })
}

function donorTask(plan: EntryPlan): { base: readonly (Block | Item)[]; donors: () => readonly [] } {
  return { base: plan.baseUnits.map((unit) => unit.node), donors: () => [] }
}

/** The nearest item of the same list that stands in the base: the one above, else one below. */
function findModel(plan: EntryPlan, at: number): Item | null {
  const list = plan.units[at]?.list ?? null
  const isModel = (unit: Unit | undefined) => unit?.list === list && unit?.partner?.index != null
  const order = [
    ...plan.units.slice(0, at).reverse().filter(isModel).slice(0, 1),
    ...plan.units
      .slice(at + 1)
      .filter(isModel)
      .slice(0, 1),
  ]
  const node = order[0]?.partner?.node ?? plan.units[at]?.baseList?.items[0]
  return node?.type === 'item' ? node : null
}

function prefixOf(context: SaveContext, unit: Unit): string {
  const node = unit.partner?.node
  if (node === undefined) return ''
  const place = context.index.places.get(node)
  if (place !== undefined) return place.prefix
  const item = node.type === 'list' ? node.items[0] : undefined
  return item === undefined ? '' : (context.index.places.get(item)?.prefix ?? '')
}

function sideOf(unit: Unit, prefix: string): GapSide {
  return { type: unit.node.type, index: unit.partner?.index ?? null, prefix }
}

function writeGap(
  context: SaveContext,
  plan: EntryPlan,
  before: Unit | null,
  beforeSide: GapSide | null,
  after: Unit,
  afterSide: GapSide,
): string {
  if (before === null || beforeSide === null) return writeLead(context, plan, afterSide)
  const isOneList = before.list !== null && before.list === after.list
  const type = (side: GapSide): GapSide =>
    side.type === 'item' && !isOneList ? { ...side, type: 'list' } : side
  const near = plan.baseUnits[beforeSide.index ?? afterSide.index ?? 0]?.span.from ?? context.base.text.length
  const gaps = listGaps({
    source: gapSourceOf(context, plan),
    before: type(beforeSide),
    after: type(afterSide),
    prefix: '',
    lineEnding: lineEndingAt(context.base, near),
    isTight: isOneList,
  })
  return gaps[Math.min(context.effort.gap, gaps.length - 1)] ?? context.base.lineEnding
}

function gapSourceOf(context: SaveContext, plan: EntryPlan): GapSource {
  const { baseUnits } = plan
  return {
    text: context.base.text,
    count: baseUnits.length,
    spanAt: (index) => baseUnits[index]?.span ?? spanOf({}),
    isBetweenItems: (index) => {
      const list = baseUnits[index]?.list ?? null
      return list !== null && list === baseUnits[index + 1]?.list
    },
  }
}

/** What stands in front of the first block: blank lines stay, an indent goes with its block. */
function writeLead(context: SaveContext, plan: EntryPlan, side: GapSide): string {
  const { text, bodyFrom, lineEnding } = context.base
  const first = plan.baseUnits[0]
  if (first === undefined) {
    const isOpenHead = bodyFrom > 0 && !/[\r\n\uFEFF]$/.test(text.slice(0, bodyFrom))
    return isOpenHead ? lineEnding + lineEnding : ''
  }
  const lead = text.slice(bodyFrom, first.span.from)
  return side.index === 0 ? lead : lead.replace(/[^\r\n]*$/, '') + side.prefix
}

/** What stands behind the last block; an entry that lost all its blocks keeps nothing of it. */
function readTail(context: SaveContext, plan: EntryPlan): string {
  const { text, bodyFrom } = context.base
  const last = plan.baseUnits.at(-1)
  if (last === undefined) return text.slice(bodyFrom)
  return plan.units.length === 0 ? '' : text.slice(last.span.to)
}
