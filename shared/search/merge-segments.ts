import { orderByKey } from './gather-uses.ts'
import { createGrowingUint16, createGrowingUint32, createGrowingUint8 } from './growing.ts'
import type { LivePart } from './item-filter.ts'
import { createPositionWriter, positionsLength } from './positions.ts'
import { countPages, pageItems } from './postings.ts'
import { createRecordTableBuilder } from './record-table.ts'
import { entryCountOf, Group, groupCount, itemCountOf, noDay, type Segment } from './segment.ts'
import { createStringTableBuilder, stringAt } from './string-table.ts'
import { pairBytes } from './word-pairs.ts'
import { describePostings, describeTerms } from './vocabulary.ts'

/** New number of every item of a segment; -1 for those of entries that are gone. */
type Renumbering = Int32Array

/** Terms merged between two pauses: about a millisecond of work. */
const termsPerStep = 400
const itemsPerStep = 8000

/**
 * Joins segments into one without reading a text again, leaving out entries that no longer stand.
 *
 * A generator, so that whoever runs it can answer searches in between: each step is about a millisecond. The parts
 * are not changed; entries that are changed meanwhile are told apart by the caller.
 */
export function* mergeSegments(parts: readonly LivePart[]): Generator<undefined, Segment> {
  const { groupStarts, renumberings } = renumber(parts)
  const items = yield* mergeItems(parts, groupStarts, renumberings)
  yield
  const terms = createStringTableBuilder()
  const postings = createPostingCollector(groupStarts)
  const cursors = parts.map(createCursor)
  for (let steps = 1; ; steps += 1) {
    const term = lowestTerm(cursors)
    if (term === null) break
    const from = postings.count()
    for (let group = 0; group < groupCount; group += 1) {
      cursors.forEach((cursor, at) => {
        if (cursor.text === term) postings.copy(cursor, group, renumberings[at] as Renumbering)
      })
    }
    if (postings.count() > from) {
      terms.add(term)
      postings.endTerm()
    }
    for (const cursor of cursors) if (cursor.text === term) advance(cursor)
    if (steps % termsPerStep === 0) yield
  }
  const merged = { terms: terms.finish(), ...postings.finish() }
  yield
  const ofPostings = describePostings({ ...merged, pages: countPages(groupStarts[groupCount] ?? 0) })
  yield
  return { groupStarts, ...items, ...merged, vocabulary: { ...ofPostings, ...describeTerms(merged.terms) } }
}

function renumber(parts: readonly LivePart[]): { groupStarts: number[]; renumberings: Renumbering[] } {
  const renumberings = parts.map(({ segment }) => new Int32Array(itemCountOf(segment)).fill(-1))
  const groupStarts = [0]
  let next = 0
  for (let group = 0; group < groupCount; group += 1) {
    parts.forEach(({ segment, alive }, at) => {
      const numbers = renumberings[at] as Renumbering
      const end = segment.groupStarts[group + 1] ?? 0
      for (let item = segment.groupStarts[group] ?? 0; item < end; item += 1) {
        if (alive[segment.itemEntries[item] ?? 0] === 1) numbers[item] = next++
      }
    })
    groupStarts.push(next)
  }
  return { groupStarts, renumberings }
}

type ItemColumns = Pick<
  Segment,
  | 'records'
  | 'itemEntries'
  | 'itemOffsets'
  | 'itemFlags'
  | 'ownWords'
  | 'days'
  | 'dueDays'
  | 'pairs'
  | 'sizes'
  | 'modified'
  | 'resourceKeys'
  | 'resourceOrder'
>

function* mergeItems(
  parts: readonly LivePart[],
  groupStarts: readonly number[],
  renumberings: readonly Renumbering[],
): Generator<undefined, ItemColumns> {
  const entries = groupStarts[1] ?? 0
  const count = groupStarts[groupCount] ?? 0
  const resourcesFrom = groupStarts[Group.resource] ?? 0
  const resourcesEnd = groupStarts[Group.person + 1] ?? 0
  const columns = {
    itemEntries: new Uint32Array(count),
    itemOffsets: new Uint32Array(count),
    itemFlags: new Uint16Array(count),
    dueDays: new Int32Array(count),
    ownWords: new Uint8Array(count),
    days: new Int32Array(entries),
    pairs: new Uint8Array(entries * pairBytes),
    sizes: new Float64Array(entries),
    modified: new Float64Array(entries),
    resourceKeys: new Uint32Array(resourcesEnd - resourcesFrom),
  }
  for (const [at, { segment }] of parts.entries()) {
    const numbers = renumberings[at] as Renumbering
    for (let item = 0; item < numbers.length; item += 1) {
      if (item % itemsPerStep === itemsPerStep - 1) yield
      const to = numbers[item] ?? -1
      if (to < 0) continue
      columns.itemEntries[to] = numbers[segment.itemEntries[item] ?? 0] ?? 0
      columns.itemOffsets[to] = segment.itemOffsets[item] ?? 0
      columns.itemFlags[to] = segment.itemFlags[item] ?? 0
      columns.dueDays[to] = segment.dueDays[item] ?? noDay
      columns.ownWords[to] = segment.ownWords[item] ?? 1
      if (to >= resourcesFrom && to < resourcesEnd) {
        columns.resourceKeys[to - resourcesFrom] =
          segment.resourceKeys[item - (segment.groupStarts[2] ?? 0)] ?? 0
      }
    }
    copyEntryColumns(segment, numbers, columns)
  }
  yield
  const resourceOrder = orderByKey(columns.resourceKeys)
  yield
  const records = yield* mergeRecords(parts, renumberings)
  return { records, ...columns, resourceOrder }
}

