import * as v from 'valibot'
import type { EntryPath, Revision } from '../entry/entry-path.ts'

/** Replaces `[from, to)`, UTF-16 code units of the entry's whole text at the edit's revision. */
export interface Splice {
  readonly from: number
  readonly to: number
  readonly text: string
}

/** What shall become of one file. */
export interface EntryEdit {
  readonly path: EntryPath
  /** The revision the edit was made for; the file is left alone when it holds another. */
  readonly revision: Revision
  /** Rising and apart; all of them are made, or none. */
  readonly splices: readonly Splice[]
}

/** An edit as it is asked for: its path and revision have not been looked at. */
export type EntryEditInput = Pick<EntryEdit, 'splices'> & { readonly path: string; readonly revision: string }

/** One file afterwards: its revision, or why it is as it was. */
export interface EditResult {
  readonly path: EntryPath
  readonly revision: Revision | null
  /** One sentence; null when the edit was made. */
  readonly failure: string | null
}

export interface AppliedEdits {
  /** In the order of the edits. */
  readonly results: readonly EditResult[]
  /** Gives the files that were changed their text back, for `undoEdits`; null when none was. */
  readonly undo: string | null
}

/** Most text that is put in at one place, UTF-16 code units. */
const mostInserted = 1024 * 1024
const offsetSchema = v.pipe(v.number(), v.integer(), v.minValue(0))

export const spliceSchema = v.object({
  from: offsetSchema,
  to: offsetSchema,
  text: v.pipe(v.string(), v.maxLength(mostInserted)),
})
/** Most splices in one file, and files in one request. */
export const mostEdits = 100_000
