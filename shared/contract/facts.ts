import * as v from 'valibot'
import type { EntryPath } from '../entry/entry-path.ts'
import { personRoles, programStatuses, resourceStatuses } from '../entry/summary.ts'
import type {
  Action,
  ActionState,
  EntryKind,
  IsoDay,
  PersonMention,
  Program,
  Quote,
  ResourceStatus,
} from '../entry/summary.ts'

/*
 * Questions about what the entries of a journal hold: its actions, programs, resources, quotes and people.
 *
 * Every list is asked for a window of rows. The worker filters and sorts all of them and answers with those rows and
 * the total, so nothing but what is on the screen crosses to the window (docs/decisions/0006-facts-by-window.md). Ask
 * again after `cardsRead`, which is sent after every change of the journal.
 */

const isoDaySchema = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))
const wordsSchema = v.optional(v.pipe(v.string(), v.maxLength(200)), '')
const nameSchema = v.pipe(v.string(), v.maxLength(2000))
const names = v.optional(v.pipe(v.array(nameSchema), v.maxLength(200)), [])

/** The part of a list that is wanted: `limit` rows from number `from` on, counted from 0. */
const windowOfRows = {
  from: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0)), 0),
  limit: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000)), 200),
}
/** What every list can be narrowed by: words that must all stand in the row, and the entry it stands in. */
const narrowing = {
  text: wordsSchema,
  /** Entries with one of these tags, or one below it (`goal` for `goal/portfolio`). Empty: any. */
  tags: names,
  kinds: v.optional(v.array(v.picklist(['daily', 'draft', 'page'])), []),
  /** Only this entry. */
  path: v.optional(nameSchema),
  isDescending: v.optional(v.boolean(), false),
}

export const actionStates = [
  'open',
  'done',
  'in-progress',
  'cancelled',
  'forwarded',
  'waiting',
  'unboxed',
] as const satisfies readonly ActionState[]

export const actionsQuestionSchema = v.object({
  ...windowOfRows,
  ...narrowing,
  /** Actions in one of these states, or with a step in one. Empty: any. */
  states: v.optional(v.array(v.picklist(actionStates)), []),
  /** `day`: by the day of the action, those without one last, then by entry. `entry`: newest entry first, as written. */
  order: v.optional(v.picklist(['day', 'entry']), 'entry'),
})
export const programsQuestionSchema = v.object({
  ...windowOfRows,
  ...narrowing,
  statuses: v.optional(v.array(v.picklist(programStatuses)), []),
  /** false: without those that are full-time only. */
  hasFullTime: v.optional(v.boolean(), true),
  /** `deadline`: soonest first, then those without one. */
  order: v.optional(v.picklist(['deadline', 'name', 'entry']), 'deadline'),
})
export const resourcesQuestionSchema = v.object({
  ...windowOfRows,
  ...narrowing,
  /** Empty: any. `none`: those of which no line says how far the author is. */
  statuses: v.optional(v.array(v.picklist([...resourceStatuses, 'none'])), []),
  isMustRead: v.optional(v.boolean(), false),
  /** `personKey` of an author. */
  author: v.optional(nameSchema),
  host: v.optional(nameSchema),
  /** `2025` or `2025-09`. */
  month: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2})?$/))),
  keys: names,
  /** `last`: the day of the newest entry that uses it. */
  order: v.optional(v.picklist(['title', 'author', 'month', 'uses', 'last']), 'last'),
})
export const quotesQuestionSchema = v.object({
  ...windowOfRows,
  ...narrowing,
  /** `personKey` of who said it. */
  person: v.optional(nameSchema),
  /** Key of the resource it is from. */
  resource: v.optional(nameSchema),
  /** true: only those that do not say who or where. */
  isUnsourced: v.optional(v.boolean(), false),
  order: v.optional(v.picklist(['entry', 'person', 'resource']), 'entry'),
})
export const peopleQuestionSchema = v.object({
  ...windowOfRows,
  ...narrowing,
  roles: v.optional(v.array(v.picklist(personRoles)), []),
  keys: names,
  /** Divides last contacts from next ones. */
  today: isoDaySchema,
  /** `last`: last contact. */
  order: v.optional(v.picklist(['name', 'mentions', 'last', 'next']), 'name'),
})
/** All places of one person, or of one resource. */
export const placesQuestionSchema = v.object({ key: nameSchema })

/** The entry that something stands in. */
export interface FactPlace {
  readonly path: EntryPath
  readonly entryTitle: string
  readonly date: IsoDay | null
  readonly kind: EntryKind
  readonly tags: readonly string[]
}

export interface FactWindow<Row> {
  readonly rows: readonly Row[]
  /** Rows that the question finds in all. */
  readonly total: number
}

