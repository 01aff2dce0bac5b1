import * as v from 'valibot'
import { allAgendaSections, type AgendaCounts, type AgendaSection } from '../actions/group-agenda.ts'
import type { Step } from '../actions/step.ts'
import type { EntryPath } from '../entry/entry-path.ts'
import { personRoles, programStatuses, resourceStatuses } from '../entry/summary.ts'
import type { EntryKind, IsoDay, PersonMention, Program, Quote, ResourceStatus } from '../entry/summary.ts'

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

export const agendaQuestionSchema = v.object({
  ...windowOfRows,
  ...narrowing,
  /** What *overdue* and *this week* are told by. */
  today: isoDaySchema,
  /** Only steps towards this goal. */
  goal: v.optional(nameSchema),
  /** Only these sections; empty: all but what is settled. */
  sections: v.optional(v.array(v.picklist(allAgendaSections)), []),
  grouping: v.optional(v.picklist(['date', 'entry', 'goal']), 'date'),
})
/** The days of a calendar, both ends included. */
export const daysQuestionSchema = v.object({
  from: isoDaySchema,
  to: isoDaySchema,
  today: isoDaySchema,
  /** Steps named for one day, of those due and of those done. */
  most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(200)), 6),
})
/** What is due: open steps with a day of their own, and deadlines of programs. Both ends included; left out: no end. */
export const eventsQuestionSchema = v.object({
  today: isoDaySchema,
  from: v.optional(isoDaySchema),
  to: v.optional(isoDaySchema),
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
  /** How far the author is, by key, of those whose lines do not say it: kept beside the text. */
  keptStatuses: v.optional(v.record(nameSchema, v.picklist(resourceStatuses)), {}),
  /** `2025` or `2025-09`. */
  month: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2})?$/))),
  /** Only these; empty: all. */
  keys: v.optional(v.pipe(v.array(nameSchema), v.maxLength(2000)), []),
  /** `last`: the day of the newest entry that uses it. */
  order: v.optional(v.picklist(['title', 'author', 'month', 'uses', 'last']), 'last'),
})
export const quotesQuestionSchema = v.object({
  ...windowOfRows,
  ...narrowing,
  /** `personKey` of who said it. */
  person: v.optional(nameSchema),
  /** Other spellings of that person, by `personKey`. */
  alsoPeople: names,
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
  /** Spellings that are one person each, the shown name first: see `.cairn/people.json`. */
  same: v.optional(v.array(v.array(nameSchema)), []),
  /** `last`: last contact. */
  order: v.optional(v.picklist(['name', 'mentions', 'last', 'next']), 'name'),
})
/** All places of one person, or of one resource. */
export const placesQuestionSchema = v.object({ key: nameSchema })
/** All places of one person; `also`: other keys that are the same person. */
export const personPlacesQuestionSchema = v.object({ key: nameSchema, also: names })

export const disagreementsQuestionSchema = v.object({
  ...windowOfRows,
  /** Only those about one of these resources; empty: all. */
  keys: names,
  /** Ids of those that shall stay as they are. */
  settled: v.optional(v.pipe(v.array(nameSchema), v.maxLength(10_000)), []),
})

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

export interface AgendaRow extends FactPlace {
  /** With its own steps. */
  readonly step: Step
  readonly section: AgendaSection
}
/** Rows that stand together: they follow each other in the list, `count` of them. */
export interface AgendaGroup {
  /** The section, the path of the entry, or the goal (empty: none). */
  readonly key: string
  readonly label: string
  readonly count: number
}
/** How far one is towards a goal: boxes and steps that are done, of all. */
export interface GoalProgress {
  readonly goal: string
  readonly done: number
  readonly total: number
}
export interface AgendaAnswer extends FactWindow<AgendaRow> {
  readonly groups: readonly AgendaGroup[]
  /** What the whole journal has, whatever the question leaves out. */
  readonly counts: AgendaCounts
  /** Of the whole journal, most steps first. */
  readonly goals: readonly GoalProgress[]
}

/** One day of a calendar that holds something. */
export interface DayFacts {
  readonly day: IsoDay
  /** Entries written on it. */
  readonly entries: number
  /** What is due on it and not done, steps of steps too; the first few. */
  readonly due: readonly DayStep[]
  /** What was done on it, as its own date says, else its day, else the daily entry it stands in; the first few. */
  readonly done: readonly DayStep[]
}
/** A step named on a day. */
export interface DayStep {
  readonly words: string
  readonly path: EntryPath
  /** Offset in the entry's text, UTF-16 code units. */
  readonly from: number
}

/** One day, or one time of a day, that other calendars should know. */
export interface CalendarEvent {
  /** The same for the same step of the same entry, whatever becomes of its date. */
  readonly key: string
  readonly title: string
  readonly day: IsoDay
  /** `15:00`; null for an event of the whole day. */
  readonly time: string | null
  readonly path: EntryPath
  /** Offset of the step or the program in the entry's text, UTF-16 code units. */
  readonly from: number
  readonly entryTitle: string
  readonly url: string | null
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
  /** Of all rows that the question finds. */
  readonly mustRead: number
}

export interface QuoteRow extends FactPlace {
  readonly quote: Quote
}
export type QuotesAnswer = FactWindow<QuoteRow>

