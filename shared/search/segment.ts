import type { RecordTable } from './record-table.ts'
import type { StringTable } from './string-table.ts'

/** Parts of an entry and of what is in it, as bits: where a term stands. Text that is none of them has no bit. */
export const Field = {
  title: 1,
  heading: 2,
  tag: 4,
  link: 8,
  author: 16,
  address: 32,
  note: 64,
  action: 128,
} as const

/** Kinds of things that are found, in the order of their numbers within a segment. */
export const Group = {
  entry: 0,
  heading: 1,
  resource: 2,
  person: 3,
  action: 4,
  quote: 5,
  program: 6,
} as const
export type GroupValue = (typeof Group)[keyof typeof Group]

/** The bit of an item's own words: an entry's title, a link's text. */
export const ownField: Readonly<Record<GroupValue, number>> = {
  [Group.entry]: Field.title,
  [Group.heading]: Field.heading,
  [Group.resource]: Field.link,
  [Group.person]: Field.author,
  [Group.action]: Field.action,
  [Group.quote]: Field.note,
  [Group.program]: Field.link,
}
/** Number of kinds. */
export const groupCount = 7

/** Bits of `itemFlags`: the kind of an entry and what it holds, the state of a resource or an action. */
export const Flag = {
  draft: 1,
  page: 2,
  /** Only its name is known yet; its text has not been read. */
  nameOnly: 4,
  star: 8,
  open: 16,
  done: 32,
  /** To be read: see `resourceFlags`. */
  unread: 64,
  action: 128,
  image: 256,
  quote: 512,
  link: 1024,
  /** No entry of the author, but a PDF or a saved page. */
  document: 2048,
} as const

/** Day of an entry that has none. */
export const noDay = -0x80000000

/**
 * An immutable piece of the index: some entries with their headings, resources and actions, in typed arrays.
 *
 * Items are numbered group by group (`groupStarts`), so the items of one kind are neighbours in every list. All
 * offsets are UTF-16 code units in the entry's whole text.
 */
export interface Segment {
  /** First item of each group, and the number of items at the end. */
  readonly groupStarts: readonly number[]
  /** What an item shows, see `record.ts`. */
  readonly records: RecordTable
  /** Entry that an item belongs to; an entry to itself. */
  readonly itemEntries: Uint32Array
  readonly itemOffsets: Uint32Array
  readonly itemFlags: Uint16Array
  /** Words in the item's own text, at least 1, at most 255. */
  readonly ownWords: Uint8Array
  /** Days since 1970, by entry. */
  readonly days: Int32Array
  /** Day on which an item is due (open actions, and the entries they stand in: the first of them), by item. */
  readonly dueDays: Int32Array
  /** Which words follow each other, `pairBytes` for each entry: see `word-pairs.ts`. */
  readonly pairs: Uint8Array
  /** Bytes on disk and time of change, by entry: to see what a saved index still tells truly. */
  readonly sizes: Float64Array
  readonly modified: Float64Array
  /** Number of the key, by resource and then by person (item number less the start of resources). */
  readonly resourceKeys: Uint32Array
  /** The same resources and people, sorted by that number. */
  readonly resourceOrder: Uint32Array

  /** Sorted by code units. */
  readonly terms: StringTable
  /** First posting of each term on each page of items, and the number of postings at the end: see `postings.ts`. */
  readonly postingStarts: Uint32Array
  /** The item's place on its page, rising within a term and page. */
  readonly postingItems: Uint16Array
  /** How much the term says about the item, 0 to 255: saturated, by field weight and length. */
  readonly postingImpacts: Uint8Array
  readonly postingFields: Uint8Array
  /** Offsets of the term in the entry's text, posting by posting: see `positions.ts`. */
  readonly positions: Uint8Array
  /** Where in `positions` every 32nd posting begins. */
  readonly positionStarts: Uint32Array
  readonly vocabulary: Vocabulary
}

/** What is worked out from the terms alone. */
export interface Vocabulary {
  /** Highest impact of each term. */
  readonly bestImpacts: Uint8Array
  /** Fields in which a term stands anywhere. */
  readonly termFields: Uint8Array
  /** Hash of the stem of each term. */
  readonly stems: Uint32Array
  /** Terms that can be meant by a mistyped word, by length: `lengthStarts[n]` is the first of length n. */
  readonly byLength: Uint32Array
  readonly lengthStarts: Uint32Array
  /** Letters that occur in each of `byLength`, as bits. */
  readonly letters: Uint32Array
  /** The same by term; 0 for terms that no mistyped word can mean. */
  readonly lettersOfTerm: Uint32Array
}

/** Number of entries in a segment. */
export function entryCountOf(segment: Segment): number {
  return segment.groupStarts[1] ?? 0
}

/** Number of items in a segment. */
export function itemCountOf(segment: Segment): number {
  return segment.groupStarts[groupCount] ?? 0
}

/** Kind of an item. */
export function groupOf(segment: Segment, item: number): GroupValue {
  const { groupStarts } = segment
  let group = 0
  while (group + 1 < groupCount && item >= (groupStarts[group + 1] ?? 0)) group += 1
  return group as GroupValue
}
