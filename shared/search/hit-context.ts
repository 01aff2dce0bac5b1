import type { LivePart } from './item-filter.ts'
import type { PlannedWord } from './plan.ts'
import type { ParsedQuery } from './query.ts'

/** What describing hits needs. */
export interface HitContext {
  readonly query: ParsedQuery
  readonly words: readonly PlannedWord[]
  readonly parts: readonly LivePart[]
  /** Each hit holds all words of the query. */
  readonly holdAll: boolean
  /** Text of an entry on disk now, null when it cannot be read. Called for shown hits only. */
  readonly readText: (path: string) => string | null
  /** A resource's key, by its number. */
  readonly keyAt: (key: number) => string
}
