import type { Splice } from '../../shared/contract/edits.ts'
import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { JournalApi } from '../journal-api.ts'
import type { OpenEntryStore } from './open-entry.ts'

/** Plans an edit of an entry's text; null when what it is about is not there any more, a failure when it cannot be written. */
export type PlanEdit = (text: string) => readonly Splice[] | Outcome<readonly Splice[]> | null

/**
 * Makes one edit of an entry that need not be open: what the window holds of it is written first, the file is read,
 * and the edit is made for the revision it was planned on. Nothing is written when the place cannot be told for sure.
 *
 * @returns the token that takes the edit back, null when there was nothing to change
 */
export async function changeEntry(
  journalApi: JournalApi,
  openEntry: OpenEntryStore,
  path: EntryPath,
  plan: PlanEdit,
): Promise<Outcome<string | null>> {
  const pane = openEntry.findPane(path)
  const copy = openEntry.getState().panes.find(({ name }) => name === pane)?.copy ?? null
  await copy?.flush()
  if (copy?.hasUnsaved() === true) {
    return fail('conflict', 'The entry has words that are not saved yet. Solve that in the entry first.')
  }
  const read = await journalApi.readEntry({ path })
  if (!read.ok) return read
  if (read.value.readOnly !== null) return fail('read-only', 'The file can be read and not written.')
  const planned = plan(read.value.text)
  if (planned !== null && 'ok' in planned && !planned.ok) return planned
  const splices = planned !== null && 'ok' in planned ? planned.value : planned
  if (splices === null) {
    return fail(
      'conflict',
      'The entry has changed meanwhile, so nothing was written. The list shows it as it is now.',
    )
  }
  if (splices.length === 0) return succeed(null)
  const edit = { path, revision: read.value.revision, splices: [...splices] }
  const answer = await journalApi.applyEdits({ edits: [edit] })
  if (!answer.ok) return answer
  const failure = answer.value.results[0]?.failure ?? null
  return failure === null ? succeed(answer.value.undo) : fail('conflict', failure)
}
