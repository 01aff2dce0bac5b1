import type { LexicalEditor } from 'lexical'

/** Gives the focus to the text, with the caret where it was; at the end when there was none. */
export function focusNow(editor: LexicalEditor): void {
  // Lexical first: it puts the browser's caret back before it focuses. Focusing the element would put the caret at the
  // start, and Lexical would take that for a move of the user's.
  editor.focus()
  const root = editor.getRootElement()
  // With a piece selected as a whole there is no caret to put back, and Lexical leaves the focus where it is.
  if (root !== null && root.ownerDocument.activeElement !== root) root.focus({ preventScroll: true })
}

/** `focusNow` in the next frame: a menu that closes first returns the focus to its own button. */
export function focusEditor(editor: LexicalEditor): void {
  requestAnimationFrame(() => focusNow(editor))
}
