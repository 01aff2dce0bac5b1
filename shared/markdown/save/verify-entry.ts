/** The last judge: what a stretch by itself does not tell, because it reaches across the entry. */

import { canonicalKey } from '../canonical-key.ts'
import { parseEntry } from '../parse-entry.ts'
import type { Block, Item } from '../tree.ts'
import { groupItems } from './entry-plan.ts'
import type { EntryPlan, GroupedNode } from './entry-plan.ts'
import { farMark } from './far-marks.ts'
import type { SaveContext } from './save-context.ts'
import type { SettledStretch } from './search-stretch.ts'

/** True when the new text has to be parsed as a whole. */
export function needsWholeCheck(
  context: SaveContext,
  plan: EntryPlan,
  settled: readonly SettledStretch[],
): boolean {
  if (settled.length === 0) return false
  if (context.base.text.length <= context.wholeCheckLimit) return true
  const movesFarMarks = hasMoved(plan) && farMark.test(context.base.text)
  return changesDefinitions(plan) || movesFarMarks || touchesFarMarks(context, plan, settled)
}

/** True when the new text says what was meant, refused changes left out. */
export function isEntryRight(
  context: SaveContext,
  plan: EntryPlan,
  settled: readonly SettledStretch[],
  text: string,
): boolean {
  const parsed = parseEntry(text, context.flavour).blocks
  return canonicalKey(parsed) === canonicalKey(expectEntry(plan, settled))
}

function expectEntry(plan: EntryPlan, settled: readonly SettledStretch[]): Block[] {
  const expected: GroupedNode[] = []
  let at = 0
  for (const { stretch, isOld, refusedUnits } of settled) {
    expected.push(...plan.units.slice(at, stretch.from))
    if (isOld) {
      const low = plan.units[stretch.from - 1]?.partner?.index ?? -1
      const high = plan.units[stretch.to]?.partner?.index ?? plan.baseUnits.length
      expected.push(...plan.baseUnits.slice(low + 1, high))
    } else {
      for (const unit of plan.units.slice(stretch.from, stretch.to)) {
        const isRefused = refusedUnits.includes(unit)
        expected.push(isRefused ? { ...unit, node: unit.partner?.node ?? unit.node } : unit)
      }
    }
    at = stretch.to
  }
  expected.push(...plan.units.slice(at))
  return groupItems(expected)
}

/** True when a link or footnote definition is among what was changed or deleted: then other blocks may change too. */
function changesDefinitions(plan: EntryPlan): boolean {
  const dirty = plan.stretches.flatMap(({ from, to }) => plan.units.slice(from, to)).map((unit) => unit.node)
  return [...listGone(plan).map((unit) => unit.node), ...dirty].some(holdsDefinition)
}

/** The changed and deleted blocks of the base that define something. */
export function listGoneDefinitions(plan: EntryPlan): Block[] {
  return listGone(plan).flatMap(({ node, list }) => {
    if (!holdsDefinition(node)) return []
    return node.type === 'item' ? (list ?? []) : node
  })
}

/** Units of the base that are not there any more, or not in their place. */
function listGone(plan: EntryPlan): readonly GroupedNode[] {
  return plan.stretches.flatMap((stretch) => {
    const low = plan.units[stretch.from - 1]?.partner?.index ?? -1
    const high = plan.units[stretch.to]?.partner?.index ?? plan.baseUnits.length
    return plan.baseUnits.slice(low + 1, Math.max(low + 1, high))
  })
}

function holdsDefinition(node: Block | Item): boolean {
  if (node.type === 'source') {
    const defines = node.form === 'definition' || node.form === 'footnote-definition'
    return defines || /^ {0,3}\[[^\]]+\]:/.test(node.text)
  }
  if (node.type === 'list') return node.items.some(holdsDefinition)
  return (node.type === 'quote' || node.type === 'item') && node.blocks.some(holdsDefinition)
}

/** True when units changed places: they are clean, but what follows them is not what did. */
function hasMoved(plan: EntryPlan): boolean {
  let last = -1
  return plan.units.some((unit) => {
    const index = unit.partner?.index ?? null
    if (index === null) return false
    const isBehind = index > last
    last = index
    return !isBehind
  })
}

/** True when a mark that reaches across blocks stands in what was written or in what it replaces. */
function touchesFarMarks(context: SaveContext, plan: EntryPlan, settled: readonly SettledStretch[]): boolean {
  const { text, bodyFrom } = context.base
  return settled.some(({ stretch, pieces }) => {
    const from = plan.units[stretch.from - 1]?.partner?.node.span?.to ?? bodyFrom
    const to = plan.units[stretch.to]?.partner?.node.span?.from ?? text.length
    return farMark.test(text.slice(from, to)) || pieces.some((piece) => farMark.test(piece.text))
  })
}
