import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { changeEntry, type PlanEdit } from '../state/change-entry.ts'
import type { Stores } from './stores.ts'

/** Makes one edit of one entry from an overview, and says when it could not be. Gives the token that takes it back. */
export async function changeOrSay(
  { journalApi, openEntry, notices }: Stores,
  path: EntryPath,
  what: string,
  plan: PlanEdit,
): Promise<string | null> {
  const answer = await changeEntry(journalApi, openEntry, path, plan)
  if (answer.ok) return answer.value
  notices.raise({
    id: 'overview',
    tone: 'bad',
    title: `${what} was not written.`,
    detail: answer.error.message,
  })
  return null
}

/** The same, with a way back in a notice that passes. */
export async function changeWithUndo(
  stores: Stores,
  path: EntryPath,
  what: string,
  plan: PlanEdit,
): Promise<void> {
  const { journalApi, notices } = stores
  const undo = await changeOrSay(stores, path, what, plan)
  if (undo === null) return
  const run = () =>
    void journalApi.undoEdits({ undo }).then((answer) => {
      const failure = answer.ok ? (answer.value.results[0]?.failure ?? null) : answer.error.message
      if (failure !== null)
        notices.raise({ id: 'overview', tone: 'bad', title: 'It was not taken back.', detail: failure })
    })
  notices.raise({
    id: 'overview',
    tone: 'info',
    title: `${what} was written.`,
    detail: '',
    wayOut: { label: 'Undo', run },
  })
}
