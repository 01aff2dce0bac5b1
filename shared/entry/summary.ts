import type { Step } from '../actions/step.ts'
import type { EntryPath, Revision } from './entry-path.ts'
import type { Span } from '../markdown/tree.ts'

export type EntryKind = 'daily' | 'draft' | 'page'

/** A calendar day without time or zone: `2026-11-24`. */
export type IsoDay = string

/** What the index knows of an entry. Everything in it is read from the text; nothing is kept elsewhere. */
export interface Summary {
  readonly path: EntryPath
  readonly revision: Revision
  readonly kind: EntryKind
  /** Front-matter title, else the first level-1 heading, else the file name made readable. */
  readonly title: string
  /** Front-matter date, else the date in the file name or its folders, else null. */
  readonly date: IsoDay | null
  readonly tags: readonly string[]
  readonly wordCount: number
  readonly headings: readonly HeadingSummary[]
  readonly resources: readonly ResourceUse[]
  readonly actions: readonly Action[]
  /** The same actions, with when and what for. */
  readonly steps: readonly Step[]
  readonly programs: readonly Program[]
  readonly quotes: readonly Quote[]
  readonly people: readonly PersonMention[]
}

export interface HeadingSummary {
  readonly text: string
  readonly level: number
  readonly span: Span
}

/** One use of a resource: a link in an entry, with what the author says around it. */
export interface ResourceUse {
  /** Address as written (unescaped). */
  readonly url: string
  /** `canonicalUrl(url)`: uses with equal keys are one resource. */
  readonly key: string
  /** Link text. */
  readonly title: string
  readonly authors: readonly string[]
  /** `2025-09`, or `2025` when only the year is written. */
  readonly month: string | null
  readonly isMustRead: boolean
  /** How far the author is with it, where the text says so: a tag such as `#to-read`, or a box before the link. */
  readonly status: ResourceStatus | null
  /** Sub-bullets under the line, each one line of plain text: how I use it. */
  readonly notes: readonly string[]
  /** Its line begins with it, so that the line is about it: a star or an author missing there says something. */
  readonly isCard: boolean
  /** The sentence that it stands in, in plain text; '' where it stands in none. */
  readonly sentence: string
  /** Local copies, `([pdf](attachments/one.pdf))` behind the link: addresses as written. Left out: none. */
  readonly copies?: readonly string[]
  /** The link itself, from `[` to `)`. */
  readonly span: Span
}

export const resourceStatuses = ['to-read', 'reading', 'used', 'dropped'] as const
export type ResourceStatus = (typeof resourceStatuses)[number]

export type ActionState = 'open' | 'done' | 'in-progress' | 'cancelled' | 'forwarded' | 'waiting' | 'unboxed'

/** One `- [ ]` item, or a step under an actions heading (then `box` is null), with its nested steps. */
export interface Action {
  /** Plain text of the item's first paragraph, marks and link syntax removed. */
  readonly text: string
  readonly state: ActionState
  /** The character in the box; null for a step without one. */
  readonly box: string | null
  /** Number of the item among all list items of the entry in document order, from 0: with `text`, its locator. */
  readonly itemNumber: number
  /** The item's first line. */
  readonly span: Span
  /** Offset of the character between the brackets; null without a box. */
  readonly boxAt: number | null
  /** A star stands on the item's first paragraph, on a line without a resource (there it is the resource's). */
  readonly isStarred: boolean
  /** Text of the nearest heading above, '' without one. */
  readonly heading: string
  readonly steps: readonly Action[]
}

/** Words of someone else: a block quote or a quote callout, with who said it and where. */
export interface Quote {
  /** Plain text, a line for each paragraph; without the line that says who. */
  readonly text: string
  /** Who said it; empty when nobody is named. */
  readonly people: readonly string[]
  /** Where it is from; null when nothing says so. A quote with neither is pointed out. */
  readonly source: QuoteSource | null
  readonly span: Span
}

/** The resource that a quote is from: one of the entry's `resources`, by key. */
export interface QuoteSource {
  readonly key: string
  readonly url: string
  readonly title: string
}

/**
 * How an entry names a person: as the author of a resource, as someone quoted, met on a day, one who made a suggestion,
 * or only by name (`@name`, `[[People/…]]`, a link to their own page).
 */
export const personRoles = ['author', 'quoted', 'met', 'suggested', 'mentioned'] as const
export type PersonRole = (typeof personRoles)[number]

/** One place where an entry names a person. */
export interface PersonMention {
  /** As written, without `@` and folder. `personKey` says which names are one person. */
  readonly name: string
  readonly role: PersonRole
  /** What stands there, as one line: the title, the quote, the suggestion, the line that names them. */
  readonly text: string
  /** The day that the line gives, for meetings; null without one. */
  readonly day: IsoDay | null
  /** Where to go: offset in the entry's text. */
  readonly from: number
}

export const programStatuses = [
  'thinking',
  'preparing',
  'applied',
  'interview',
  'offer',
  'declined',
  'closed',
] as const
export type ProgramStatus = (typeof programStatuses)[number]

/** A research program, fellowship or internship that the author keeps an eye on: a line under a heading that says so. */
export interface Program {
  readonly name: string
  /** Address as written, and the key of its resource; null for a program without a link. */
  readonly url: string | null
  readonly key: string | null
  /** How it is held, lower case as in `in-person`, `remote`, `full-time`, in the order of the text. */
  readonly formats: readonly string[]
  /** Hours as written (`10 h/week`), or null. */
  readonly hours: string | null
  readonly places: readonly string[]
  /** A day, or `rolling`; null is a question to answer. */
  readonly deadline: IsoDay | 'rolling' | null
  readonly status: ProgramStatus | null
  readonly nextStep: string | null
  /** True for one that someone with a job cannot take. */
  readonly isFullTime: boolean
  /** Its line. */
  readonly span: Span
}

/** The part of a summary that the rail needs, small enough to send for 10,000 entries. */
export interface EntryCard {
  readonly path: EntryPath
  readonly kind: EntryKind
  readonly title: string
  readonly date: IsoDay | null
  readonly tags: readonly string[]
}
