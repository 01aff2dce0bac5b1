/** The judges: does the written stretch, between its clean neighbours, parse as what was meant? */

import { canonicalKey } from '../canonical-key.ts'
import type { Block } from '../tree.ts'
import { findLineStart } from '../../entry/line-edges.ts'
import { keepsDialect } from './dialect.ts'
import type { BaseUnit, EntryPlan, Stretch, Unit } from './entry-plan.ts'
import { groupItems } from './entry-plan.ts'
import { farMark } from './far-marks.ts'
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
  if (!keepsDialectOf(context, plan, stretch, written)) return false
  const text = cleanPrefix(context, before) + cleanText(context, before) + written + cleanText(context, after)
  const units = plan.units.slice(Math.max(0, stretch.from - 1), stretch.to + 1)
  // What is first of all in the entry may mean something there alone.
  const isAtTop = stretch.from <= 1
  if (readsAs(context, text, isAtTop, units, [])) return true
  // A mark that looks for its other half across blocks needs all that follows.
  const tail = after === undefined || !farMark.test(text) ? null : tailBehind(context, plan, after)
  return tail !== null && readsAs(context, text + tail.text, isAtTop, units, tail.units)
}

function readsAs(
  context: SaveContext,
  text: string,
  isAtTop: boolean,
  units: readonly Unit[],
  tail: readonly BaseUnit[],
): boolean {
  const parsed = parseFragment(context, text, isAtTop)
  return canonicalKey(parsed) === canonicalKey(expectBlocks([...units, ...tail], parsed))
}

/** The rest of the base behind a clean unit; edits of its own there are judged with their stretches. */
function tailBehind(
  context: SaveContext,
  plan: EntryPlan,
  after: Unit,
): { readonly text: string; readonly units: readonly BaseUnit[] } | null {
  const index = after.partner?.index ?? null
  const span = after.partner?.node.span
  if (index === null || span === undefined) return null
  return { text: context.base.text.slice(span.to), units: plan.baseUnits.slice(index + 1) }
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
function expectBlocks(units: readonly (Unit | BaseUnit)[], parsed: readonly Block[]): Block[] {
  const blocks = groupItems(units)
  const [block] = blocks
  const [first] = parsed
  const isCut =
    block?.type === 'list' && block.items[0] !== units[0]?.list?.items[0] && units[0]?.node.type === 'item'
  if (!isCut || first?.type !== 'list') return blocks
  return [{ ...block, start: first.start }, ...blocks.slice(1)]
}

/** Asked of the stretch as a whole: text may have come from a block that has gone into its neighbour. */
function keepsDialectOf(context: SaveContext, plan: EntryPlan, stretch: Stretch, written: string): boolean {
  const low = plan.units[stretch.from - 1]?.partner?.index ?? -1
  const high = plan.units[stretch.to]?.partner?.index ?? plan.baseUnits.length
  const old = plan.baseUnits.slice(low + 1, Math.max(low + 1, high))
  const dirty = plan.units.slice(stretch.from, stretch.to)
  const moved = dirty.flatMap(({ partner }) => {
    const isHere = partner?.index != null && partner.index > low && partner.index < high
    return partner === null || isHere ? [] : partner.node
  })
  const sources = [...old.map(({ span }) => span), ...moved.flatMap(({ span }) => span ?? [])]
  const source = sources.map(({ from, to }) => context.base.text.slice(from, to)).join('\n')
  return keepsDialect(
    source,
    dirty.map(({ node }) => node),
    written,
  )
}