export interface PersonRow {
  readonly key: string
  /** The spelling used most. */
  readonly name: string
  /** Other names that count for this person, because the author said so; left out: none. */
  readonly also?: readonly string[]
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
  readonly isCard: boolean
  readonly sentence: string
  /** Addresses of its local copies, as the line writes them. Left out: none. */
  readonly copies?: readonly string[]
  readonly from: number
}
/** What places that name one resource can say differently, and two resources that may be one. */
export const disagreementKinds = ['same-title', 'address', 'title', 'authors', 'month', 'star'] as const
export type DisagreementKind = (typeof disagreementKinds)[number]

/** Places that do not say the same of a resource, or two resources with one title. Any side can be made to hold for all. */
export interface Disagreement {
  /** Names it for good: what is remembered when it shall stay so. */
  readonly id: string
  readonly kind: DisagreementKind
  /** The resource, or both. */
  readonly keys: readonly string[]
  readonly title: string
  /** The one that most places say first. */
  readonly sides: readonly DisagreementSide[]
}
/** A value that resources can be narrowed by, and how many have it. */
export interface ResourceChoice {
  /** As the question takes it. */
  readonly value: string
  readonly label: string
  readonly count: number
}
/** What the resources of a journal can be narrowed by: most used first, months and entries newest first. */
export interface ResourceChoices {
  readonly authors: readonly ResourceChoice[]
  readonly tags: readonly ResourceChoice[]
  readonly sites: readonly ResourceChoice[]
  readonly months: readonly ResourceChoice[]
  readonly entries: readonly ResourceChoice[]
}
export interface DisagreementSide {
  /** The title, the address, the names, the month; for a star whether there is one. */
  readonly says: string
  readonly places: readonly ResourcePlace[]
}

export interface PersonPlace extends FactPlace {
  readonly mention: PersonMention
}

export type { AgendaCounts, AgendaSection } from '../actions/group-agenda.ts'
export type AgendaQuestion = v.InferOutput<typeof agendaQuestionSchema>
export type DaysQuestion = v.InferOutput<typeof daysQuestionSchema>
export type EventsQuestion = v.InferOutput<typeof eventsQuestionSchema>
export type ProgramsQuestion = v.InferOutput<typeof programsQuestionSchema>
export type ResourcesQuestion = v.InferOutput<typeof resourcesQuestionSchema>
export type QuotesQuestion = v.InferOutput<typeof quotesQuestionSchema>
export type PeopleQuestion = v.InferOutput<typeof peopleQuestionSchema>
export type DisagreementsQuestion = v.InferOutput<typeof disagreementsQuestionSchema>
export type DisagreementsAnswer = FactWindow<Disagreement>
export type PersonPlacesQuestion = v.InferInput<typeof personPlacesQuestionSchema>
export type PlacesQuestion = v.InferOutput<typeof placesQuestionSchema>

/** Every question about facts, with its answer. */
export interface FactQuestions {
  readonly listAgenda: { readonly input: AgendaQuestion; readonly output: AgendaAnswer }
  readonly listDays: { readonly input: DaysQuestion; readonly output: readonly DayFacts[] }
  readonly listEvents: { readonly input: EventsQuestion; readonly output: readonly CalendarEvent[] }
  readonly listPrograms: { readonly input: ProgramsQuestion; readonly output: ProgramsAnswer }
  readonly listResources: { readonly input: ResourcesQuestion; readonly output: ResourcesAnswer }
  readonly listQuotes: { readonly input: QuotesQuestion; readonly output: QuotesAnswer }
  readonly listPeople: { readonly input: PeopleQuestion; readonly output: PeopleAnswer }
  readonly listDisagreements: { readonly input: DisagreementsQuestion; readonly output: DisagreementsAnswer }
  readonly listResourceChoices: { readonly input: undefined; readonly output: ResourceChoices }
  readonly listResourcePlaces: { readonly input: PlacesQuestion; readonly output: readonly ResourcePlace[] }
  readonly listPersonPlaces: { readonly input: PersonPlacesQuestion; readonly output: readonly PersonPlace[] }
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
  listAgenda: { input: agendaQuestionSchema, output: answerOf<'listAgenda'>() },
  listDays: { input: daysQuestionSchema, output: answerOf<'listDays'>() },
  listEvents: { input: eventsQuestionSchema, output: answerOf<'listEvents'>() },
  listPrograms: { input: programsQuestionSchema, output: answerOf<'listPrograms'>() },
  listResources: { input: resourcesQuestionSchema, output: answerOf<'listResources'>() },
  listQuotes: { input: quotesQuestionSchema, output: answerOf<'listQuotes'>() },
  listPeople: { input: peopleQuestionSchema, output: answerOf<'listPeople'>() },
  listDisagreements: { input: disagreementsQuestionSchema, output: answerOf<'listDisagreements'>() },
  listResourceChoices: { input: v.undefined(), output: answerOf<'listResourceChoices'>() },
  listResourcePlaces: { input: placesQuestionSchema, output: answerOf<'listResourcePlaces'>() },
  listPersonPlaces: { input: personPlacesQuestionSchema, output: answerOf<'listPersonPlaces'>() },
} as const satisfies Record<FactVerb, { input: v.GenericSchema; output: v.GenericSchema }>
