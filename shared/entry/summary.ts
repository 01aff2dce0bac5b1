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
  /** Sub-bullets under the line, each one line of plain text: how I use it. */
  readonly notes: readonly string[]
  /** The link itself, from `[` to `)`. */
  readonly span: Span
}

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

/** The part of a summary that the rail needs, small enough to send for 10,000 entries. */
export interface EntryCard {
  readonly path: EntryPath
  readonly kind: EntryKind
  readonly title: string
  readonly date: IsoDay | null
  readonly tags: readonly string[]
}
