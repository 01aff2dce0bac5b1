import type { AppliedEdits, EntryEditInput } from '../../shared/contract/edits.ts'
import type { PlannedChange, PlannedFile } from '../../shared/contract/replace.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'

/*
 * Changes of many entries that are looked through before they are made: which of them are chosen, and what came of it.
 */

export interface ChangeOf {
  readonly path: EntryPath
  readonly change: PlannedChange
}

/** Changes whose choice differs from the proposal: all that is not doubtful is chosen. */
export type Flipped = ReadonlySet<string>

/** What came of it: entries that were written, and the others with the reason. */
export interface ChangesReport {
  readonly entries: number
  readonly places: number
  readonly refused: readonly { readonly path: EntryPath; readonly failure: string }[]
}

export function changeId({ path, change }: ChangeOf): string {
  return `${change.from} ${path}`
}

/** Doubtful changes are for the user to choose, all others to take out. */
export function isChosen(flipped: Flipped, of: ChangeOf): boolean {
  return (of.change.doubt === null) !== flipped.has(changeId(of))
}

/** The changes of a file, each with its file. */
export function changesOf({ path, changes }: PlannedFile): ChangeOf[] {
  return changes.map((change) => ({ path, change }))
}

/** Chooses changes, or takes them out. */
export function flip(flipped: Flipped, changes: readonly ChangeOf[], isNowChosen: boolean): Flipped {
  const next = new Set(flipped)
  for (const of of changes) {
    if ((of.change.doubt === null) === isNowChosen) next.delete(changeId(of))
    else next.add(changeId(of))
  }
  return next
}

/** Folds the changes of a file away, or shows them. */
export function fold(
  folded: ReadonlySet<EntryPath>,
  path: EntryPath,
  isFolded: boolean,
): ReadonlySet<EntryPath> {
  const next = new Set(folded)
  if (isFolded) next.add(path)
  else next.delete(path)
  return next
}

/** Why nothing is changed while an open entry is not on disk: plans are made for files. */
export function describeUnsaved({ reason }: { readonly reason: string }): string {
  return `An open entry cannot be saved: ${reason}`
}

type FileEdit = EntryEditInput & { readonly path: EntryPath }

/** The chosen changes as edits, files without one left out. */
export function chosenEdits(files: readonly PlannedFile[], flipped: Flipped): FileEdit[] {
  return files.flatMap((file) => {
    const chosen = changesOf(file).filter((of) => isChosen(flipped, of))
    if (chosen.length === 0) return []
    const splices = chosen.map(({ change: { from, to, text } }) => ({ from, to, text }))
    return [{ path: file.path, revision: file.revision, splices }]
  })
}

/** @param edits what was asked for; nothing where only entries are counted */
export function reportOf({ results }: AppliedEdits, edits: readonly FileEdit[]): ChangesReport {
  const places = new Map(edits.map(({ path, splices }) => [path, splices.length]))
  const written = results.filter(({ failure }) => failure === null)
  return {
    entries: written.length,
    places: written.reduce((sum, { path }) => sum + (places.get(path) ?? 0), 0),
    refused: results.flatMap(({ path, failure }) => (failure === null ? [] : [{ path, failure }])),
  }
}
