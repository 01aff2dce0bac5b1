/**
 * Keeps React from walking through the whole text whenever it draws something.
 *
 * While an editable element has the focus, React notes its selection at each commit, to put it back should a component
 * have taken the focus away. Of an element that has no `selectionStart` it counts every character, node by node: in an
 * entry of a megabyte that took most of a commit, after each key and each save. Here it finds one and is content; the
 * caret is put back by the view itself.
 */
export function answerForSelection(host: HTMLElement): void {
  const plain = { writable: true, configurable: true }
  Object.defineProperties(host, {
    selectionStart: { ...plain, value: 0 },
    selectionEnd: { ...plain, value: 0 },
    value: { ...plain, value: '' },
  })
}
