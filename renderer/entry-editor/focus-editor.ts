import type { LexicalEditor } from 'lexical'

/**
 * Gives the focus back to the text, where the caret was.
 *
 * In the next frame: a menu that closes first returns the focus to its own button.
 */
export function focusEditor(editor: LexicalEditor): void {
  requestAnimationFrame(() => {
    editor.getRootElement()?.focus({ preventScroll: true })
    editor.focus()
  })
}
