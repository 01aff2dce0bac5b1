import { HISTORIC_TAG, type EditorState, type LexicalEditor, type NodeKey } from 'lexical'
import type { ProjectionCache } from './project-entry.ts'

/** On updates that bring text from the disk: they are no edit of the user's. */
export const FROM_DISK_TAG = 'from-disk'

/**
 * Forgets the projection of every top-level block that an update touches, and calls `onEdited` for what the user
 * changed.
 *
 * Work per keystroke is one set lookup per dirty node; nothing is parsed or serialised. Undo and redo restore whole
 * states without saying what differs, so they forget everything. While a composition (Japanese, Chinese, accents)
 * is under way nothing is told; its end tells it. Returns the undo of the registration.
 */
export function trackDirtyBlocks(
  editor: LexicalEditor,
  cache: ProjectionCache,
  onEdited: () => void,
): () => void {
  let isUntold = false
  return editor.registerUpdateListener(
    ({ dirtyElements, dirtyLeaves, editorState, prevEditorState, tags }) => {
      const isHistoric = tags.has(HISTORIC_TAG)
      if (isHistoric) cache.clear()
      else forgetDirty(cache, editorState, prevEditorState, [...dirtyElements.keys(), ...dirtyLeaves])
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

/** The ancestors of a dirty node are dirty elements themselves, so the top-level blocks are among the keys. */
function forgetDirty(
  cache: ProjectionCache,
  now: EditorState,
  before: EditorState,
  keys: readonly NodeKey[],
): void {
  for (const key of keys) {
    const node = now._nodeMap.get(key) ?? before._nodeMap.get(key)
    if (node?.__parent === 'root') cache.delete(key)
  }
}
