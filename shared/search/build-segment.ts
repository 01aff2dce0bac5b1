import { personItems, programItem, quoteItem, type FactItem } from './add-facts.ts'
import { dueDayOf } from './due-day.ts'
import { flattenActions, dayNumber } from './summary-parts.ts'
import { foldText } from './fold.ts'
import { gatherEntryText, gatherTitlePairs } from './gather-text.ts'
import { orderByKey } from './gather-uses.ts'
import {
  createGrowingInt32,
  createGrowingUint16,
  createGrowingUint32,
  createGrowingUint8,
} from './growing.ts'
import type { IndexedEntry } from './indexed-entry.ts'
import { createRecordTableBuilder } from './record-table.ts'
import { writeActionRecord, writeEntryRecord, writeHeadingRecord, writeResourceRecord } from './record.ts'
import { Field, Flag, Group, groupCount, noDay, ownField, type GroupValue, type Segment } from './segment.ts'
import { sortPostings } from './sort-postings.ts'
import { createTermGatherer, type TermGatherer } from './term-gatherer.ts'
import { tokenizeAddress, tokenizeTo, TokenRole } from './tokenize.ts'
import { createPairNoter, pairBytes, type PairNoter } from './word-pairs.ts'
import type { Action, ResourceUse } from '../entry/summary.ts'
import { pageAddress } from '../resources/canonical-url.ts'

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
  const groups = Array.from({ length: groupCount }, createItems)
  const pairNoter = createPairNoter()
  const pairs = createGrowingUint8()
  const resourceKeys = createGrowingUint32()
  const personKeys = createGrowingUint32()
  const days: number[] = []
  const sizes: number[] = []
  const modified: number[] = []
  let textLength = 0

  /** Numbers within the gatherer are `place in group × 8 + group`: the groups' sizes are known at the end only. */
  function addItem(
    group: GroupValue,
    entry: number,
    record: string,
    offset: number,
    flags: number,
    words: number,
    dueDay = noDay,
  ): number {
    const items = groups[group] as ReturnType<typeof createItems>
    items.records.push(record)
    items.entries.push(entry)
    items.offsets.push(offset)
    items.flags.push(flags)
    items.dueDays.push(dueDay)
    items.words.push(Math.min(255, Math.max(1, words)))
    return (items.records.length - 1) * 8 + group
  }

  function add(indexed: IndexedEntry): void {
    const { summary, text } = indexed
    const entry = days.length
    const actions = flattenActions(summary.actions)
    const words = gatherEntry(gatherer, pairNoter, indexed, actions)
    pairs.pushAll(pairNoter.finish(), 0, pairBytes)
    const dueDays = actions.map((action) => dueDayOf(action, summary.date))
    const firstDue = dueDays.reduce(
      (first, day) => (day !== noDay && (first === noDay || day < first) ? day : first),
      noDay,
    )
    addItem(Group.entry, entry, writeEntryRecord(summary), 0, entryFlags(indexed, actions), words, firstDue)
    gatherer.finishItem(entry * 8, true)
    days.push(dayNumber(summary.date))
    sizes.push(indexed.size)
    modified.push(indexed.modifiedMs)
    textLength += text.length
    for (const heading of summary.headings) {
      const own = gatherOwn(gatherer, heading.text, Field.heading)
      gatherer.finishItem(
        addItem(
          Group.heading,
          entry,
          writeHeadingRecord(heading.text, heading.level),
          heading.span.from,
          0,
          own,
        ),
        false,
      )
    }
    for (const use of summary.resources) addResource(entry, use)
    for (const item of personItems(summary.people)) addFact(Group.person, entry, item)
    actions.forEach((action, at) => addAction(entry, action, dueDays[at] ?? noDay))
    for (const quote of summary.quotes) addFact(Group.quote, entry, quoteItem(quote))
    for (const program of summary.programs) addFact(Group.program, entry, programItem(program))
  }

  function addResource(entry: number, use: ResourceUse): void {
    const own = gatherOwn(gatherer, use.title, Field.link)
    gatherList(gatherer, use.authors, weights.author, Field.author)
    gatherList(gatherer, use.notes, weights.note, Field.note)
    gatherAddress(gatherer, pageAddress(use.url))
    const flags = resourceFlags(use)
    gatherer.finishItem(
      addItem(Group.resource, entry, writeResourceRecord(use), use.span.from, flags, own),
      false,
    )
    resourceKeys.push(internKey(use.key))
  }

  function addFact(group: GroupValue, entry: number, fact: FactItem): void {
    const own = gatherOwn(gatherer, fact.name, ownField[group])
    gatherList(gatherer, fact.texts, weights.note, Field.note)
    gatherer.finishItem(addItem(group, entry, fact.record, fact.from, 0, own), false)
    if (fact.key !== null) personKeys.push(internKey(fact.key))
  }

  function addAction(entry: number, action: Action, dueDay: number): void {
    const own = gatherOwn(gatherer, action.text, Field.action)
    gatherList(gatherer, [action.heading], 0.5, Field.heading)
    const item = addItem(
      Group.action,
      entry,
      writeActionRecord(action),
      action.span.from,
      actionFlags(action),
      own,
      dueDay,
    )
    gatherer.finishItem(item, false)
  }

  function finish(): Segment {
    const groupStarts = [0]
    for (const items of groups)
      groupStarts.push((groupStarts[groupStarts.length - 1] ?? 0) + items.records.length)
    const keys = Uint32Array.from([...resourceKeys.finish(), ...personKeys.finish()])
    const records = createRecordTableBuilder()
    for (const items of groups) for (const record of items.records) records.add(record)
    return {
      groupStarts,
      records: records.finish(),
      itemEntries: Uint32Array.from(groups.flatMap((items) => Array.from(items.entries.finish()))),
      itemOffsets: Uint32Array.from(groups.flatMap((items) => Array.from(items.offsets.finish()))),
      itemFlags: Uint16Array.from(groups.flatMap((items) => Array.from(items.flags.finish()))),
      dueDays: Int32Array.from(groups.flatMap((items) => Array.from(items.dueDays.finish()))),
      ownWords: Uint8Array.from(groups.flatMap((items) => Array.from(items.words.finish()))),
      days: Int32Array.from(days),
      pairs: pairs.finish(),
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
    flags: createGrowingUint16(),
    dueDays: createGrowingInt32(),
    words: createGrowingUint8(),
  }
}

