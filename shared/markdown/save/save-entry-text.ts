import type { Flavour } from '../parse-entry.ts'
import { splitHead } from '../parse/split-head.ts'
import type { RefusedBlock, SaveOutcome } from '../save-outcome.ts'
import type { Block, Item, List, ParsedEntry, Span } from '../tree.ts'
import { indexBase } from './base-index.ts'
import type { EntryPlan, Unit } from './entry-plan.ts'
import { planEntry } from './entry-plan.ts'
import type { SaveContext } from './save-context.ts'
import { searchStretch } from './search-stretch.ts'
import type { SettledStretch } from './search-stretch.ts'
import { listBodyPieces, listSpans, placeUnits } from './body-pieces.ts'
import { isEntryRight, listGoneDefinitions, needsWholeCheck } from './verify-entry.ts'
import { writeBlock } from './write-block.ts'

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

/** The whole entry keeps its old text; every change is refused, deletions and moves too. */
function keepOld(
  context: SaveContext,
  plan: EntryPlan,
  intended: readonly Block[],
  refused: readonly RefusedBlock[],
): SaveOutcome {
  const { text } = context.base
  const known = new Set(refused.map((one) => one.block))
  const reason = 'It belongs to a change that could not be written.'
  const others = [...new Set(listChanged(plan))]
    .filter((block) => !known.has(block))
    .map((block) => ({ block, reason, candidate: '' }))
  const places = new Map<Block | Item, Span>()
  for (const unit of plan.units) {
    const span = unit.partner?.node.span
    if (span !== undefined) places.set(unit.node, span)
  }
  return { text, spans: listSpans(context, intended, places, text), refused: [...refused, ...others] }
}

/** Changed blocks, deleted ones, and where nothing but the order changed, those beside the places that did. */
function listChanged(plan: EntryPlan): Block[] {
  const dirty = plan.units.filter((unit) => !unit.isClean).map(blockOf)
  const kept = new Set(plan.units.map((unit) => unit.partner?.index))
  const gone = plan.baseUnits
    .filter((_, index) => !kept.has(index))
    .map(({ node, list }) => list ?? (node as Block))
  if (dirty.length + gone.length > 0) return [...dirty, ...gone]
  return plan.stretches.flatMap(({ from }) => plan.units.slice(Math.max(0, from - 1), from + 1)).map(blockOf)
}

function join(
  context: SaveContext,
  plan: EntryPlan,
  intended: readonly Block[],
  settled: readonly SettledStretch[],
  refused: readonly RefusedBlock[],
): SaveOutcome {
  const pieces = listBodyPieces(context, plan, settled)
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
  const places = placeUnits(pieces, head.length + lead.length)
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

/** The top-level block that a unit belongs to. */
function blockOf(unit: Unit): Block {
  return unit.node.type === 'item' ? (unit.list as List) : unit.node
}

/** Definitions are named when they are the reason: what refers to them stands elsewhere. */
function refuseDefinitions(plan: EntryPlan): RefusedBlock[] {
  const reason = 'Other places in the entry refer to this definition and would change with it.'
  return listGoneDefinitions(plan).map((block) => ({ block, reason, candidate: '' }))
}
