import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppliedEdits } from '../../shared/contract/edits.ts'
import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import type { PlannedFile } from '../../shared/contract/replace.ts'
import type { RenameQuestion } from '../../shared/contract/rename.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { JournalApi } from '../journal-api.ts'
import {
  chosenEdits,
  describeUnsaved,
  flip,
  fold,
  reportOf,
  type ChangeOf,
  type ChangesReport,
  type Flipped,
} from './planned-changes.ts'

export interface RenameState {
  /** What is looked at before it is done; null when nothing is. */
  readonly preview: (RenameQuestion & { readonly files: readonly PlannedFile[] }) | null
  readonly flipped: Flipped
  readonly folded: ReadonlySet<EntryPath>
  readonly isApplying: boolean
  /** Why it could not be done, in a sentence. */
  readonly failure: string | null
  /** What was renamed last and can be taken back. */
  readonly done: (RenameQuestion & { readonly undo: string | null }) | null
}

/** What came of a rename and of the links that were to follow. */
export type RenameReport = RenameQuestion & ChangesReport

export interface RenameStore extends StoreApi<RenameState> {
  /** Renames a file that nothing links at once; null when there are links, which are previewed first. */
  start(question: RenameQuestion): Promise<Outcome<RenameReport | null>>
  cancel(): void
  choose(changes: readonly ChangeOf[], isChosen: boolean): void
  fold(path: EntryPath, isFolded: boolean): void
  /** Renames, and writes the chosen links; null when it was not possible. */
  apply(): Promise<RenameReport | null>
  /** Gives the file its old name and the links their old text, where nobody has written since. */
  undo(): Promise<Outcome<RenameReport>>
  /** Another journal: nothing of this one can be taken back. */
  clear(): void
}

export interface RenameOptions {
  readonly journalApi: JournalApi
  /** Writes what is unsaved; gives what could not be written, or null. */
  readonly flushAll: () => Promise<{ readonly path: EntryPath; readonly reason: string } | null>
  /** Open entries have read what was written by others. */
  readonly settle: () => Promise<void>
  /** Renames the file, and tells everything in the window that knows it by its path. */
  readonly move: (from: string, to: string) => Promise<Outcome<unknown>>
}

const nothing: RenameState = {
  preview: null,
  isApplying: false,
  failure: null,
  done: null,
  flipped: new Set(),
  folded: new Set(),
}

/** Renaming a file: the links that lead to it are seen before they are written, and all of it can be taken back. */
export function createRenameStore({ journalApi, flushAll, settle, move }: RenameOptions): RenameStore {
  const store = createStore<RenameState>(() => nothing)

  /** The file first: its own links are written under its new name, and nothing is written when it cannot be had. */
  async function rename(
    question: RenameQuestion,
    files: readonly PlannedFile[],
  ): Promise<Outcome<RenameReport>> {
    const { from, to } = question
    const unsaved = await flushAll()
    if (unsaved !== null) return fail('not-found', describeUnsaved(unsaved))
    const moved = await move(from, to)
    if (!moved.ok) return moved
    const edits = chosenEdits(files, store.getState().flipped).map((edit) =>
      edit.path === from ? { ...edit, path: to as EntryPath } : edit,
    )
    const applied = edits.length === 0 ? succeed(noEdits) : await journalApi.applyEdits({ edits })
    store.setState({ done: { ...question, undo: applied.ok ? applied.value.undo : null } })
    return applied.ok ? succeed({ ...question, ...reportOf(applied.value, edits) }) : applied
  }

  return {
    ...store,
    async start(question) {
      const unsaved = await flushAll()
      if (unsaved !== null) return fail('not-found', describeUnsaved(unsaved))
      const planned = await journalApi.planRename(question)
      if (!planned.ok) return planned
      const { files } = planned.value
      if (files.length === 0) return rename(question, [])
      store.setState({ ...nothing, done: store.getState().done, preview: { ...question, files } })
      return succeed(null)
    },
    cancel: () => store.setState({ preview: null, failure: null }),
    choose: (changes, isChosen) =>
      store.setState({ flipped: flip(store.getState().flipped, changes, isChosen) }),
    fold: (path, isFolded) => store.setState({ folded: fold(store.getState().folded, path, isFolded) }),
    async apply() {
      const { preview, isApplying } = store.getState()
      if (preview === null || isApplying) return null
      store.setState({ isApplying: true, failure: null })
      const renamed = await rename({ from: preview.from, to: preview.to }, preview.files)
      store.setState({ isApplying: false, failure: renamed.ok ? null : renamed.error.message })
      if (!renamed.ok) return null
      store.setState({ preview: null })
      return renamed.value
    },
    async undo() {
      const { done } = store.getState()
      if (done === null) return fail('not-found', 'There is nothing to take back.')
      const { from, to, undo } = done
      const unsaved = await flushAll()
      if (unsaved !== null) return fail('not-found', describeUnsaved(unsaved))
      const undone = undo === null ? succeed(noEdits) : await journalApi.undoEdits({ undo })
      if (!undone.ok) return undone
      // The entry that gets its name back may be open: it reads its text under the name it still has.
      await settle()
      const moved = await move(to, from)
      store.setState({ done: null })
      return moved.ok ? succeed({ from: to, to: from, ...reportOf(undone.value, []) }) : moved
    },
    clear: () => store.setState(nothing),
  }
}

const noEdits: AppliedEdits = { results: [], undo: null }
