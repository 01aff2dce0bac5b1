import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import type { AppliedEdits, EditResult, EntryEdit } from '../../shared/contract/edits.ts'
import type { PlannedFile, ReplacePlan, ReplaceQuestion } from '../../shared/contract/replace.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { createFinder, type Finder } from '../../shared/replace/create-finder.ts'
import { planChanges } from '../../shared/replace/plan-changes.ts'
import { invertSplices, spliceText } from '../../shared/entry/splice-text.ts'

/** `planReplacements`, `applyEdits` and `undoEdits` over files in memory. */
export function createFakeEdits(
  files: Map<string, string>,
  revisionOf: (path: string) => EntryEdit['revision'],
  noteWritten: (path: string) => void,
) {
  const undoable = new Map<string, readonly EntryEdit[]>()

  function applyOne({ path, revision, splices }: EntryEdit, inverses: EntryEdit[]): EditResult {
    const text = files.get(path) ?? ''
    const edited = spliceText(text, splices)
    if (revisionOf(path) !== revision || edited === null)
      return { path, revision: null, failure: 'It was changed meanwhile.' }
    files.set(path, edited)
    noteWritten(path)
    inverses.push({ path, revision: revisionOf(path), splices: invertSplices(text, splices) })
    return { path, revision: revisionOf(path), failure: null }
  }

  function apply(edits: readonly EntryEdit[]): AppliedEdits {
    const inverses: EntryEdit[] = []
    const results = edits.map((edit) => applyOne(edit, inverses))
    const undo = inverses.length === 0 ? null : `undo ${undoable.size}`
    if (undo !== null) undoable.set(undo, inverses)
    return { results, undo }
  }

  function planFile(path: string, text: string, find: Finder): PlannedFile[] {
    const changes = planChanges(text, find(text))
    if (changes.length === 0) return []
    return [{ path: path as EntryPath, title: path, date: null, revision: revisionOf(path), changes }]
  }

  return {
    planReplacements: async (question: ReplaceQuestion): Promise<Outcome<ReplacePlan>> => {
      const { number } = question
      const finder = createFinder(question)
      if (!finder.ok) return succeed({ number, files: [], isCut: false, failure: finder.error.message })
      const found = Array.from(files).flatMap(([path, text]) => planFile(path, text, finder.value))
      return succeed({ number, files: found, isCut: false, failure: null })
    },
    applyEdits: async ({ edits }: { edits: readonly EntryEdit[] }) => succeed(apply(edits)),
    undoEdits: async ({ undo }: { undo: string }): Promise<Outcome<AppliedEdits>> => {
      const inverse = undoable.get(undo)
      return inverse === undefined
        ? fail('not-found', 'This can no longer be undone.')
        : succeed(apply(inverse))
    },
  }
}
