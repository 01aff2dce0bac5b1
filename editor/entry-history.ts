import { createEmptyHistoryState, registerHistory, type HistoryState } from '@lexical/history'
import { mergeRegister, type LexicalEditor } from 'lexical'

/** Steps that can be undone. Each keeps a whole editor state (sharing unchanged nodes), so there is an end to it. */
const maxDepth = 200
/** Characters typed within this pause are one step. */
const mergeMs = 500

const historyOfEditor = new WeakMap<LexicalEditor, HistoryState>()

/**
 * Undo and redo. The state at this moment is where undo ends: loading cannot be undone, the first edit can.
 *
 * `nowMs` is the clock that decides which keystrokes are one step. Returns the undo of the registration.
 */
export function registerEntryHistory(editor: LexicalEditor, nowMs: () => number = Date.now): () => void {
  const history = createEmptyHistoryState()
  history.current = { editor, editorState: editor.getEditorState() }
  historyOfEditor.set(editor, history)
  return mergeRegister(
    registerStructureGuard(editor),
    registerHistory(editor, history, mergeMs, nowMs, undefined, maxDepth),
    () => historyOfEditor.delete(editor),
  )
}

/**
 * Keeps structural edits undoable.
 *
 * Scenario: Backspace joins a paragraph that is one link with the heading above. The only dirty leaf is the link's
 * text, which did not change, and @lexical/history takes that for "no change" and merges the step away. This
 * listener runs first and adds a second key to the same set, so that the shortcut does not apply.
 */
function registerStructureGuard(editor: LexicalEditor): () => void {
  return editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyLeaves.size !== 1) return
    for (const [key, isIntended] of dirtyElements) {
      if (isIntended && key !== 'root') {
        dirtyLeaves.add('structure-changed')
        return
      }
    }
  })
}

/** Whether there is something to undo and to redo. */
export function readUndoState(editor: LexicalEditor): { canUndo: boolean; canRedo: boolean } {
  const history = historyOfEditor.get(editor)
  return { canUndo: (history?.undoStack.length ?? 0) > 0, canRedo: (history?.redoStack.length ?? 0) > 0 }
}
