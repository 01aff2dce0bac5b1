import type { ReadText } from './find-phrase.ts'
import type { LivePart } from './item-filter.ts'

/** What describing hits needs. */
export interface HitContext {
  readonly parts: readonly LivePart[]
  /** Text of an entry on disk now, null when it cannot be read. Called for shown hits only. */
  readonly readText: ReadText
  /** A resource's key, by its number. */
  readonly keyAt: (key: number) => string
}
