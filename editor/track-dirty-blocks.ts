import { HISTORIC_TAG, type LexicalEditor } from 'lexical'
import type { EntryProjection } from './entry-projection.ts'

/** On updates that bring text from the disk: they are no edit of the user's. */
export const FROM_DISK_TAG = 'from-disk'

/**
 * Tells the projection what every update touches, and calls `onEdited` for what the user changed.
 *
 * Work per keystroke is one look-up per dirty node; nothing is parsed or serialised. While a composition (Japanese,
 * Chinese, accents) is under way nothing is told; its end tells it. Returns the undo of the registration.
 */
export function trackDirtyBlocks(
  editor: LexicalEditor,
  projection: EntryProjection,
  onEdited: () => void,
): () => void {
  let isUntold = false
  return editor.registerUpdateListener(
    ({ dirtyElements, dirtyLeaves, editorState, prevEditorState, tags }) => {
      if (tags.has(HISTORIC_TAG)) projection.forgetBetween(prevEditorState, editorState)
      else {
        // Ancestors of a dirty node are dirty too; the root is marked on purpose when its own children changed.
        projection.forget(dirtyElements.keys(), dirtyElements.get('root') !== true)
        projection.forget(dirtyLeaves, true)
      }
      // Undo runs as two updates, the first without anything dirty.
      const hasChanged = dirtyElements.size > 0 || dirtyLeaves.size > 0
      if (hasChanged && !tags.has(FROM_DISK_TAG)) isUntold = true
      if (isUntold && !editor.isComposing()) {
        isUntold = false
        onEdited()
      }
    },
  )
}
