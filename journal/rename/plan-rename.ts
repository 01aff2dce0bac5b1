import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import type { RenamePlan, RenameQuestion } from '../../shared/contract/rename.ts'
import type { PlannedFile } from '../../shared/contract/replace.ts'
import { createFileTable } from '../../shared/links/file-table.ts'
import { findNamingEntries } from '../../shared/links/find-naming-entries.ts'
import { planRename, type FileRename } from '../../shared/links/plan-rename.ts'
import { showChanges } from '../../shared/replace/plan-changes.ts'
import type { ScopedEntry } from '../../shared/replace/list-scope.ts'
import type { SearchIndex } from '../../shared/search/search-index.ts'
import { decodeEntry } from '../entry-file/decode-entry.ts'
import { readEntryBytes } from '../entry-file/read-entry.ts'
import { listEntries } from '../folder/list-entries.ts'

export interface RenameTask {
  /** Real path of the journal. */
  readonly root: string
  readonly index: SearchIndex
  readonly question: RenameQuestion
  /** Lets others have a turn when it is time. */
  readonly pause: () => Promise<void>
}

/**
 * Looks up what a rename would do to the links of all entries. Reads only those that the index says may have the old
 * or the new name in them, and the renamed entry itself. Changes nothing.
 *
 * Entries that Cairn never writes (not UTF-8) and that cannot be read are left out. Fails with `already-exists` when
 * the new path is taken, `not-found` when the old one is gone, `invalid-input` when a link cannot hold the new name.
 */
export async function planRenameInFolder(task: RenameTask): Promise<Outcome<RenamePlan>> {
  const { root, index, question, pause } = task
  const { from, to } = question
  const listed = await listEntries(root, true)
  if (!listed.ok) return listed
  const paths = [...listed.value.entries.map(({ path }): string => path), ...listed.value.otherFiles]
  if (!paths.includes(from)) return fail('not-found', 'The file is not there any more.')
  const isTaken = paths.some((path) => path !== from && path.toLowerCase() === to.toLowerCase())
  if (isTaken) return fail('already-exists', 'A file of that name is already there.')
  const rename: FileRename = { files: createFileTable(paths), from, to }
  const files: PlannedFile[] = []
  for (const entry of findNamingEntries(index, [nameOf(from), nameOf(to)], from)) {
    await pause()
    const planned = await planFile(root, rename, entry)
    if (planned === null) continue
    if (!planned.ok) return planned
    if (planned.value.changes.length > 0) files.push(planned.value)
  }
  return succeed({ files })
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

async function planFile(
  root: string,
  rename: FileRename,
  { path, title, date }: ScopedEntry,
): Promise<Outcome<PlannedFile> | null> {
  const read = await readEntryBytes(root, path)
  if (!read.ok) return null
  const { text, isUtf8 } = decodeEntry(read.value.bytes)
  if (!isUtf8) return null
  const plan = planRename(rename, path, text)
  if (!plan.ok) return plan
  return succeed({ path, title, date, revision: read.value.revision, changes: showChanges(text, plan.value) })
}
