import type { Summary } from '../entry/summary.ts'

/** An entry as the index takes it in. The text is read and let go; only terms and places stay. */
export interface IndexedEntry {
  /** Whole text, front matter included. Empty when only the name is known. */
  readonly text: string
  readonly summary: Summary
  /** Bytes on disk. */
  readonly size: number
  readonly modifiedMs: number
  /** True while the file itself has not been read: found by its name, not counted as searched. */
  readonly isNameOnly: boolean
  /** A PDF or a saved page: it answers in a lane of its own. Left out: an entry. */
  readonly isDocument?: boolean
}
