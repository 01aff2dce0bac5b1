import { leafLines } from '../entry/leaf-lines.ts'
import { itemText, plainText } from '../entry/plain-text.ts'
import type { Action, ActionState } from '../entry/summary.ts'
import type { Block, Heading, Item, List, ParsedEntry, Span } from '../markdown/tree.ts'
import { findLineLinks } from '../resources/line-links.ts'
import { isResourceAddress } from '../resources/resource-address.ts'
import { findStar } from '../resources/stars.ts'
import { isActionHeading } from './action-heading.ts'
import { numberItems } from './items.ts'
import { boxOffset } from './box-offset.ts'

interface Reading {
  readonly parsed: ParsedEntry
  readonly numbers: ReadonlyMap<Item, number>
  readonly actionHeadings: readonly string[]
}

/** Where in the entry the walk is: the nearest heading, and the actions heading that still holds. */
interface Place {
  heading: string
  /** Level of the actions heading above, or null outside of such a section. */
  actionLevel: number | null
}

/**
 * The actions of an entry, as trees: every item with a box, at any depth, in quotes and callouts too; and under an
 * actions heading every item of a list, with the items nested in it as its steps.
 *
 * A section ends at the next heading of the same or a higher level, and at a rule. A bullet without a box above boxes
 * is context and no action; its boxes are. Quotes under an actions heading are someone's words: only boxes count there.
 *
 * @param parsed a base tree.
 * @param actionHeadings the words of the setting, compared by `isActionHeading`.
 */
export function readActions(parsed: ParsedEntry, actionHeadings: readonly string[]): readonly Action[] {
  const reading: Reading = { parsed, numbers: numberItems(parsed.blocks), actionHeadings }
  if (reading.numbers.size === 0) return []
  const actions: Action[] = []
  readBlocks(parsed.blocks, { heading: '', actionLevel: null }, reading, actions)
  return actions
}

function readBlocks(blocks: readonly Block[], place: Place, reading: Reading, into: Action[]): void {
  for (const block of blocks) {
    switch (block.type) {
      case 'heading':
        enterHeading(block, place, reading)
        break
      case 'rule':
        place.actionLevel = null
        break
      case 'quote':
        readBlocks(block.blocks, { heading: place.heading, actionLevel: null }, reading, into)
        break
      case 'list':
        readList(block, place, reading, into)
        break
      default:
        break
    }
  }
}

function enterHeading(heading: Heading, place: Place, reading: Reading): void {
  place.heading = plainText(heading.runs)
  if (isActionHeading(place.heading, reading.actionHeadings)) {
    // A `to do` inside `next steps` must not end the outer section when its own ends.
    place.actionLevel = Math.min(place.actionLevel ?? heading.level, heading.level)
  } else if (place.actionLevel !== null && heading.level <= place.actionLevel) {
    place.actionLevel = null
  }
}

function readList(list: List, place: Place, reading: Reading, into: Action[]): void {
  for (const item of list.items) {
    const isAction = item.box !== null || (place.actionLevel !== null && !isContext(list, item))
    if (!isAction) {
      readNested(item, place, reading, into)
      continue
    }
    const steps: Action[] = []
    readNested(item, place, reading, steps)
    into.push(toAction(item, place, reading, steps))
  }
}

/** Blocks inside an item; a heading or rule among them changes nothing outside of it. */
function readNested(item: Item, place: Place, reading: Reading, into: Action[]): void {
  if (item.blocks.length > 1 || item.blocks[0]?.type !== 'paragraph') {
    readBlocks(item.blocks, { ...place }, reading, into)
  }
}

/** A bullet without a box above boxes. A numbered item is a step of its own even then. */
function isContext(list: List, item: Item): boolean {
  return (
    !list.ordered &&
    item.blocks.some((block) => block.type === 'list' && block.items.some((nested) => nested.box !== null))
  )
}

function toAction(item: Item, place: Place, reading: Reading, steps: readonly Action[]): Action {
  const number = reading.numbers.get(item)
  if (number === undefined || item.span === undefined) throw new Error('actions are read from a base tree')
  return {
    text: itemText(item),
    state: actionState(item.box),
    box: item.box,
    itemNumber: number,
    span: firstLine(item.span, reading.parsed.text),
    boxAt: boxOffset(item, reading.parsed),
    isStarred: isStarred(item, reading),
    heading: place.heading,
    steps,
  }
}

/**
 * State that a box shows: those of GFM, and of Obsidian's common alternatives. Any other character is an open box
 * with a mark of its own (`[!]` important), as Obsidian Tasks takes it.
 */
export function actionState(box: string | null): ActionState {
  switch (box) {
    case null:
      return 'unboxed'
    case 'x':
    case 'X':
      return 'done'
    case '/':
      return 'in-progress'
    case '-':
      return 'cancelled'
    case '>':
    case '<':
      return 'forwarded'
    case '?':
      return 'waiting'
    default:
      return 'open'
  }
}

function firstLine(span: Span, text: string): Span {
  let to = span.from
  while (to < span.to && text[to] !== '\n' && text[to] !== '\r') to++
  return { from: span.from, to }
}

/** A star on a line with a resource is the resource's: one star is counted once. */
function isStarred(item: Item, reading: Reading): boolean {
  const first = item.blocks[0]
  if (first?.type !== 'paragraph') return false
  return leafLines(first.runs).some(
    (line) =>
      findStar(line.text) !== null &&
      !findLineLinks(line, reading.parsed.text).some((link) => isResourceAddress(link.url)),
  )
}
