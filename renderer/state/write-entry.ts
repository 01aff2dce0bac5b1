import type { Outcome } from '../../shared/contract/errors.ts'
import type { EntryPath, Revision } from '../../shared/entry/entry-path.ts'
import { findSplice } from '../../shared/entry/splice-text.ts'
import type { KnownChange } from '../../shared/markdown/save-outcome.ts'
import type { JournalApi } from '../journal-api.ts'

interface WriteRequest {
  readonly path: EntryPath
  readonly text: string
  /** How it differs from a text before it, where that is known. */
  readonly change?: KnownChange | undefined
  /** What the file holds at `baseRevision`; null with or without one when nothing is known of it. */
  readonly baseText: string | null
  readonly baseRevision: Revision | null
}

/** A text up to this length (UTF-16 code units) is handed over sooner than it is compared. */
const largestWhole = 50_000

/**
 * Writes the entry. Of a long text what changed is handed over: the whole of a megabyte took the window's main thread
 * longer than all else in a save. Where the other side finds that it does not fit, the whole text goes after it.
 *
 * @returns as `saveEntry` of the contract
 */
export async function writeEntry(
  journalApi: JournalApi,
  { path, text, change, baseText, baseRevision }: WriteRequest,
): Promise<Outcome<{ readonly revision: Revision; readonly savedMs: number }>> {
  if (baseText !== null && baseRevision !== null && text.length > largestWhole) {
    const splice = change?.before === baseText ? change.splice : findSplice(baseText, text)
    if (splice.text.length <= largestWhole) {
      const answer = await journalApi.saveSplice({ path, baseRevision, splice, length: text.length })
      if (answer.ok || answer.error.code !== 'invalid-input') return answer
    }
  }
  return journalApi.saveEntry({ path, text, baseRevision })
}
