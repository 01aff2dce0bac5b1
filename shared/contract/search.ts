import * as v from 'valibot'
import { entryPathSchema } from './entry-path-schema.ts'

export const lanes = [
  'entries',
  'drafts',
  'pages',
  'headings',
  'resources',
  'actions',
  'quotes',
  'people',
  'programs',
  'documents',
] as const
export type Lane = (typeof lanes)[number]

/** Most hits of a lane in one answer: each has passages cut from its entry's text. */
export const mostHitsAtOnce = 1000

export const searchQuestionSchema = v.object({
  /** Grows with every key; answers to older numbers are dropped by whoever asked. */
  number: v.number(),
  text: v.pipe(v.string(), v.maxLength(1000)),
  /** Most hits in each lane. */
  limitPerLane: v.pipe(v.number(), v.minValue(1), v.maxValue(mostHitsAtOnce)),
  /** Hits of this lane alone, for a list of one; `totals` are of all. */
  lane: v.optional(v.picklist(lanes)),
  /** How many of each lane's best are left out: the next stretch of a list that has those. */
  from: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** false: exact and prefix matches only. */
  isFuzzy: v.boolean(),
})

/** Half-open range of a match in the string it belongs to, UTF-16 code units. */
const rangeSchema = v.tuple([v.number(), v.number()])
const markedTextSchema = v.object({ text: v.string(), marks: v.array(rangeSchema) })
/** A passage and where its first match stands: offset in the entry's text, UTF-16 code units; null for other texts. */
const passageSchema = v.object({ ...markedTextSchema.entries, from: v.nullable(v.number()) })

/**
 * How the words were found, by the least sure of them: as typed (joined or apart: `front-matter`), in another form
 * (`applied` for `apply`), as the beginning of a longer word, as a part of one, or mistyped.
 */
export const matchKinds = ['exact', 'form', 'prefix', 'part', 'typo'] as const

export const searchHitSchema = v.object({
  lane: v.picklist(lanes),
  path: v.string(),
  /** What the row shows: title, link text, heading, action; with the matching parts. */
  title: markedTextSchema,
  /** The best passages, best first, at most two; none when the title says it all. */
  passages: v.array(passageSchema),
  /** Headings that the first passage, or the item, stands under: outermost first. */
  headingPath: v.array(v.string()),
  /** Entries: places with a word of the query that no passage shows. */
  moreHits: v.number(),
  matchedBy: v.picklist(matchKinds),
  /** Where it matched, in words: `title`, `text`, `heading`, `tag`, `author`, `address`, `how I use it`, `action`. */
  where: v.string(),
  /** Right column: a date, a month. */
  date: v.nullable(v.string()),
  isMustRead: v.boolean(),
  /** Action hits: the box, null without one. */
  box: v.nullable(v.string()),
  /** Where to go: offset in the entry's text, UTF-16 code units. */
  from: v.number(),
  /** Best first, in any lane; above 1 when no word of the query had to be corrected. */
  score: v.number(),
  /** Title of the entry that a heading, resource or action stands in; an entry's own. */
  entryTitle: v.optional(v.string()),
  /**
   * Document hits, a PDF or a saved page of the journal: its path, and the page of the first passage. `path` and `from`
   * are those of the newest entry that links it; when none does, `path` is the document's own.
   */
  document: v.optional(v.object({ path: v.string(), page: v.nullable(v.number()) })),
  /** Resource hits: the resource's key, for `findResourceUses`. */
  key: v.optional(v.string()),
  /** Resource hits: uses in the journal. */
  uses: v.optional(v.number()),
})

/** An entry and a query: where in the entry's text are its words? */
export const markQuestionSchema = v.object({
  path: entryPathSchema,
  text: v.pipe(v.string(), v.maxLength(1000)),
  isFuzzy: v.boolean(),
})

export const markAnswerSchema = v.object({
  /** Every hit, rising, not touching each other: half-open ranges in the entry's text, UTF-16 code units. */
  ranges: v.array(rangeSchema),
  /** Length of the text that was looked at: with another one in hand, ask again. */
  textLength: v.number(),
})

/** What a query's filters can be completed with, most used first. */
export const queryValuesSchema = v.object({
  tags: v.array(v.string()),
  authors: v.array(v.string()),
  folders: v.array(v.string()),
  hosts: v.array(v.string()),
})

export const searchAnswerSchema = v.object({
  number: v.number(),
  hits: v.array(searchHitSchema),
  /** How many each lane holds in all. */
  totals: v.record(v.string(), v.number()),
  /** Words that were understood as others: `mentroship` as `mentorship`. Empty when all matched as typed. */
  corrections: v.array(v.object({ typed: v.string(), understood: v.string(), edits: v.number() })),
  /** `some`: no item holds all words, these hold the most telling ones. Absent means `all`. */
  matched: v.optional(v.picklist(['all', 'some'])),
  /** Parts of the query that mean nothing, as typed: `before:soon`. They were left out. */
  notUnderstood: v.optional(v.array(v.string())),
  /**
   * Things that a pattern could not be looked for in for want of time, 0 without a pattern. The same question asked
   * again goes on from there.
   */
  unreadItems: v.optional(v.number()),
  /** Entries searched and entries in the journal: differ while the index is being built. */
  searchedEntries: v.number(),
  totalEntries: v.number(),
  tookMs: v.number(),
})
export type MatchKind = (typeof matchKinds)[number]
export type Passage = v.InferOutput<typeof passageSchema>
export type MarkQuestion = v.InferOutput<typeof markQuestionSchema>
export type MarkAnswer = v.InferOutput<typeof markAnswerSchema>
export type QueryValues = v.InferOutput<typeof queryValuesSchema>
export type SearchQuestion = v.InferOutput<typeof searchQuestionSchema>
export type SearchHit = v.InferOutput<typeof searchHitSchema>
export type SearchAnswer = v.InferOutput<typeof searchAnswerSchema>
export type MarkedText = v.InferOutput<typeof markedTextSchema>
