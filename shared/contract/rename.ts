import * as v from 'valibot'
import { isInsidePath } from '../entry/entry-path.ts'
import { plannedFilesSchema } from './replace.ts'

/** A file of the journal, entry or not, by a path that cannot leave it. */
export const filePathSchema = v.pipe(v.string(), v.check(isInsidePath, 'not a path inside the journal'))

/** A file shall get another path. */
export const renameQuestionSchema = v.object({ from: filePathSchema, to: filePathSchema })
export type RenameQuestion = v.InferOutput<typeof renameQuestionSchema>

/** What must be written so that every link holds; paths and revisions are those before the rename. */
export const renamePlanSchema = v.object({ files: plannedFilesSchema })
export type RenamePlan = v.InferOutput<typeof renamePlanSchema>
