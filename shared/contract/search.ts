import * as v from 'valibot'

export const lanes = ['entries', 'drafts', 'pages', 'headings', 'resources', 'actions'] as const
export type Lane = (typeof lanes)[number]

export const searchQuestionSchema = v.object({
  /** Grows with every key; answers to older numbers are dropped by whoever asked. */
  number: v.number(),
  text: v.pipe(v.string(), v.maxLength(1000)),
  /** Most hits in each lane. */
  limitPerLane: v.pipe(v.number(), v.minValue(1), v.maxValue(200)),
  /** false: exact and prefix matches only. */
  isFuzzy: v.boolean(),
})

/** Half-open range of a match in the string it belongs to, UTF-16 code units. */
const rangeSchema = v.tuple([v.number(), v.number()])
const markedTextSchema = v.object({ text: v.string(), marks: v.array(rangeSchema) })

export const searchHitSchema = v.object({
  lane: v.picklist(lanes),
  path: v.string(),
  /** What the row shows: title, link text, heading, action; with the matching parts. */
  title: markedTextSchema,
  /** The best passage, or null when the title says it all. */
  passage: v.nullable(markedTextSchema),
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
  /** Resource hits: the resource's key, for `findResourceUses`. */
  key: v.optional(v.string()),
  /** Resource hits: uses in the journal. */
  uses: v.optional(v.number()),
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
  /** Entries searched and entries in the journal: differ while the index is being built. */
  searchedEntries: v.number(),
  totalEntries: v.number(),
  tookMs: v.number(),
})
export type SearchQuestion = v.InferOutput<typeof searchQuestionSchema>
export type SearchHit = v.InferOutput<typeof searchHitSchema>
export type SearchAnswer = v.InferOutput<typeof searchAnswerSchema>
export type MarkedText = v.InferOutput<typeof markedTextSchema>
