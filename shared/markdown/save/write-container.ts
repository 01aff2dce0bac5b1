/** Quotes, lists and items: markers and gaps are kept, what is inside is written by itself. */

import { joinLists } from './adjacent-lists.ts'
import { Mark } from '../tree.ts'
import type { Block, Item, List, Quote, Run } from '../tree.ts'
import { baseOf } from './align.ts'
import type { Partner } from './align.ts'
import type { Donor } from './atom-match.ts'
import { readLead, spanOf } from './base-index.ts'
import type { BaseIndex } from './base-index.ts'
import { advanceColumn, replacePrefix } from './columns.ts'
import { isSameContent } from './content-keys.ts'
import { MarkerSource } from './list-markers.ts'
import type { LeafSetting, SaveContext, Target, WrittenBlock } from './save-context.ts'
import { lineEndingAt, styleOf } from './save-context.ts'
import type { SequenceTask, WrittenSequence } from './sequence.ts'
import { writeSequence } from './sequence.ts'

/**
 * Blocks that exist in Markdown: an empty paragraph does not, and lists that run together are one. Lists that were
 * apart in the base stay two, each with its markers: only what stood between them has gone.
 */
export function listRealBlocks(index: BaseIndex, blocks: readonly Block[]): readonly Block[] {
  const isEmpty = (block: Block) => block.type === 'paragraph' && block.runs.every(isEmptyRun)
  const real =
    realBlocks.get(blocks) ?? (blocks.some(isEmpty) ? blocks.filter((block) => !isEmpty(block)) : blocks)
  realBlocks.set(blocks, real)
  return joinLists(real, (one, other) => {
    const [first, second] = [one, other].map((list) => index.places.get(baseOf(index, list) ?? list))
    if (first === undefined || second === undefined) return false
    return first.parent !== second.parent || Math.abs(first.index - second.index) > 1
  })
}

const realBlocks = new WeakMap<readonly Block[], readonly Block[]>()

function isEmptyRun(run: Run): boolean {
  if (run.kind !== 'text') return run.kind === 'break'
  return (run.marks & Mark.code) === 0 && /^[ \t\r\n]*$/.test(run.text)
}

interface Inside {
  readonly prefix: string
  readonly listPrefix: string
  readonly donors: () => readonly Donor[]
  readonly isTight: boolean
  readonly setting: Omit<LeafSetting, 'isFirst'>
}

function writeInside(
  context: SaveContext,
  intended: readonly Block[],
  base: readonly Block[],
  inside: Inside,
): WrittenSequence {
  const task: SequenceTask<Block> = {
    intended: listRealBlocks(context.index, intended),
    base: joinLists(base),
    prefix: inside.prefix,
    donors: inside.donors,
    isTight: inside.isTight,
    write: (block, at, partner, donors) => {
      const isUprooted = at === 0 && inside.setting.isUprooted
      const setting = { ...inside.setting, isFirst: at === 0, isUprooted }
      return context.writeBlock(context, block, { ...inside, partner, donors, setting })
    },
  }
  return writeSequence(context, task)
}

/** A quote. In place: its mark and the lines behind its last block stay. */
export function writeQuote(context: SaveContext, quote: Quote, base: Quote | null, target: Target): string {
  const inner = base === null ? undefined : context.index.insides.get(base)
  const prefix = inner?.prefix ?? `${target.prefix}> `
  const setting = { container: 'quote', box: null, isUprooted: base === null } as const
  const inside = { prefix, listPrefix: prefix, donors: target.donors, isTight: false, setting }
  const written = writeInside(context, quote.blocks, base?.blocks ?? [], inside)
  if (base === null)
    return written.text === '' ? '>' : `> ${ownIndent(written.prefix, prefix)}${written.text}`
  const { text } = context.base
  const { from, to } = spanOf(base)
  const first = base.blocks[0]
  const last = base.blocks.at(-1)
  const head = first === undefined ? '> ' : text.slice(from, spanOf(first).from)
  const tail = last === undefined ? '' : text.slice(spanOf(last).to, to)
  return head + written.text + tail
}

/** What a block's prefix has beyond that of its container. */
function ownIndent(prefix: string, container: string): string {
  return prefix.startsWith(container) ? prefix.slice(container.length) : ''
}

export interface ItemTarget {
  readonly partner: Partner<Item> | null
  /** What stands in front of the item's marker on its line. */
  readonly prefix: string
  /** The marker it must have; null keeps its own. */
  readonly marker: string | null
  readonly donors: () => readonly Donor[]
  /** A neighbour whose lists show how nested ones are indented. */
  readonly model: Item | null
}

