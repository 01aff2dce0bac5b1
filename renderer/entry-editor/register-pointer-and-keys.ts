import {
  $createRangeSelectionFromDom,
  $isDecoratorNode,
  $setSelection,
  $findMatchingParent,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  BLUR_COMMAND,
  CLICK_COMMAND,
  COMMAND_PRIORITY_CRITICAL,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import { toggleMark } from '../../editor/commands/marks.ts'
import { findBareUrl } from './bare-url.ts'
import { $isEntryLinkNode } from '../../editor/nodes/entry-link-node.ts'
import { readNodeSource } from './node-source.ts'

/** What the text asks of the panels around it. */
export interface TextGestures {
  readonly openLink: (url: string) => void
  /** The caret was put into a link by a click. */
  readonly showLink: () => void
  readonly editLink: () => void
  readonly editSource: (nodeKey: NodeKey) => void
  /** Text was selected, by pointer or by keyboard, and the hand is off. */
  readonly showBar: () => void
  /** The focus is to go into the bar. */
  readonly enterBar: () => void
  /** Escape in the text. */
  readonly hide: () => void
  /** The caret moved or the text changed, by whatever hand. Called on every key: must be cheap. */
  readonly afterUpdate: () => void
}

/** Keys of the text that belong to its panels, and the way out: Escape, then Tab. Returns its undo. */
export function registerKeys(editor: LexicalEditor, gestures: TextGestures): () => void {
  let isTabFree = false
  function keyDown(event: KeyboardEvent): boolean {
    if (event.key !== 'Escape' && event.key !== 'Tab' && event.key !== 'Shift') isTabFree = false
    const isOurs = runKey(event, editor, gestures)
    if (isOurs) event.preventDefault()
    return isOurs
  }
  function escape(): boolean {
    isTabFree = true
    gestures.hide()
    return false
  }
  function stay(): boolean {
    isTabFree = false
    return false
  }
  function click(event: MouseEvent): boolean {
    isTabFree = false
    $takeSelectionOfClick(editor, event)
    return false
  }
  return mergeRegister(
    editor.registerCommand(KEY_DOWN_COMMAND, keyDown, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(KEY_ESCAPE_COMMAND, escape, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(CLICK_COMMAND, click, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(BLUR_COMMAND, stay, COMMAND_PRIORITY_CRITICAL),
    // Taken, and not prevented: the browser moves the focus on.
    editor.registerCommand(KEY_TAB_COMMAND, () => isTabFree, COMMAND_PRIORITY_CRITICAL),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => $openByEnter(editor, event, gestures.editSource),
      COMMAND_PRIORITY_CRITICAL,
    ),
  )
}

/**
 * Puts the caret where a click into text put it, when a piece or block was selected as a whole.
 *
 * A quick click is told before the browser tells of the new selection; Lexical then clears its own and the caret is
 * nowhere, until the next click.
 */
function $takeSelectionOfClick(editor: LexicalEditor, event: MouseEvent): void {
  const target = event.target
  if (!$isNodeSelection($getSelection()) || !(target instanceof Node)) return
  if ($isDecoratorNode($getNearestNodeFromDOMNode(target))) return
  const selection = $createRangeSelectionFromDom(target.ownerDocument?.getSelection() ?? null, editor)
  if (selection !== null) $setSelection(selection)
}

function runKey(event: KeyboardEvent, editor: LexicalEditor, gestures: TextGestures): boolean {
  const hasControl = event.ctrlKey || event.metaKey
  if (event.altKey && event.key === 'F10') gestures.enterBar()
  else if (hasControl && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'l')
    gestures.editLink()
  else if (hasControl && event.shiftKey && event.key.toLowerCase() === 'x') toggleMark(editor, 'strike')
  else return false
  return true
}

/** Enter on a piece that is selected as a whole opens its field: the way in without a pointer. */
function $openByEnter(
  editor: LexicalEditor,
  event: KeyboardEvent | null,
  open: (key: NodeKey) => void,
): boolean {
  const selection = $getSelection()
  if (!$isNodeSelection(selection) || event?.ctrlKey || event?.metaKey) return false
  const nodes = selection.getNodes()
  const key = nodes.length === 1 ? nodes[0]?.getKey() : undefined
  if (key === undefined || readNodeSource(editor, key) === null) return false
  event?.preventDefault()
  open(key)
  return true
}

/** Clicks on links, and selections that want the bar. `root` is the editable element. Returns its undo. */
export function registerPointer(
  editor: LexicalEditor,
  root: HTMLElement,
  gestures: TextGestures,
): () => void {
  function click(event: MouseEvent): void {
    const isAsked = event.ctrlKey || event.metaKey || event.button === 1
    const url = readLinkUrl(editor, event.target) ?? (isAsked ? readBareUrl(event) : null)
    if (url === null) return
    // Without a window to open in, Electron would ask for one; links are opened by the system, and only when asked.
    event.preventDefault()
    if (isAsked || !editor.isEditable()) gestures.openLink(url)
    else afterSelection(() => (hasSelectedText(editor) ? undefined : gestures.showLink()))
  }
  function handOff(): void {
    afterSelection(() => (hasSelectedText(editor) ? gestures.showBar() : undefined))
  }
  function handOn(): void {
    // Wherever the hand is lifted: a selection may be drawn out of the text.
    root.ownerDocument.addEventListener('pointerup', handOff, { once: true })
  }
  function keyUp(event: KeyboardEvent): void {
    if (event.key === 'Shift') handOff()
  }
  root.addEventListener('click', click)
  root.addEventListener('auxclick', click)
  root.addEventListener('pointerdown', handOn)
  root.addEventListener('keyup', keyUp)
  return mergeRegister(() => {
    root.removeEventListener('click', click)
    root.removeEventListener('auxclick', click)
    root.removeEventListener('pointerdown', handOn)
    root.removeEventListener('keyup', keyUp)
    root.ownerDocument.removeEventListener('pointerup', handOff)
  }, editor.registerUpdateListener(gestures.afterUpdate))
}

/** The browser tells the editor of a new selection after the click that made it: in the next frame it knows. */
function afterSelection(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act))
}

/** True when the selection holds more than a caret, in a text that can be edited. */
export function hasSelectedText(editor: LexicalEditor): boolean {
  return editor.getEditorState().read(() => {
    const selection = $getSelection()
    return $isRangeSelection(selection) && !selection.isCollapsed() && editor.isEditable()
  })
}

/** Address of the link an element is in, as written; null outside of links. */
export function readLinkUrl(editor: LexicalEditor, target: EventTarget | null): string | null {
  if (!(target instanceof Element) || target.closest('a') === null) return null
  return editor.read(() => {
    const node = $getNearestNodeFromDOMNode(target)
    const link = node === null ? null : $findMatchingParent(node, $isEntryLinkNode)
    return link?.getURL() ?? null
  })
}

/** The address that stands in the text as it is, under the pointer: Markdown links it though nothing marks it up. */
function readBareUrl(event: MouseEvent): string | null {
  const range = document.caretRangeFromPoint(event.clientX, event.clientY)
  const text =
    range?.startContainer.nodeType === Node.TEXT_NODE ? (range.startContainer.textContent ?? '') : ''
  return findBareUrl(text, range?.startOffset ?? 0)
}
