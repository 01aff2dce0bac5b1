/** A dirty stretch as text: its units and the gaps around them, at a given effort. */

import type { Block, Item } from '../tree.ts'
import type { EntryPlan, Stretch, Unit } from './entry-plan.ts'
import { spanOf } from './base-index.ts'
import { chooseGap } from './choose-gap.ts'
import type { Neighbour } from './choose-gap.ts'
import type { GapSource } from './gaps.ts'
import type { SaveContext, WrittenBlock } from './save-context.ts'
import { lineEndingAt } from './save-context.ts'
import { findDonors } from './sequence.ts'
import { writeItem } from './write-container.ts'

/** A piece of the new text; `unit` is null for gaps. */
export interface Piece {
  readonly text: string
  readonly unit: Unit | null
}

interface WrittenUnit extends Neighbour {
  readonly unit: Unit
}

/** Everything between the clean unit in front of the stretch and the one behind it. */
export function writeStretch(context: SaveContext, plan: EntryPlan, stretch: Stretch): Piece[] {
  const pieces: Piece[] = []
  let before = copyUnit(context, plan.units[stretch.from - 1])
  for (let at = stretch.from; at < stretch.to; at += 1) {
    const unit = plan.units[at]
    if (unit === undefined) continue
    const written = { unit, node: unit.node, ...writeUnit(context, plan, at), isUnchanged: unit.isClean }
    pieces.push({ text: writeGap(context, plan, before, written), unit: null })
    pieces.push({ text: written.text, unit })
    before = written
  }
  const after = copyUnit(context, plan.units[stretch.to])
  const text = after === null ? readTail(context, plan, before) : writeGap(context, plan, before, after)
  return [...pieces, { text, unit: null }]
}

/** A clean unit beside the stretch. */
function copyUnit(context: SaveContext, unit: Unit | undefined): WrittenUnit | null {
  const span = unit?.partner?.node.span
  if (unit === undefined || span === undefined) return null
  return {
    unit,
    node: unit.node,
    text: context.base.text.slice(span.from, span.to),
    prefix: prefixOf(context, unit),
    isUnchanged: true,
  }
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
    const setting = { container: 'none', isFirst: false, box: null, isUprooted: false } as const
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

function writeGap(
  context: SaveContext,
  plan: EntryPlan,
  before: WrittenUnit | null,
  after: WrittenUnit,
): string {
  const afterIndex = after.unit.partner?.index ?? null
  if (before === null) return writeLead(context, plan, afterIndex, after.prefix)
  const beforeIndex = before.unit.partner?.index ?? null
  const isOneList = before.unit.list !== null && before.unit.list === after.unit.list
  const near = plan.baseUnits[beforeIndex ?? afterIndex ?? 0]?.span.from ?? context.base.text.length
  const task = {
    source: gapSourceOf(context, plan),
    before: { type: typeOf(before.unit, isOneList), index: beforeIndex, prefix: before.prefix },
    after: { type: typeOf(after.unit, isOneList), index: afterIndex, prefix: after.prefix },
    prefix: '',
    lineEnding: lineEndingAt(context.base, near),
    isTight: isOneList,
  }
  return chooseGap(context, task, asNeighbour(before, isOneList), asNeighbour(after, isOneList))
}

/** At the edge of its list an item is the list. */
function typeOf(unit: Unit, isOneList: boolean): Unit['node']['type'] {
  return unit.node.type === 'item' && !isOneList ? 'list' : unit.node.type
}

function asNeighbour(written: WrittenUnit, isOneList: boolean): Neighbour {
  const { node, unit } = written
  if (node.type !== 'item' || isOneList || unit.list === null) return written
  const number = /^\d+/.exec(written.text)?.[0]
  const start = number === undefined ? 1 : Number.parseInt(number, 10)
  return { ...written, node: { type: 'list', ordered: unit.list.ordered, start, items: [node] } }
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
function writeLead(context: SaveContext, plan: EntryPlan, index: number | null, prefix: string): string {
  const { text, bodyFrom, lineEnding } = context.base
  const first = plan.baseUnits[0]
  if (first === undefined) {
    const isOpenHead = bodyFrom > 0 && !/[\r\n\uFEFF]$/.test(text.slice(0, bodyFrom))
    return isOpenHead ? lineEnding + lineEnding : ''
  }
  const lead = text.slice(bodyFrom, first.span.from)
  return index === 0 ? lead : lead.replace(/[^\r\n]*$/, '') + prefix
}

/** What stands behind the last block; an entry that lost all its blocks keeps nothing of it. */
function readTail(context: SaveContext, plan: EntryPlan, before: WrittenUnit | null): string {
  const { text, bodyFrom } = context.base
  const last = plan.baseUnits.at(-1)
  if (last === undefined) return text.slice(bodyFrom)
  if (before === null) return ''
  const tail = text.slice(last.span.to)
  return before.unit.isClean ? tail : tail.replace(/^[ \t]+(?=[\r\n]|$)/, '')
}