/** An item: marker, padding and box from the base, its blocks by themselves. */
export function writeItem(context: SaveContext, item: Item, target: ItemTarget): WrittenBlock {
  const base = target.partner?.node ?? null
  if (base === null) return { text: writeNewItem(context, item, target), prefix: target.prefix }
  const place = context.index.places.get(base)
  const basePrefix = place?.prefix ?? ''
  const isInPlace = target.partner?.index !== null
  const lead = readLead(context.base.text, base)
  const marker = target.marker ?? lead.marker
  const text =
    marker === lead.marker && isSameContent(item, base)
      ? context.base.text.slice(spanOf(base).from, spanOf(base).to)
      : rewriteItem(context, item, base, marker, target)
  return isInPlace
    ? { text, prefix: basePrefix }
    : { text: replacePrefix(text, basePrefix, target.prefix), prefix: target.prefix }
}

function rewriteItem(
  context: SaveContext,
  item: Item,
  base: Item,
  marker: string,
  target: ItemTarget,
): string {
  const { text } = context.base
  const { from, to } = spanOf(base)
  const lead = readLead(text, base)
  const inside = context.index.insides.get(base)
  const prefix = inside?.prefix ?? '  '
  const listPrefix = findListPrefix(context, base, prefix)
  const isUprooted = item.box !== base.box
  const setting = { container: 'item', box: item.box, isUprooted } as const
  const written = writeInside(context, item.blocks, base.blocks, {
    prefix,
    listPrefix,
    donors: target.donors,
    isTight: true,
    setting,
  })
  const first = base.blocks[0]
  const last = base.blocks.at(-1)
  const head = first === undefined ? text.slice(from, to) : text.slice(from, spanOf(first).from)
  const tail = last === undefined || written.text === '' ? '' : text.slice(spanOf(last).to, to)
  const widthChange = marker.length - lead.marker.length
  const body =
    widthChange === 0 ? written.text : replacePrefix(written.text, prefix, widen(prefix, widthChange))
  if (item.box !== null && !beginsWithText(context, item) && !/[\r\n]/.test(head)) {
    const ownPrefix = widthChange === 0 ? written.prefix : widen(prefix, widthChange)
    const lineEnding = lineEndingAt(context.base, from)
    return rewriteHead(head, lead, marker, item.box, true) + lineEnding + ownPrefix + body + tail
  }
  return rewriteHead(head, lead, marker, item.box, body === '') + body + tail
}

/** True when text may stand behind a box, or nothing does. Any other block begins on a line of its own. */
function beginsWithText(context: SaveContext, item: Item): boolean {
  const [first] = listRealBlocks(context.index, item.blocks)
  return first === undefined || first.type === 'paragraph'
}

/** The item's first characters with another marker or box. */
function rewriteHead(
  head: string,
  lead: { readonly marker: string; readonly padding: string; readonly box: string },
  marker: string,
  box: string | null,
  isEmpty: boolean,
): string {
  const behindMarker = head.slice(lead.marker.length)
  const boxAt = lead.box === '' ? -1 : behindMarker.indexOf(lead.box.trimEnd())
  const padding = boxAt === -1 ? behindMarker : behindMarker.slice(0, boxAt)
  const behindBox = boxAt === -1 ? '' : behindMarker.slice(boxAt + lead.box.trimEnd().length)
  const before = padding === '' ? ' ' : padding
  if (box === null) return isEmpty ? marker : marker + before + (/[\r\n]/.test(behindBox) ? behindBox : '')
  const behind = behindBox === '' && !isEmpty ? ' ' : behindBox
  return `${marker}${before}[${box}]${isEmpty ? behind.trimEnd() : behind}`
}

/** A content prefix for a marker that is so many characters longer or shorter. */
function widen(prefix: string, change: number): string {
  if (change > 0) return prefix + ' '.repeat(change)
  const spaces = /[ \t]*$/.exec(prefix)?.[0] ?? ''
  const width = Math.max(0, advanceColumn(spaces) + change)
  return prefix.slice(0, prefix.length - spaces.length) + ' '.repeat(width)
}