export interface ActionRow extends FactPlace {
  /** With its steps. */
  readonly action: Action
  /** The first day that its text gives, else that of its steps; null without one. */
  readonly day: IsoDay | null
}
export interface ActionsAnswer extends FactWindow<ActionRow> {
  /** Of the rows that the question finds without its `states`, how many are in each. */
  readonly states: Readonly<Record<ActionState, number>>
}

export interface ProgramRow extends FactPlace {
  readonly program: Program
}
export type ProgramsAnswer = FactWindow<ProgramRow>

export interface ResourceRow {
  readonly key: string
  /** As written where it is used first. */
  readonly url: string
  /** The title that most uses give it, an address last. */
  readonly title: string
  readonly authors: readonly string[]
  readonly month: string | null
  /** A star stands at one use at least. */
  readonly isMustRead: boolean
  readonly status: ResourceStatus | null
  readonly notes: readonly string[]
  readonly uses: number
  readonly entries: number
  /** Uses with a star: fewer than `uses` is a disagreement to settle only where the uses are cards. */
  readonly starredUses: number
  /** Days of the oldest and newest entry that uses it; null when none has one. */
  readonly first: IsoDay | null
  readonly last: IsoDay | null
  /** Tags of the entries that use it. */
  readonly tags: readonly string[]
}
export interface ResourcesAnswer extends FactWindow<ResourceRow> {
  /** Of the rows that the question finds without its `statuses`, how many are in each. */
  readonly statuses: Readonly<Record<ResourceStatus | 'none', number>>
}

export interface QuoteRow extends FactPlace {
  readonly quote: Quote
}
export type QuotesAnswer = FactWindow<QuoteRow>

export interface PersonRow {
  readonly key: string
  /** The spelling used most. */
  readonly name: string
  readonly roles: readonly PersonMention['role'][]
  /** Different resources they wrote. */
  readonly resources: number
  readonly quotes: number
  readonly mentions: number
  /** Newest meeting up to `today`, and the next one after it. */
  readonly last: IsoDay | null
  readonly next: IsoDay | null
}
export type PeopleAnswer = FactWindow<PersonRow>

/** One use of a resource, with what its line says. */
export interface ResourcePlace extends FactPlace {
  readonly title: string
  readonly url: string
  readonly authors: readonly string[]
  readonly month: string | null
  readonly isMustRead: boolean
  readonly status: ResourceStatus | null
  readonly notes: readonly string[]
  readonly from: number
}
export interface PersonPlace extends FactPlace {
  readonly mention: PersonMention
}

export type ActionsQuestion = v.InferOutput<typeof actionsQuestionSchema>
export type ProgramsQuestion = v.InferOutput<typeof programsQuestionSchema>
export type ResourcesQuestion = v.InferOutput<typeof resourcesQuestionSchema>
export type QuotesQuestion = v.InferOutput<typeof quotesQuestionSchema>
export type PeopleQuestion = v.InferOutput<typeof peopleQuestionSchema>
export type PlacesQuestion = v.InferOutput<typeof placesQuestionSchema>

/** Every question about facts, with its answer. */
export interface FactQuestions {
  readonly listActions: { readonly input: ActionsQuestion; readonly output: ActionsAnswer }
  readonly listPrograms: { readonly input: ProgramsQuestion; readonly output: ProgramsAnswer }
  readonly listResources: { readonly input: ResourcesQuestion; readonly output: ResourcesAnswer }
  readonly listQuotes: { readonly input: QuotesQuestion; readonly output: QuotesAnswer }
  readonly listPeople: { readonly input: PeopleQuestion; readonly output: PeopleAnswer }
  readonly listResourcePlaces: { readonly input: PlacesQuestion; readonly output: readonly ResourcePlace[] }
  readonly listPersonPlaces: { readonly input: PlacesQuestion; readonly output: readonly PersonPlace[] }
}
export type FactVerb = keyof FactQuestions

/** An answer of the journal's own code: its shape is the types' business; only that it is one is checked. */
function answerOf<V extends FactVerb>(): v.GenericSchema<
  FactQuestions[V]['output'],
  FactQuestions[V]['output']
> {
  return v.custom<FactQuestions[V]['output']>((value) => typeof value === 'object' && value !== null)
}

/** Requests about facts, for the table of all requests. */
export const factRequests = {
  listActions: { input: actionsQuestionSchema, output: answerOf<'listActions'>() },
  listPrograms: { input: programsQuestionSchema, output: answerOf<'listPrograms'>() },
  listResources: { input: resourcesQuestionSchema, output: answerOf<'listResources'>() },
  listQuotes: { input: quotesQuestionSchema, output: answerOf<'listQuotes'>() },
  listPeople: { input: peopleQuestionSchema, output: answerOf<'listPeople'>() },
  listResourcePlaces: { input: placesQuestionSchema, output: answerOf<'listResourcePlaces'>() },
  listPersonPlaces: { input: placesQuestionSchema, output: answerOf<'listPersonPlaces'>() },
} as const satisfies Record<FactVerb, { input: v.GenericSchema; output: v.GenericSchema }>
