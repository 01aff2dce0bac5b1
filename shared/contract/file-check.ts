import * as v from 'valibot'
import { entryPathSchema } from './entry-path-schema.ts'

/** A file that did not come back as it was, or an edit in memory that was written wrong. */
export const fileFaultSchema = v.object({
  path: entryPathSchema,
  /** From 1. */
  line: v.number(),
  /** Name of the edit, or `none` for opening and saving alone. */
  edit: v.string(),
  /** Kind of block, from the outside in, and what was wrong there. Holds no words of the file. */
  construct: v.string(),
})
export type FileFault = v.InferOutput<typeof fileFaultSchema>

/** What came of opening and saving every entry of the journal in memory. */
export const fileCheckSchema = v.object({
  files: v.number(),
  identical: v.number(),
  /** Files that are not UTF-8: shown, and never written. */
  readOnly: v.number(),
  edits: v.number(),
  exact: v.number(),
  refused: v.number(),
  /** The same seed makes the same edits. */
  seed: v.number(),
  /** The first of them; `faultCount` counts all. */
  faults: v.array(fileFaultSchema),
  faultCount: v.number(),
})
export type FileCheck = v.InferOutput<typeof fileCheckSchema>

/** Faults that are handed to the window: more than anybody reads. */
export const mostFaults = 500
