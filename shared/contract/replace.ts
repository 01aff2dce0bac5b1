import * as v from 'valibot'
import type { EntryPath, Revision } from '../entry/entry-path.ts'
import { spliceSchema, type Splice } from './edits.ts'
import { entryPathSchema } from './entry-path-schema.ts'
import { revisionSchema } from './revision-schema.ts'

/** What to look for in every entry, and what shall stand there instead. */
export const replaceQuestionSchema = v.object({
  /** Grows with every question: an older one stops when a newer one arrives. */
  number: v.number(),
  find: v.pipe(v.string(), v.minLength(1), v.maxLength(1000)),
  replacement: v.pipe(v.string(), v.maxLength(10_000)),
  /** `find` is a regular expression, and `$1`, `$<name>`, `$&` in the replacement are its groups. */
  isExpression: v.boolean(),
  isCaseKept: v.boolean(),
  isWholeWord: v.boolean(),
  /** A search query: only entries that it finds are looked at; '' for all. */
  scope: v.pipe(v.string(), v.maxLength(1000)),
})
export type ReplaceQuestion = v.InferOutput<typeof replaceQuestionSchema>

/**
 * Why a change may not be what is wanted: it stands in front matter, code, an address, a link to a page, a block shown
 * as source, among the signs of Markdown; or the new words would not be read as words.
 */
export const doubts = [
  'front-matter',
  'code',
  'address',
  'page-link',
  'source',
  'signs',
  'structure',
] as const
export type Doubt = (typeof doubts)[number]

/** One place, with the words around it on its line; `text` is what would stand there. */
export interface PlannedChange extends Splice {
  /** From 1. */
  readonly line: number
  readonly lead: string
  readonly found: string
  readonly tail: string
  readonly doubt: Doubt | null
}

export interface PlannedFile {
  readonly path: EntryPath
  readonly title: string
  readonly date: string | null
  readonly revision: Revision
  /** In the order of the text. */
  readonly changes: readonly PlannedChange[]
}

export interface ReplacePlan {
  readonly number: number
  /** Newest first. */
  readonly files: readonly PlannedFile[]
  /** There are more places than a person can look through; the rest comes after these. */
  readonly isCut: boolean
  /** Why nothing could be looked for, in a sentence; null when it could. */
  readonly failure: string | null
}

export const plannedFilesSchema: v.GenericSchema<unknown, readonly PlannedFile[]> = v.array(
  v.object({
    path: entryPathSchema,
    title: v.string(),
    date: v.nullable(v.string()),
    revision: revisionSchema,
    changes: v.array(
      v.object({
        ...spliceSchema.entries,
        line: v.number(),
        lead: v.string(),
        found: v.string(),
        tail: v.string(),
        doubt: v.nullable(v.picklist(doubts)),
      }),
    ),
  }),
)

export const replacePlanSchema: v.GenericSchema<unknown, ReplacePlan> = v.object({
  number: v.number(),
  files: plannedFilesSchema,
  isCut: v.boolean(),
  failure: v.nullable(v.string()),
})
