import { randomUUID } from 'node:crypto'
import type { AppliedEdits, EditResult, EntryEdit } from '../shared/contract/edits.ts'
import { fail, succeed, type Outcome } from '../shared/contract/errors.ts'
import type { Revision } from '../shared/entry/entry-path.ts'
import { invertSplices, spliceText } from '../shared/entry/splice-text.ts'
import { decodeEntry } from './entry-file/decode-entry.ts'
import type { PathQueue } from './entry-file/path-queue.ts'
import { readEntryBytes } from './entry-file/read-entry.ts'
import { saveEntry } from './entry-file/save-entry.ts'
import type { EntryChange } from './watcher/find-changes.ts'

/** Edits in many files at once: replacing, renaming a page that others name, settling duplicates. */
export interface EntryEdits {
  /**
   * Makes each file's edit if the file still holds the revision it was made for: all splices of a file or none, the
   * files apart from each other. What stands outside the splices keeps its bytes.
   */
  apply(edits: readonly EntryEdit[]): Promise<AppliedEdits>
  /**
   * Takes an `apply` back: each file gets its text again if nobody has written it since; its own `undo` makes the
   * edits once more. Fails with `not-found` when it was taken back already, or too many came after it.
   */
  undo(token: string): Promise<Outcome<AppliedEdits>>
}

export interface EntryEditsOptions {
  /** Real path of the journal. */
  readonly root: string
  /** Runs work alone on a path, between the saves of the window. */
  readonly alone: PathQueue<never, never>['alone']
  /** Tells of everything that one call has written, once, when it is done. */
  readonly onWritten: (changes: readonly EntryChange[]) => void
}

/** Files written at once: each waits for the disk to flush. */
const filesAtOnce = 8
/** How many applies can be taken back, the newest; an older one lets go of its memory. */
const mostUndone = 10

interface DoneEdit {
  readonly change: EntryChange & { readonly revision: Revision }
  readonly inverse: EntryEdit
}

export function createEntryEdits(options: EntryEditsOptions): EntryEdits {
  const { root, alone, onWritten } = options
  const kept = new Map<string, readonly EntryEdit[]>()

  async function apply(edits: readonly EntryEdit[]): Promise<AppliedEdits> {
    const outcomes = await mapSome(edits, (edit) => alone(edit.path, () => applyOne(root, edit)))
    const done = outcomes.flatMap((outcome) => (outcome.ok && outcome.value !== null ? [outcome.value] : []))
    if (done.length > 0) onWritten(done.map(({ change }) => change))
    return {
      results: edits.map((edit, at) => toResult(edit, outcomes[at])),
      undo: done.length === 0 ? null : keep(done.map(({ inverse }) => inverse)),
    }
  }

  function keep(inverse: readonly EntryEdit[]): string {
    const token = randomUUID()
    kept.set(token, inverse)
    const [oldest] = kept.keys()
    if (kept.size > mostUndone && oldest !== undefined) kept.delete(oldest)
    return token
  }

  return {
    apply,
    async undo(token) {
      const inverse = kept.get(token)
      if (inverse === undefined) return fail('not-found', 'This can no longer be undone.')
      kept.delete(token)
      return succeed(await apply(inverse))
    },
  }
}

/** @returns null when the file already is as the edit would make it */
async function applyOne(root: string, edit: EntryEdit): Promise<Outcome<DoneEdit | null>> {
  const { path, revision, splices } = edit
  const read = await readEntryBytes(root, path)
  if (!read.ok) return read
  const { text, isUtf8 } = decodeEntry(read.value.bytes)
  if (!isUtf8) return fail('read-only', 'The file is not UTF-8, so Cairn never writes it.')
  if (read.value.revision !== revision) return fail('conflict', 'It was changed meanwhile.')
  const edited = spliceText(text, splices)
  if (edited === null) return fail('invalid-input', 'The edit does not fit the text.')
  const saved = await saveEntry(root, path, { text: edited, baseRevision: revision })
  if (!saved.ok) return saved
  if (!saved.value.wasWritten) return succeed(null)
  const { revision: written, savedMs } = saved.value
  return succeed({
    change: { path, revision: written, size: Buffer.byteLength(edited), modifiedMs: savedMs },
    inverse: { path, revision: written, splices: invertSplices(text, splices) },
  })
}

function toResult({ path, revision }: EntryEdit, outcome: Outcome<DoneEdit | null> | undefined): EditResult {
  if (outcome === undefined) throw new Error('An edit was left without its outcome.')
  if (!outcome.ok) return { path, revision: null, failure: outcome.error.message }
  return { path, revision: outcome.value?.change.revision ?? revision, failure: null }
}

/** Runs `work` on each, some at once; the results stand in the order of the items. */
async function mapSome<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  let next = 0
  async function runLane(): Promise<void> {
    while (next < items.length) {
      const at = next
      next += 1
      results[at] = await work(items[at] as T)
    }
  }
  await Promise.all(Array.from({ length: filesAtOnce }, runLane))
  return results
}
