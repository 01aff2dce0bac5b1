import { $getRoot, UNDO_COMMAND, type LexicalEditor } from 'lexical'
import { createEntrySession } from '../../../editor/create-entry-session.ts'
import { readUndoState } from '../../../editor/entry-history.ts'
import type { EntrySession } from '../../../editor/entry-session.ts'
import type { BaseByKey } from '../../../editor/import-entry.ts'
import { $pairBases } from '../../../editor/pair-bases.ts'
import { $projectBlocks } from '../../../editor/project-entry.ts'
import { parseEntry } from '../../../shared/markdown/parse-entry.ts'
import type { Block, ParsedEntry } from '../../../shared/markdown/tree.ts'

/** An entry open in the editor without a window, and a second reading of it that the session knows nothing of. */
export interface OpenText {
  readonly session: EntrySession
  readonly editor: LexicalEditor
  readonly base: ParsedEntry
  /** What the editor holds now, read from its nodes alone: nothing that the session remembers can hide a fault. */
  readonly readBlocks: () => readonly Block[]
}

/** Opens a text; each edit is an undo step of its own, since the clock jumps at every reading. */
export function openText(text: string): OpenText {
  let nowMs = 0
  const session = createEntrySession({
    text,
    isEditable: true,
    onEdited: () => undefined,
    nowMs: () => (nowMs += 60_000),
  })
  const { editor } = session
  const base = parseEntry(text)
  const bases: BaseByKey = new Map()
  editor.read(() => {
    for (const [index, node] of $getRoot().getChildren().entries()) {
      const block = base.blocks[index]
      if (block !== undefined) $pairBases(node, block, bases)
    }
  })
  return { session, editor, base, readBlocks: () => editor.read(() => $projectBlocks($getRoot(), bases)) }
}

/** Far more than any test makes edits; an undo that never ends must not hang the run. */
const mostUndoSteps = 200

/** Undoes everything that can be. */
export function undoAll(editor: LexicalEditor): void {
  for (let step = 0; step < mostUndoSteps && readUndoState(editor).canUndo; step += 1) {
    editor.dispatchCommand(UNDO_COMMAND, undefined)
    // Reading lets the update finish.
    editor.read(() => null)
  }
}
