import * as v from 'valibot'
import { parseEntryPath, type EntryPath } from '../entry/entry-path.ts'

/** Schema of an `EntryPath`: one that cannot leave the journal. */
export const entryPathSchema = v.pipe(
  v.string(),
  v.check((value) => parseEntryPath(value) !== null, 'not a path of an entry'),
  v.transform((value) => value as EntryPath),
)
