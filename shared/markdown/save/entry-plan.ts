/**
 * What has to be written: the entry as a row of units, each clean or dirty, and the stretches of dirty ones.
 *
 * A unit is a top-level block, or an item of a top-level list that changed: so one changed item in a long list costs
 * as much as one changed paragraph.
 */

import type { Block, Item, List, ParsedEntry, Span } from '../tree.ts'
import { joinLists } from './adjacent-lists.ts'
import type { Partner } from './align.ts'
import { alignSequence } from './align.ts'
import { spanOf } from './base-index.ts'
import { isSameContent } from './content-keys.ts'
import type { SaveContext } from './save-context.ts'
import { MarkerSource } from './list-markers.ts'
import { listRealBlocks } from './write-container.ts'

export interface Unit {
  readonly node: Block | Item
  /** The list that an item belongs to, and the one of the base; null for a block. */
  readonly list: List | null
  readonly baseList: List | null
  /** `index` counts base units. */
  readonly partner: Partner<Block | Item> | null
  /** For an item: the marker it must have; null keeps its own. */
  readonly marker: string | null
  readonly isClean: boolean
}

export interface BaseUnit {
  readonly node: Block | Item
  readonly list: List | null
  readonly span: Span
}

/** Dirty units `[from, to)`; empty when only the gap in front of `from` is, after a deletion. */
export interface Stretch {
  readonly from: number
  readonly to: number
}

export interface EntryPlan {
  readonly units: readonly Unit[]
  readonly baseUnits: readonly BaseUnit[]
  readonly stretches: readonly Stretch[]
}

/** Compares the intended blocks with the base. Unchanged blocks cost one comparison of pointers, or of keys. */
export function planEntry(context: SaveContext, base: ParsedEntry, intended: readonly Block[]): EntryPlan {
  const blocks = listRealBlocks(context.index, intended)
  const baseBlocks = joinLists(base.blocks)
  const partners = alignSequence(context.index, blocks, baseBlocks)
  const opened = new Set<number>()
  blocks.forEach((block, at) => {
    const partner = partners[at]
    if (block.type !== 'list' || partner?.index == null || partner.node.type !== 'list') return
    if (!isSameContent(block, partner.node)) opened.add(partner.index)
  })
  const { baseUnits, firstUnits } = listBaseUnits(baseBlocks, opened)
  const units = blocks.flatMap((block, at) =>
    listUnits(context, block, partners[at] ?? null, opened, firstUnits),
  )
  return { units, baseUnits, stretches: findStretches(units, baseUnits.length) }
}

type BaseUnits = { readonly baseUnits: BaseUnit[]; readonly firstUnits: number[] }

/** The units of entries none of whose lists changed. */
const closedUnits = new WeakMap<readonly Block[], BaseUnits>()

function listBaseUnits(blocks: readonly Block[], opened: ReadonlySet<number>): BaseUnits {
  const known = opened.size === 0 ? closedUnits.get(blocks) : undefined
  const units = known ?? createBaseUnits(blocks, opened)
  if (opened.size === 0) closedUnits.set(blocks, units)
  return units
}

function createBaseUnits(blocks: readonly Block[], opened: ReadonlySet<number>): BaseUnits {
  const baseUnits: BaseUnit[] = []
  const firstUnits: number[] = []
  blocks.forEach((block, index) => {
    firstUnits.push(baseUnits.length)
    if (block.type === 'list' && opened.has(index)) {
      for (const item of block.items) baseUnits.push({ node: item, list: block, span: spanOf(item) })
    } else baseUnits.push({ node: block, list: null, span: spanOf(block) })
  })
  return { baseUnits, firstUnits }
}

function listUnits(
  context: SaveContext,
  block: Block,
  partner: Partner<Block> | null,
  opened: ReadonlySet<number>,
  firstUnits: readonly number[],
): Unit[] {
  const index = partner?.index ?? null
  const first = index === null ? 0 : (firstUnits[index] ?? 0)
  if (block.type === 'list' && partner?.node.type === 'list' && index !== null && opened.has(index)) {
    return listItemUnits(context, block, partner.node, first)
  }
  const placed = partner === null || index === null ? partner : { node: partner.node, index: first }
  const isClean = placed !== null && placed.index !== null && isSameContent(block, placed.node)
  return [{ node: block, list: null, baseList: null, partner: placed, marker: null, isClean }]
}

function listItemUnits(context: SaveContext, list: List, baseList: List, first: number): Unit[] {
  const markers = new MarkerSource(context, list, baseList)
  return alignSequence(context.index, list.items, baseList.items).map((partner, at) => {
    const node = list.items[at] ?? { type: 'item', box: null, blocks: [] }
    const placed =
      partner === null || partner.index === null
        ? partner
        : { node: partner.node, index: first + partner.index }
    const marker = markers.next(placed)
    const isClean =
      placed !== null && placed.index !== null && marker === null && isSameContent(node, placed.node)
    return { node, list, baseList, partner: placed, marker, isClean }
  })
}

function findStretches(units: readonly Unit[], baseCount: number): Stretch[] {
  const stretches: Stretch[] = []
  let at = 0
  while (at <= units.length) {
    const from = at
    while (at < units.length && units[at]?.isClean === false) at += 1
    if (at > from || !isGapClean(units, at, baseCount)) stretches.push({ from, to: at })
    at += 1
  }
  return stretches
}

/** True when the units on both sides of the gap in front of unit `at` are neighbours in the base too. */
function isGapClean(units: readonly Unit[], at: number, baseCount: number): boolean {
  const before = at === 0 ? -1 : (units[at - 1]?.partner?.index ?? null)
  const after = at === units.length ? baseCount : (units[at]?.partner?.index ?? null)
  return before !== null && after !== null && after === before + 1
}

/** A block, or an item with the list it belongs to. */
export interface GroupedNode {
  readonly node: Block | Item
  readonly list: List | null
}

/** Units as blocks again: items of one list side by side become a list. */
export function groupItems(nodes: readonly GroupedNode[]): Block[] {
  const blocks: Block[] = []
  let open = null as { readonly list: List; readonly items: Item[] } | null
  for (const { node, list } of nodes) {
    if (node.type !== 'item') {
      blocks.push(node)
      open = null
    } else if (list !== null && open?.list === list) open.items.push(node)
    else if (list !== null) {
      open = { list, items: [node] }
      blocks.push({ type: 'list', ordered: list.ordered, start: list.start, items: open.items })
    }
  }
  return blocks
}
