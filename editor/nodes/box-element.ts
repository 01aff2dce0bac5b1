import { createCommand, type LexicalEditor, type NodeKey } from 'lexical'

/** The author ticked or cleared the box of an item. */
export const SET_BOX_COMMAND = createCommand<{ readonly itemKey: NodeKey; readonly box: ' ' | 'x' }>(
  'SET_BOX_COMMAND',
)

/**
 * The check box of an item: a real `<input type="checkbox">`, so that screen readers and pointers know what it is.
 *
 * It stands in the item's element in front of the editable flow. Lexical listens on the root for `input`, `click`
 * and `keydown`; those of the box must not reach it, or it would read them as typing. `mousedown` is cancelled so
 * that ticking leaves the caret where it is (the click still toggles). When the focus was elsewhere, in the list of
 * entries say, the text takes it, as for any click in it: the next key, Ctrl Z too, is meant for the text.
 */
export function createBoxElement(
  ownerDocument: Document,
  editor: LexicalEditor,
  itemKey: NodeKey,
  className: string,
): HTMLInputElement {
  const box = ownerDocument.createElement('input')
  box.type = 'checkbox'
  box.className = className
  box.contentEditable = 'false'
  box.tabIndex = -1
  for (const type of ['input', 'click', 'beforeinput'])
    box.addEventListener(type, (event) => event.stopPropagation())
  box.addEventListener('mousedown', (event) => {
    event.preventDefault()
    event.stopPropagation()
    const root = editor.getRootElement()
    if (root !== null && !root.contains(ownerDocument.activeElement)) root.focus({ preventScroll: true })
  })
  box.addEventListener('keydown', (event) => {
    if (event.key === ' ') event.stopPropagation()
  })
  box.addEventListener('change', () => {
    editor.dispatchCommand(SET_BOX_COMMAND, { itemKey, box: box.checked ? 'x' : ' ' })
  })
  return box
}

/**
 * Shows state and label on a box. Characters that are neither open nor done (`-`, `/`, `>`) show as indeterminate,
 * with the character in `data-box` for the style sheet.
 */
export function updateBoxElement(
  box: HTMLInputElement,
  character: string,
  label: string,
  isEditable: boolean,
): void {
  const isDone = character === 'x' || character === 'X'
  box.checked = isDone
  box.indeterminate = !isDone && character !== ' '
  box.disabled = !isEditable
  box.dataset['box'] = character
  box.setAttribute('aria-label', label === '' ? 'Empty item' : label)
}