/** Notes all terms of an entry: its text with places, and again what its parts say, by weight. */
function gatherEntry(
  gatherer: TermGatherer,
  pairs: PairNoter,
  indexed: IndexedEntry,
  actions: readonly Action[],
): number {
  const { summary } = indexed
  gatherEntryText(gatherer, pairs, indexed.text)
  gatherTitlePairs(pairs, summary.title)
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
  if (indexed.isDocument === true) flags |= Flag.document
  for (const use of summary.resources) flags |= resourceFlags(use)
  for (const action of actions) flags |= actionFlags(action)
  if (holdsImage(indexed.text)) flags |= Flag.image
  if (summary.quotes.length > 0) flags |= Flag.quote
  return flags
}

function holdsImage(text: string): boolean {
  return text.includes('![') || text.includes('<img')
}

/** Marked to be read; or a must-read that nothing says the use of: neither a status nor a note below it. */
function resourceFlags({ isMustRead, status, notes }: ResourceUse): number {
  const isUnread = status === 'to-read' || (isMustRead && status === null && notes.length === 0)
  return Flag.link | (isMustRead ? Flag.star : 0) | (isUnread ? Flag.unread : 0)
}

/** Open is what still waits for something, a step without a box too; cancelled and forwarded ones are neither. */
function actionFlags({ state, isStarred }: Action): number {
  const base = Flag.action | (isStarred ? Flag.star : 0)
  if (state === 'done') return base | Flag.done
  return state === 'cancelled' || state === 'forwarded' ? base : base | Flag.open
}
