import * as v from 'valibot'
import type { EntryPath } from '../entry/entry-path.ts'
import type { IsoDay } from '../entry/summary.ts'
import { entryPathSchema } from './entry-path-schema.ts'

/** Something like an entry, and what the two have in common. */
export interface RelatedItem {
  readonly kind: 'entry' | 'resource'
  /** The entry, or one that the resource stands in. */
  readonly path: EntryPath
  readonly title: string
  readonly date: IsoDay | null
  /** Where to go in it, UTF-16 code units. */
  readonly from: number
  /** Resources that both refer to. */
  readonly links: number
  /** Words that few entries have, the most telling first, as the asking entry writes them. */
  readonly words: readonly string[]
  readonly tags: readonly string[]
}

export const relatedItemSchema: v.GenericSchema<unknown, RelatedItem> = v.object({
  kind: v.picklist(['entry', 'resource']),
  path: entryPathSchema,
  title: v.string(),
  date: v.nullable(v.string()),
  from: v.number(),
  links: v.number(),
  words: v.array(v.string()),
  tags: v.array(v.string()),
})