function writeNewItem(context: SaveContext, item: Item, target: ItemTarget): string {
  const marker = target.marker ?? '-'
  const padding = paddingLike(context, target.model, marker)
  const prefix = target.prefix + contentIndent(marker, padding)
  const listPrefix =
    target.model === null ? indentLists(context, target.prefix, prefix) : likeModel(context, target, prefix)
  const setting = { container: 'item', box: item.box, isUprooted: true } as const
  const inside = { prefix, listPrefix, donors: target.donors, isTight: true, setting }
  const written = writeInside(context, item.blocks, [], inside)
  const box = item.box === null ? '' : `[${item.box}]`
  if (written.text === '') return box === '' ? marker : `${marker}${padding}${box}`
  if (box !== '' && !beginsWithText(context, item))
    return `${marker}${padding}${box}${context.base.lineEnding}${written.prefix}${written.text}`
  return `${marker}${padding}${box === '' ? '' : `${box} `}${ownIndent(written.prefix, prefix)}${written.text}`
}

/** The padding behind a new marker: as its neighbour has it, when that is between one and four columns wide. */
function paddingLike(context: SaveContext, model: Item | null, marker: string): string {
  if (model === null) return ' '
  const lead = readLead(context.base.text, model)
  const isUsual = lead.padding === '\t' || /^ {1,4}$/.test(lead.padding)
  return isUsual && lead.marker.length === marker.length ? lead.padding : ' '
}

function contentIndent(marker: string, padding: string): string {
  return padding === '\t' ? '\t' : ' '.repeat(marker.length + padding.length)
}

/** Where lists nested in this item of the base begin. */
function findListPrefix(context: SaveContext, item: Item, prefix: string): string {
  const isModel = (block: Block): boolean => block.type === 'list' && isOnOwnLine(context, block)
  const nested = item.blocks.find(isModel)
  const place = nested === undefined ? undefined : context.index.places.get(nested)
  if (place !== undefined) return place.prefix
  const own = context.index.places.get(item)
  const list = own?.parent?.type === 'list' ? own.parent : null
  const sibling = list?.items.find((other) => other !== item && other.blocks.some(isModel))
  if (sibling === undefined) return indentLists(context, own?.prefix ?? '', prefix)
  const model = context.index.places.get(sibling)?.prefix
  const found = findListPrefix(context, sibling, context.index.insides.get(sibling)?.prefix ?? prefix)
  return model === own?.prefix ? found : indentLists(context, own?.prefix ?? '', prefix)
}

function likeModel(context: SaveContext, target: ItemTarget, prefix: string): string {
  if (target.model === null || context.index.places.get(target.model)?.prefix !== target.prefix) {
    return indentLists(context, target.prefix, prefix)
  }
  return findListPrefix(context, target.model, prefix)
}

function isOnOwnLine(context: SaveContext, block: Block): boolean {
  const { from } = spanOf(block)
  const before = context.base.text.slice(0, from).search(/[^\r\n]*$/)
  return /^[ \t>]*$/.test(context.base.text.slice(before, from))
}

/** The file's way to indent nested lists, when Markdown allows it behind this marker. */
function indentLists(context: SaveContext, itemPrefix: string, contentPrefix: string): string {
  const indent = styleOf(context).nestedIndent
  if (indent === null) return contentPrefix
  const wanted = itemPrefix + indent
  const column = advanceColumn(wanted)
  const least = advanceColumn(contentPrefix)
  return column >= least && column < least + 4 ? wanted : contentPrefix
}

/** A nested list, written item by item. */
export function writeList(context: SaveContext, list: List, base: List | null, target: Target): WrittenBlock {
  const prefix = base === null ? target.listPrefix : (placePrefix(context, base) ?? target.listPrefix)
  const markers = new MarkerSource(context, list, base)
  const task: SequenceTask<Item> = {
    intended: list.items,
    base: base?.items ?? [],
    prefix: target.prefix,
    donors: target.donors,
    isTight: true,
    write: (item, at, partner, donors) => {
      const model = base?.items.at(Math.min(partner?.index ?? at, base.items.length - 1)) ?? null
      const ownPrefix = model === null ? prefix : (context.index.places.get(model)?.prefix ?? prefix)
      return writeItem(context, item, {
        partner,
        prefix: ownPrefix,
        marker: markers.next(partner),
        donors,
        model,
      })
    },
  }
  const written = writeSequence(context, task)
  return { text: written.text, prefix: written.prefix === '' ? prefix : written.prefix }
}

function placePrefix(context: SaveContext, list: List): string | undefined {
  const first = list.items[0]
  return first === undefined ? undefined : context.index.places.get(first)?.prefix
}
