import { fail, type Outcome } from '../../shared/contract/errors.ts'
import { parseEntryPath } from '../../shared/entry/entry-path.ts'
import { nameEntries } from '../state/name-counts.ts'
import type { RenameReport } from '../state/rename.ts'
import { describeRefused } from './replace-effects.ts'
import type { Stores } from './stores.ts'

/** Asks for a file's new name to be made true; gives why it was not possible, or null. Links are previewed first. */
export async function startRename(stores: Stores, from: string, to: string): Promise<string | null> {
  const started = await stores.rename.start({ from, to })
  if (!started.ok) return started.error.message
  if (started.value !== null) showRenamed(stores, started.value, 'renamed')
  return null
}

/** Renames a file, and tells everything in the window that knows it by its path. */
export async function moveFile(
  {
    journalApi,
    entries,
    openEntry,
    history,
  }: Pick<Stores, 'journalApi' | 'entries' | 'openEntry' | 'history'>,
  from: string,
  to: string,
): Promise<Outcome<unknown>> {
  const entry = parseEntryPath(from)
  const target = parseEntryPath(to)
  if (entry === null && target === null) return journalApi.renameFile({ from, to })
  if (entry === null || target === null) return fail('invalid-input', 'The name must keep its ending.')
  const renamed = await entries.rename(entry, target)
  if (!renamed.ok) return renamed
  openEntry.renamed(entry, renamed.value)
  history.renamed(entry, renamed.value)
  return renamed
}

/** Says what was renamed and which links followed, with the way back. */
export function showRenamed(stores: Stores, report: RenameReport, done: 'renamed' | 'undone'): void {
  const { entries, refused, to } = report
  const links = entries === 0 ? '' : ` Its links were written in ${nameEntries(entries)}.`
  stores.notices.raise({
    id: 'rename',
    tone: refused.length > 0 ? 'warn' : 'ok',
    title: done === 'undone' ? `The file is ${to} again.` : `The file is ${to} now.${links}`,
    detail: describeRefused(refused),
    ...(done === 'undone' ? {} : { wayOut: { label: 'Undo', run: () => void undoRename(stores) } }),
  })
}

async function undoRename(stores: Stores): Promise<void> {
  const undone = await stores.rename.undo()
  if (undone.ok) return showRenamed(stores, undone.value, 'undone')
  stores.notices.raise({
    id: 'rename',
    tone: 'bad',
    title: 'The rename was not taken back.',
    detail: undone.error.message,
  })
}
