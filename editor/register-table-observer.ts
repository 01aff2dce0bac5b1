import { registerTableSelectionObserver } from '@lexical/table'
import type { LexicalEditor } from 'lexical'

/**
 * Selecting cells with the pointer, while the editor is on a page.
 *
 * Lexical's observer looks up the element of every table at once and throws where there is none: a session is made,
 * and tested, before it is mounted. Returns the undo of the registration.
 */
export function registerTableObserver(editor: LexicalEditor): () => void {
  let unregister: (() => void) | null = null
  const stop = (): void => {
    unregister?.()
    unregister = null
  }
  const unregisterRoot = editor.registerRootListener((root) => {
    stop()
    if (root !== null) unregister = registerTableSelectionObserver(editor)
  })
  return () => {
    unregisterRoot()
    stop()
  }
}
