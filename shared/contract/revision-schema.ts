import * as v from 'valibot'
import type { Revision } from '../entry/entry-path.ts'

/** Schema of a `Revision`: SHA-256 in hexadecimal. */
export const revisionSchema = v.pipe(
  v.string(),
  v.regex(/^[0-9a-f]{64}$/),
  v.transform((value) => value as Revision),
)
