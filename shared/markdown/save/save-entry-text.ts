import type { Flavour } from '../parse-entry.ts'
import { splitHead } from '../parse/split-head.ts'
import type { RefusedBlock, SaveOutcome } from '../save-outcome.ts'
import type { Block, Item, List, ParsedEntry, Span } from '../tree.ts'
import { listParts } from './adjacent-lists.ts'
import { indexBase } from './base-index.ts'
import type { EntryPlan, Unit } from './entry-plan.ts'
import { planEntry } from './entry-plan.ts'
import type { SaveContext } from './save-context.ts'
import { searchStretch } from './search-stretch.ts'
import type { SettledStretch } from './search-stretch.ts'
import { isEntryRight, listGoneDefinitions, needsWholeCheck } from './verify-entry.ts'
import { listRealBlocks } from './write-container.ts'
import { writeBlock } from './write-block.ts'
import type { Piece } from './write-stretch.ts'

export interface SaveOptions {
  /** The one that `base` was parsed with. */
  readonly flavour?: Flavour
  /** Up to this many UTF-16 code units the whole new text is parsed and compared too; 0 for tests of the rest. */
  readonly wholeCheckLimit?: number
}

/**
 * The checks of the changed stretches have to be right by themselves: for a long entry there is no time for another.
 * An entry of this size, longer than nearly all, parses in a few milliseconds, so it gets one more.
 */
const wholeCheckLimit = 20_000

/**
 * Writes the intended blocks as the text of the entry.
 *
 * Pure, and relative to `base` alone: what is equal to the base is copied byte for byte, whatever was done and
 * undone in between; what changed is written as the smallest change of its source that was parsed again and found
 * to say the same. A block for which nothing verifies is reported in `refused` and keeps its old source; when words
 * could be lost that way (its content came from a block that is gone), the whole entry keeps its old text.
 *
 * The cost grows with what changed; for the rest pointers are compared, or keys where the editor built new nodes.
 *
 * @param base what was opened
 * @param intended the blocks as they are to be; nodes may point to nodes of `base`, or be them
 */
export function saveEntryText(
  base: ParsedEntry,
  intended: readonly Block[],
  options: SaveOptions = {},
): SaveOutcome {
  const context: SaveContext = {
    base,
    flavour: options.flavour ?? { singleTilde: false },
    wholeCheckLimit: options.wholeCheckLimit ?? wholeCheckLimit,
    index: indexBase(base),
    effort: { leafRung: 0, gap: 0, checksUprooted: false },
    failures: [],
    writeBlock,
  }
  const plan = planEntry(context, base, intended)
  const settled = plan.stretches.map((stretch) => searchStretch(context, plan, stretch))
  const refused = settled.flatMap((stretch) => stretch.refused)
  if (settled.some((stretch) => stretch.isUnsafe) || losesWords(plan, settled)) {
    return keepOld(context, plan, intended, refused)
  }
  return join(context, plan, intended, settled, refused)
}

/** New content that was refused may have come from a block that is gone: then the block must not go. */
function losesWords(plan: EntryPlan, settled: readonly SettledStretch[]): boolean {
  if (settled.every((stretch) => stretch.refused.length === 0)) return false
  const isNewRefused = settled.some((stretch) =>
    stretch.refusedUnits.some((unit) => unit.partner?.index == null),
  )
  const kept = new Set(plan.units.map((unit) => unit.partner?.index))
  const isAnyGone = plan.baseUnits.some((_, index) => !kept.has(index))
  return isNewRefused && isAnyGone
}

function keepOld(
  context: SaveContext,
  plan: EntryPlan,
  intended: readonly Block[],
  refused: readonly RefusedBlock[],
): SaveOutcome {
  const { text } = context.base
  const known = new Set(refused.map((one) => one.block))
  const reason = 'It belongs to a change that could not be written.'
  const others = plan.units
    .filter((unit) => !unit.isClean)
    .map(blockOf)
    .filter((block) => !known.has(block))
    .map((block) => ({ block, reason, candidate: '' }))
  const places = new Map<Block | Item, Span>()
  for (const unit of plan.units) {
    const span = unit.partner?.node.span
    if (span !== undefined) places.set(unit.node, span)
  }
  return {
    text,
    spans: listSpans(context, intended, places, text),
    refused: [...refused, ...new Set(others)],
  }
}

