import { flattenActions, dayNumber } from './summary-parts.ts'
import { foldText } from './fold.ts'
import { gatherEntryText } from './gather-text.ts'
import { orderByKey } from './gather-uses.ts'
import { createGrowingUint32, createGrowingUint8 } from './growing.ts'
import type { IndexedEntry } from './indexed-entry.ts'
import { writeActionRecord, writeEntryRecord, writeHeadingRecord, writeResourceRecord } from './record.ts'
import { Field, Flag, Group, type GroupValue, type Segment } from './segment.ts'
import { sortPostings } from './sort-postings.ts'
import { createStringTableBuilder } from './string-table.ts'
import { createTermGatherer, type TermGatherer } from './term-gatherer.ts'
import { tokenizeAddress, tokenizeTo, TokenRole } from './tokenize.ts'
import type { Action, ResourceUse } from '../entry/summary.ts'

/** Weight of one occurrence, by where it stands. One in the running text of a short entry is 1. */
const weights = { title: 8, tag: 4, heading: 3, author: 3, link: 2.5, action: 2, note: 1.5, address: 0.5 }
/** Letters of an own text of usual length: longer ones say less with each word. */
const usualOwnLength = 40

/** Takes entries and becomes a segment of them. */
export interface SegmentBuilder {
  add(entry: IndexedEntry): void
  readonly entryCount: number
  /** Letters taken in so far: what to go by when deciding to finish. */
  readonly textLength: number
  finish(): Segment
}

/**
 * Starts a segment.
 *
 * @param internKey gives the same number for the same resource key in the whole index.
 */
export function createSegmentBuilder(internKey: (key: string) => number): SegmentBuilder {
  const gatherer = createTermGatherer()
  const groups = [createItems(), createItems(), createItems(), createItems()] as const
  const resourceKeys = createGrowingUint32()
  const days: number[] = []
  const sizes: number[] = []
  const modified: number[] = []
  let textLength = 0

  /** Numbers within the gatherer are `place in group × 4 + group`: the groups' sizes are known at the end only. */
  function addItem(
    group: GroupValue,
    entry: number,
    record: string,
    offset: number,
    flags: number,
    words: number,
  ): number {
    const items = groups[group]
    items.records.push(record)
    items.entries.push(entry)
    items.offsets.push(offset)
    items.flags.push(flags)
    items.words.push(Math.min(255, Math.max(1, words)))
    return (items.records.length - 1) * 4 + group
  }

  function add(indexed: IndexedEntry): void {
    const { summary, text } = indexed
    const entry = days.length
    const actions = flattenActions(summary.actions)
    const words = gatherEntry(gatherer, indexed, actions)
    addItem(Group.entry, entry, writeEntryRecord(summary), 0, entryFlags(indexed, actions), words)
    gatherer.finishItem(entry * 4, true)
    days.push(dayNumber(summary.date))
    sizes.push(indexed.size)
    modified.push(indexed.modifiedMs)
    textLength += text.length
    for (const heading of summary.headings) {
      const own = gatherOwn(gatherer, heading.text, Field.heading)
      gatherer.finishItem(
        addItem(Group.heading, entry, writeHeadingRecord(heading.text), heading.span.from, 0, own),
        false,
      )
    }
    for (const use of summary.resources) addResource(entry, use)
    for (const action of actions) addAction(entry, action)
  }

  function addResource(entry: number, use: ResourceUse): void {
    const own = gatherOwn(gatherer, use.title, Field.link)
    gatherList(gatherer, use.authors, weights.author, Field.author)
    gatherList(gatherer, use.notes, weights.note, Field.note)
    gatherAddress(gatherer, use.key)
    const flags = use.isMustRead ? Flag.star : 0
    gatherer.finishItem(
      addItem(Group.resource, entry, writeResourceRecord(use), use.span.from, flags, own),
      false,
    )
    resourceKeys.push(internKey(use.key))
  }

  function addAction(entry: number, action: Action): void {
    const own = gatherOwn(gatherer, action.text, Field.action)
    gatherList(gatherer, [action.heading], 0.5, Field.heading)
    const item = addItem(
      Group.action,
      entry,
      writeActionRecord(action),
      action.span.from,
      actionFlags(action),
      own,
    )
    gatherer.finishItem(item, false)
  }

  function finish(): Segment {
    const groupStarts = [0]
    for (const items of groups)
      groupStarts.push((groupStarts[groupStarts.length - 1] ?? 0) + items.records.length)
    const keys = resourceKeys.finish()
    const records = createStringTableBuilder()
    for (const items of groups) for (const record of items.records) records.add(record)
    return {
      groupStarts,
      records: records.finish(),
      itemEntries: Uint32Array.from(groups.flatMap((items) => Array.from(items.entries.finish()))),
      itemOffsets: Uint32Array.from(groups.flatMap((items) => Array.from(items.offsets.finish()))),
      itemFlags: Uint8Array.from(groups.flatMap((items) => Array.from(items.flags.finish()))),
      ownWords: Uint8Array.from(groups.flatMap((items) => Array.from(items.words.finish()))),
      days: Int32Array.from(days),
      sizes: Float64Array.from(sizes),
      modified: Float64Array.from(modified),
      resourceKeys: keys,
      resourceOrder: orderByKey(keys),
      ...sortPostings(gatherer.gathered, groupStarts),
    }
  }

  return {
    add,
    finish,
    get entryCount() {
      return days.length
    },
    get textLength() {
      return textLength
    },
  }
}