/** Group by group and part by part, which is the order of the new numbers. */
function* mergeRecords(
  parts: readonly LivePart[],
  renumberings: readonly Renumbering[],
): Generator<undefined, Segment['records']> {
  const records = createRecordTableBuilder()
  for (let group = 0; group < groupCount; group += 1) {
    for (const [at, { segment }] of parts.entries()) {
      const numbers = renumberings[at] as Renumbering
      const end = segment.groupStarts[group + 1] ?? 0
      for (let item = segment.groupStarts[group] ?? 0; item < end; item += 1) {
        if (item % itemsPerStep === itemsPerStep - 1) yield
        if ((numbers[item] ?? -1) >= 0) records.copy(segment.records, item)
      }
    }
  }
  return records.finish()
}

function copyEntryColumns(
  segment: Segment,
  numbers: Renumbering,
  columns: Pick<Segment, 'days' | 'pairs' | 'sizes' | 'modified'>,
): void {
  for (let entry = 0; entry < entryCountOf(segment); entry += 1) {
    const to = numbers[entry] ?? -1
    if (to < 0) continue
    columns.days[to] = segment.days[entry] ?? 0
    columns.pairs.set(segment.pairs.subarray(entry * pairBytes, (entry + 1) * pairBytes), to * pairBytes)
    columns.sizes[to] = segment.sizes[entry] ?? 0
    columns.modified[to] = segment.modified[entry] ?? 0
  }
}

/** A place in the terms and postings of one part. Its places in the text are read from front to back, once. */
interface Cursor {
  readonly segment: Segment
  term: number
  text: string | null
  page: number
  posting: number
  positionAt: number
}

function createCursor({ segment }: LivePart): Cursor {
  const text = segment.terms.starts.length > 0 ? stringAt(segment.terms, 0) : null
  return { segment, term: 0, text, page: 0, posting: 0, positionAt: 0 }
}

function advance(cursor: Cursor): void {
  cursor.term += 1
  cursor.page = 0
  cursor.text =
    cursor.term < cursor.segment.terms.starts.length ? stringAt(cursor.segment.terms, cursor.term) : null
}

function lowestTerm(cursors: readonly Cursor[]): string | null {
  let lowest: string | null = null
  for (const { text } of cursors) if (text !== null && (lowest === null || text < lowest)) lowest = text
  return lowest
}

function createPostingCollector(groupStarts: readonly number[]) {
  const starts = createGrowingUint32()
  const items = createGrowingUint16()
  const impacts = createGrowingUint8()
  const fields = createGrowingUint8()
  const positions = createPositionWriter()
  const pages = countPages(groupStarts[groupCount] ?? 0)
  /** Where the pages of the term at work begin, as far as they are reached. */
  let pageStarts: number[] = [0]

  function push(item: number): void {
    for (const page = Math.floor(item / pageItems); pageStarts.length <= page;) pageStarts.push(items.length)
    items.push(item % pageItems)
  }

  return {
    count: () => items.length,
    /** A term without postings is not ended. */
    endTerm() {
      for (let page = 0; page < pages; page += 1) starts.push(pageStarts[page] ?? items.length)
      pageStarts = [items.length]
    },
    /** Copies what the term at the cursor has in one group. Groups come in order, so the cursor moves on only. */
    copy(cursor: Cursor, group: number, numbers: Renumbering): void {
      const { segment } = cursor
      const groupEnd = segment.groupStarts[group + 1] ?? 0
      for (let item = itemAt(cursor); item >= 0 && item < groupEnd; item = itemAt(cursor)) {
        const to = numbers[item] ?? -1
        if (to >= 0) {
          push(to)
          impacts.push(segment.postingImpacts[cursor.posting] ?? 0)
          fields.push(segment.postingFields[cursor.posting] ?? 0)
          positions.push(segment.positions, cursor.positionAt)
        }
        cursor.positionAt += positionsLength(segment.positions, cursor.positionAt)
        cursor.posting += 1
      }
    },
    finish() {
      starts.push(items.length)
      return {
        postingStarts: starts.finish(),
        postingItems: items.finish(),
        postingImpacts: impacts.finish(),
        postingFields: fields.finish(),
        ...positions.finish(),
      }
    },
  }
}

/** The item of the posting at the cursor; -1 behind the last of the term. */
function itemAt(cursor: Cursor): number {
  const { segment, term, posting } = cursor
  const pages = countPages(itemCountOf(segment))
  while (cursor.page < pages && posting >= (segment.postingStarts[term * pages + cursor.page + 1] ?? 0))
    cursor.page += 1
  return cursor.page === pages ? -1 : cursor.page * pageItems + (segment.postingItems[posting] ?? 0)
}
