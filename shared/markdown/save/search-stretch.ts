/** Finds a way to write a stretch that verifies, or refuses what cannot be written. */

import type { RefusedBlock } from '../save-outcome.ts'
import type { Block } from '../tree.ts'
import type { EntryPlan, Stretch, Unit } from './entry-plan.ts'
import type { Effort, SaveContext } from './save-context.ts'
import { isStretchRight } from './verify-stretch.ts'
import { writeStretch } from './write-stretch.ts'
import type { Piece } from './write-stretch.ts'

export interface SettledStretch {
  readonly stretch: Stretch
  readonly pieces: readonly Piece[]
  /** The stretch kept its old source as a whole. */
  readonly isOld: boolean
  readonly refused: readonly RefusedBlock[]
  readonly refusedUnits: readonly Unit[]
  /** Its old source cannot be kept by itself, since blocks changed places around it. */
  readonly isUnsafe: boolean
}

/** In this order: gaps first, since most blocks that fail stand too close to a neighbour. */
const efforts: readonly Effort[] = [
  { leafRung: 0, gap: 0, checksUprooted: false },
  ...[0, 1, 5, 8, 15, 17, 19].map((leafRung) => ({ leafRung, gap: 1 as const, checksUprooted: true })),
]

/** How many dirty units a stretch may have to be searched for the one that cannot be written. */
const isolationLimit = 12

/** Writes the stretch with the least effort that verifies; else refuses single units; else keeps its old source. */
export function searchStretch(context: SaveContext, plan: EntryPlan, stretch: Stretch): SettledStretch {
  const attempt = attemptStretch(context, plan, stretch)
  if (attempt.isRight) return settle(stretch, attempt.pieces, [], [])
  return (
    isolate(context, plan, stretch, attempt.pieces) ?? keepOldSource(context, plan, stretch, attempt.pieces)
  )
}

function settle(
  stretch: Stretch,
  pieces: readonly Piece[],
  refused: readonly RefusedBlock[],
  units: readonly Unit[],
): SettledStretch {
  return { stretch, pieces, isOld: false, refused, refusedUnits: units, isUnsafe: false }
}

function attemptStretch(
  context: SaveContext,
  plan: EntryPlan,
  stretch: Stretch,
): { isRight: boolean; pieces: readonly Piece[] } {
  const tried = new Set<string>()
  let first: readonly Piece[] = []
  for (const effort of efforts) {
    const trial: SaveContext = { ...context, effort, failures: [] }
    const pieces = writeStretch(trial, plan, stretch)
    if (first.length === 0) first = pieces
    const text = pieces.map((piece) => piece.text).join('')
    if (!tried.has(text) && trial.failures.length === 0 && isStretchRight(trial, plan, stretch, pieces)) {
      return { isRight: true, pieces }
    }
    tried.add(text)
    // A leaf without any spelling stays without one, however the gaps are.
    if (trial.failures.length > 0) break
  }
  return { isRight: false, pieces: first }
}

/** Leaves one dirty unit as it was and writes the others. Not where blocks are gone: their words might be in it. */
function isolate(
  context: SaveContext,
  plan: EntryPlan,
  stretch: Stretch,
  tried: readonly Piece[],
): SettledStretch | null {
  const count = stretch.to - stretch.from
  if (count < 2 || count > isolationLimit || isAnyGone(plan, stretch)) return null
  for (let at = stretch.from; at < stretch.to; at += 1) {
    const unit = plan.units[at]
    const node = unit?.partner?.node
    if (unit === undefined || node === undefined || unit.partner?.index == null) continue
    const kept: Unit = { ...unit, node, marker: null, isClean: true }
    const units = plan.units.map((other, index) => (index === at ? kept : other))
    const attempt = attemptStretch(context, { ...plan, units }, stretch)
    if (!attempt.isRight) continue
    const pieces = attempt.pieces.map((piece) => (piece.unit === kept ? { ...piece, unit } : piece))
    return settle(stretch, pieces, [refuse(unit, tried)], [unit])
  }
  return null
}

function isAnyGone(plan: EntryPlan, stretch: Stretch): boolean {
  const low = plan.units[stretch.from - 1]?.partner?.index ?? -1
  const high = plan.units[stretch.to]?.partner?.index ?? plan.baseUnits.length
  const placed = plan.units.slice(stretch.from, stretch.to).filter((unit) => unit.partner?.index != null)
  return high - low - 1 !== placed.length
}

function keepOldSource(
  context: SaveContext,
  plan: EntryPlan,
  stretch: Stretch,
  tried: readonly Piece[],
): SettledStretch {
  const { text, bodyFrom } = context.base
  const low = plan.units[stretch.from - 1]?.partner?.index ?? -1
  const high = plan.units[stretch.to]?.partner?.index ?? plan.baseUnits.length
  const dirty = plan.units.slice(stretch.from, stretch.to)
  const isInside = (unit: Unit) =>
    unit.partner?.index == null || (unit.partner.index > low && unit.partner.index < high)
  const isUnsafe =
    low >= high ||
    !dirty.every(isInside) ||
    dirty.some((unit) => unit.partner !== null && unit.partner.index === null)
  const refused = dirty.map((unit) => refuse(unit, tried))
  const gone = plan.baseUnits.slice(low + 1, Math.max(low + 1, high))
  const units = new Map(dirty.map((unit) => [unit.partner?.index, unit]))
  const pieces: Piece[] = []
  let at = plan.baseUnits[low]?.span.to ?? bodyFrom
  gone.forEach((base, offset) => {
    pieces.push({ text: text.slice(at, base.span.from), unit: null })
    pieces.push({ text: text.slice(base.span.from, base.span.to), unit: units.get(low + 1 + offset) ?? null })
    at = base.span.to
  })
  pieces.push({ text: text.slice(at, plan.baseUnits[high]?.span.from ?? text.length), unit: null })
  const lost = gone
    .filter((_, offset) => !units.has(low + 1 + offset))
    .map((base) => ({ block: base.list ?? (base.node as Block), reason: reasonGone, candidate: '' }))
  const all = refused.length > 0 ? refused : lost.length > 0 ? lost : refuseNeighbours(plan, stretch)
  return { stretch, pieces, isOld: true, refused: all, refusedUnits: dirty, isUnsafe }
}

/** Blocks that only changed places are clean themselves; the ones at the place that failed are named. */
function refuseNeighbours(plan: EntryPlan, stretch: Stretch): RefusedBlock[] {
  const around = [plan.units[stretch.from - 1], plan.units[stretch.to]]
  return around
    .filter((unit) => unit !== undefined)
    .map((unit) => ({ ...refuse(unit, []), reason: reasonPlace }))
}

const reasonPlace = 'In its new place this block would run together with its neighbour.'
const reasonGone = 'Without this block its neighbours would run together.'
const reasonChanged = 'There is no way to write this change in Markdown so that it reads the same.'

function refuse(unit: Unit, tried: readonly Piece[]): RefusedBlock {
  const candidate = tried.find((piece) => piece.unit === unit)?.text ?? ''
  const block = unit.node.type === 'item' ? unit.list : unit.node
  if (block === null) throw new Error('An item of a top-level list has no list')
  return { block, reason: reasonChanged, candidate }
}