function createItems() {
  const records: string[] = []
  return {
    records,
    entries: createGrowingUint32(),
    offsets: createGrowingUint32(),
    flags: createGrowingUint8(),
    words: createGrowingUint8(),
  }
}

/** Notes all terms of an entry: its text with places, and again what its parts say, by weight. */
function gatherEntry(gatherer: TermGatherer, indexed: IndexedEntry, actions: readonly Action[]): number {
  const { summary } = indexed
  gatherEntryText(gatherer, indexed.text)
  const words = gatherText(gatherer, summary.title, weights.title, Field.title)
  for (const tag of summary.tags) gatherTag(gatherer, tag)
  for (const heading of summary.headings) gatherText(gatherer, heading.text, weights.heading, Field.heading)
  for (const use of summary.resources) {
    gatherText(gatherer, use.title, weights.link, Field.link)
    gatherList(gatherer, use.authors, weights.author, Field.author)
    gatherList(gatherer, use.notes, weights.note, Field.note)
  }
  for (const action of actions) gatherText(gatherer, action.text, weights.action, Field.action)
  return words
}

/** Notes the terms of a short text; gives the number of its words. */
function gatherText(gatherer: TermGatherer, text: string, weight: number, field: number): number {
  let words = 0
  tokenizeTo(text, {
    takePlain(plain, from, to, hash) {
      words += 1
      gatherer.notePlain(plain, from, to, hash, weight, field, -1)
    },
    take(term, _from, _to, role) {
      if (role === TokenRole.whole) words += 1
      gatherer.note(term, role === TokenRole.whole ? weight : weight * 0.8, field, -1)
    },
  })
  return words
}

/** Own text of a heading, resource or action: worth a title, less when it is long. */
function gatherOwn(gatherer: TermGatherer, text: string, field: number): number {
  return gatherText(gatherer, text, weights.title / (0.5 + (0.5 * text.length) / usualOwnLength), field)
}

function gatherList(gatherer: TermGatherer, texts: readonly string[], weight: number, field: number): void {
  for (const text of texts) gatherText(gatherer, text, weight, field)
}

function gatherAddress(gatherer: TermGatherer, url: string): void {
  const start = url.indexOf('://')
  const address = start < 0 ? url : url.slice(start + 3)
  tokenizeAddress(address, (term) => gatherer.note(term, weights.address, Field.address, -1))
}

/** The words of a tag, and the tag as a whole with those above it: `#a/b` also as `#a`. */
function gatherTag(gatherer: TermGatherer, tag: string): void {
  gatherText(gatherer, tag, weights.tag, Field.tag)
  for (const whole of tagTerms(tag)) gatherer.note(whole, 0.1, Field.tag, -1)
}

/** Terms that stand for a tag as a whole; no word begins with `#`. */
export function tagTerms(tag: string): string[] {
  const levels = foldText(tag).text.split('/')
  return levels.map((_, count) => `#${levels.slice(0, count + 1).join('/')}`.slice(0, 64))
}

function entryFlags(indexed: IndexedEntry, actions: readonly Action[]): number {
  const { summary } = indexed
  let flags = summary.kind === 'draft' ? Flag.draft : summary.kind === 'page' ? Flag.page : 0
  if (indexed.isNameOnly) flags |= Flag.nameOnly
  if (summary.resources.some((use) => use.isMustRead)) flags |= Flag.star
  for (const action of actions) flags |= actionFlags(action)
  return flags
}

/** Open is what still waits for something, a step without a box too; cancelled and forwarded ones are neither. */
function actionFlags({ state }: Action): number {
  if (state === 'done') return Flag.done
  return state === 'cancelled' || state === 'forwarded' ? 0 : Flag.open
}
