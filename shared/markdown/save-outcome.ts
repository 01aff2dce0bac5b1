import type { Splice } from '../contract/edits.ts'
import type { Block, Span } from './tree.ts'

/** A block whose edit could not be written faithfully. The old source of the block stays in the text. */
export interface RefusedBlock {
  readonly block: Block
  /** Plain words, for the notice. */
  readonly reason: string
  /** What was tried, so that the author's words can be kept as source: the best candidate that did not verify. */
  readonly candidate: string
}

/** How a text differs from one that was known before. */
export interface KnownChange {
  readonly before: string
  readonly splice: Splice
}

/** What `saveEntryText(base, intended)` gives back. */
export interface SaveOutcome {
  /** The new text of the whole entry; equal to `base.text` when nothing changed. */
  readonly text: string
  /** Where each top-level block of the intended tree stands in `text`, same order. Empty paragraphs have an empty span. */
  readonly spans: readonly Span[]
  /** Empty when every edit was written and verified. */
  readonly refused: readonly RefusedBlock[]
  /** Where another thread worked it out and told what changed: comparing long texts to find it would take too long. */
  readonly change?: KnownChange
}