function join(
  context: SaveContext,
  plan: EntryPlan,
  intended: readonly Block[],
  settled: readonly SettledStretch[],
  refused: readonly RefusedBlock[],
): SaveOutcome {
  const pieces = listPieces(context, plan, settled)
  const { text: base, bodyFrom, lineEnding } = context.base
  const head = base.slice(0, bodyFrom)
  const body = pieces.map((piece) => piece.text).join('')
  // A first line `---` would become front matter: an empty line in front of it keeps it Markdown.
  const lead = ['', lineEnding, lineEnding + lineEnding].find((candidate) =>
    keepsHead(context.base, head + candidate + body),
  )
  if (lead === undefined) return keepOld(context, plan, intended, refused)
  const text = head + lead + body
  if (needsWholeCheck(context, plan, settled) && !isEntryRight(context, plan, settled, text)) {
    return keepOld(context, plan, intended, [...refused, ...refuseDefinitions(plan)])
  }
  const places = placePieces(pieces, head.length + lead.length)
  return { text, spans: listSpans(context, intended, places, text), refused }
}

function keepsHead(base: ParsedEntry, text: string): boolean {
  const { head } = splitHead(text)
  if (base.head === null) return head === null
  if (head === null || head.format !== base.head.format) return false
  const old = base.text.slice(base.head.span.from, base.head.span.to)
  // A head that ended with the file gets a line ending when something follows it.
  return text.slice(head.span.from, head.span.to).trimEnd() === old.trimEnd()
}

/** All of the body in order: clean stretches copied in one piece each, written ones as they were settled. */
function listPieces(context: SaveContext, plan: EntryPlan, settled: readonly SettledStretch[]): Piece[] {
  const { text, bodyFrom } = context.base
  const pieces: Piece[] = []
  let unitAt = 0
  let from = bodyFrom
  for (const { stretch, pieces: written } of settled) {
    copyClean(text, plan, unitAt, stretch.from, from, pieces)
    pieces.push(...written)
    unitAt = stretch.to
    from = plan.units[stretch.to]?.partner?.node.span?.from ?? text.length
  }
  if (unitAt < plan.units.length || settled.length === 0) {
    copyClean(text, plan, unitAt, plan.units.length, from, pieces)
    const last = plan.units.at(-1)?.partner?.node.span?.to ?? from
    pieces.push({ text: text.slice(last), unit: null })
  }
  return pieces
}

function copyClean(
  text: string,
  plan: EntryPlan,
  first: number,
  end: number,
  from: number,
  pieces: Piece[],
): void {
  let at = from
  for (let index = first; index < end; index += 1) {
    const unit = plan.units[index]
    const span = unit?.partner?.node.span
    if (unit === undefined || span === undefined) continue
    if (span.from > at) pieces.push({ text: text.slice(at, span.from), unit: null })
    pieces.push({ text: text.slice(span.from, span.to), unit })
    at = span.to
  }
}

function placePieces(pieces: readonly Piece[], from: number): Map<Block | Item, Span> {
  const places = new Map<Block | Item, Span>()
  let at = from
  for (const { text, unit } of pieces) {
    if (unit !== null) places.set(unit.node, { from: at, to: at + text.length })
    at += text.length
  }
  return places
}

/** The span of each intended block; of a list from its first item to its last. */
function listSpans(
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

/** The top-level block that a unit belongs to. */
function blockOf(unit: Unit): Block {
  return unit.node.type === 'item' ? (unit.list as List) : unit.node
}

/** Definitions are named when they are the reason: what refers to them stands elsewhere. */
function refuseDefinitions(plan: EntryPlan): RefusedBlock[] {
  const reason = 'Other places in the entry refer to this definition and would change with it.'
  return listGoneDefinitions(plan).map((block) => ({ block, reason, candidate: '' }))
}
