import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { PlannedFile } from '../../shared/contract/replace.ts'
import { planChanges } from '../../shared/replace/plan-changes.ts'
import { planCardChanges } from '../../shared/resources/plan-card-changes.ts'
import type { PlaceChange } from '../../shared/resources/settle-disagreement.ts'
import type { JournalApi } from '../journal-api.ts'

export interface PlannedCardFiles {
  readonly files: readonly PlannedFile[]
  /** Places where it cannot be written, or whose entry cannot be read. */
  readonly refused: number
}

/**
 * Plans changes of links in many entries, for the texts as they are on disk now. Changes nothing.
 *
 * What is unsaved must have been written before, so that the places are those of the files.
 */
export async function planCardFiles(
  journalApi: Pick<JournalApi, 'readEntry'>,
  changes: readonly PlaceChange[],
): Promise<PlannedCardFiles> {
  const byPath = new Map<EntryPath, PlaceChange[]>()
  for (const change of changes) byPath.set(change.path, [...(byPath.get(change.path) ?? []), change])
  const files: PlannedFile[] = []
  let refused = 0
  for (const [path, ofFile] of byPath) {
    const read = await journalApi.readEntry({ path })
    if (!read.ok || read.value.readOnly !== null) {
      refused += ofFile.length
      continue
    }
    const { text, revision } = read.value
    const planned = planCardChanges(text, ofFile)
    refused += planned.refused
    const { entryTitle, date } = ofFile[0]!
    // Each of them was asked for by name, so none is doubtful.
    const shown = planChanges(text, planned.splices).map((change) => ({ ...change, doubt: null }))
    if (shown.length > 0) files.push({ path, title: entryTitle, date, revision, changes: shown })
  }
  return { files, refused }
}
