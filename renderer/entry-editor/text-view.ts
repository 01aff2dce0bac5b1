import {
  $createRangeSelectionFromDom,
  $getSelection,
  $setSelection,
  BLUR_COMMAND,
  COMMAND_PRIORITY_LOW,
  FOCUS_COMMAND,
  mergeRegister,
  SKIP_SCROLL_INTO_VIEW_TAG,
  type LexicalEditor,
} from 'lexical'
import { createEntrySession } from '../../editor/create-entry-session.ts'
import type { BackgroundSaver } from '../../editor/entry-session.ts'
import type { TickStyle } from '../../shared/actions/tick-action.ts'
import type { DropPoint, EntryView } from './entry-view.ts'
import { focusNow } from './focus-editor.ts'
import { drawAddresses } from './mark-addresses.ts'
import { createTextCompletion } from './text-completion.ts'
import { answerForSelection } from './own-selection.ts'
import { markForAMoment, scrollToElement } from './reveal-element.ts'

/** What the rich-text view needs from its surroundings. */
export interface TextViewOptions {
  /** Becomes the editable root; its children belong to Lexical. */
  readonly host: HTMLElement
  /** The entry's whole text, byte order mark and front matter included. */
  readonly text: string
  readonly isEditable: boolean
  readonly onEdited: () => void
  readonly onFocusChange: (hasFocus: boolean) => void
  readonly saver?: BackgroundSaver | undefined
  readonly tickStyle: () => TickStyle
}

/** Mounts an entry session on `host` as an editable text box. */
export function createTextView(options: TextViewOptions): EntryView {
  const { host } = options
  const session = createEntrySession({
    text: options.text,
    isEditable: options.isEditable,
    onEdited: options.onEdited,
    tickStyle: options.tickStyle,
    ...(options.saver && { saver: options.saver }),
  })
  const { editor } = session
  makeTextBox(host, options.isEditable)
  answerForSelection(host)
  const unregister = mergeRegister(
    editor.registerCommand(FOCUS_COMMAND, () => tell(true), COMMAND_PRIORITY_LOW),
    editor.registerCommand(BLUR_COMMAND, () => tell(false), COMMAND_PRIORITY_LOW),
    editor.registerEditableListener((isEditable) => {
      makeTextBox(host, isEditable)
    }),
    keepCaretOnFocus(editor, host),
  )
  function tell(hasFocus: boolean): false {
    options.onFocusChange(hasFocus)
    return false
  }
  editor.setRootElement(host)
  const undraw = drawAddresses(editor)

  function replaceText(text: string): void {
    // Lexical scrolls to the caret after an update; the reader may be looking at another place.
    const page = host.closest('.entry-page')
    const scrollTop = page?.scrollTop ?? 0
    session.replaceText(text)
    page?.scrollTo(0, scrollTop)
  }
  function reveal(offset: number): void {
    const element = goTo(offset)
    if (element !== null) markForAMoment(element)
    focus()
  }
  function goTo(offset: number): HTMLElement | null {
    const key = session.reveal(offset)
    const element = key === null ? null : editor.getElementByKey(key)
    // Front matter is not in the text: what it says stands above, the title and the day.
    if (element === null) host.closest('.entry-page')?.scrollTo(0, 0)
    else scrollToElement(element)
    return element
  }
  function focus(): void {
    focusNow(editor)
  }

  return {
    editor,
    completion: createTextCompletion(editor, (markdown) => session.insertMarkdown(markdown)),
    readText: () => session.readText(),
    readTextAside: () => session.readTextAside(),
    readTextToCarry: () => session.readTextWithRefused(),
    replaceText,
    reveal,
    insertMarkdown(markdown, drop) {
      if (drop !== undefined) selectPoint(editor, host.ownerDocument, drop)
      session.insertMarkdown(markdown)
      focus()
    },
    setBox: (itemNumber, text, box) => session.setBox(itemNumber, text, box),
    focus,
    setEditable: (isEditable) => editor.setEditable(isEditable),
    readPlace() {
      const offset = session.readCaret()
      return offset === null ? null : { offset, hasFocus: host.contains(host.ownerDocument.activeElement) }
    },
    restorePlace(place) {
      goTo(place.offset)
      if (place.hasFocus) focus()
    },
    dispose() {
      undraw()
      unregister()
      editor.setRootElement(null)
      session.dispose()
    },
  }
}

/** Puts the caret where the pointer is; where there is no text, it stays. */
function selectPoint(editor: LexicalEditor, page: Document, { clientX, clientY }: DropPoint): void {
  const range = page.caretRangeFromPoint(clientX, clientY)
  const browserSelection = page.getSelection()
  if (range === null || browserSelection === null || !editor.getRootElement()?.contains(range.startContainer))
    return
  browserSelection.setBaseAndExtent(
    range.startContainer,
    range.startOffset,
    range.startContainer,
    range.startOffset,
  )
  editor.update(
    () => {
      const selection = $createRangeSelectionFromDom(browserSelection, editor)
      if (selection !== null) $setSelection(selection)
    },
    { discrete: true },
  )
}

/**
 * Puts the caret back where it was when the focus comes back without a click.
 *
 * Scenario: Rename is opened while one writes, and closed again. It gives the focus back to the element, the browser
 * puts the caret at its start, and the next word would go there.
 */
function keepCaretOnFocus(editor: LexicalEditor, host: HTMLElement): () => void {
  let isPointed = false
  function pointed(event: Event): void {
    isPointed = event.type === 'pointerdown'
  }
  function focused(): void {
    if (isPointed) return
    editor.update(
      () => {
        const selection = $getSelection()
        if (selection !== null) $setSelection(selection.clone())
      },
      { tag: SKIP_SCROLL_INTO_VIEW_TAG },
    )
  }
  const ends = ['pointerdown', 'pointerup', 'pointercancel']
  for (const type of ends) host.ownerDocument.addEventListener(type, pointed, true)
  host.addEventListener('focus', focused)
  return () => {
    for (const type of ends) host.ownerDocument.removeEventListener(type, pointed, true)
    host.removeEventListener('focus', focused)
  }
}

/** Names the editable root to assistive technology; set here, because Lexical and not React owns the element. */
function makeTextBox(host: HTMLElement, isEditable: boolean): void {
  host.contentEditable = String(isEditable)
  host.spellcheck = true
  host.setAttribute('role', 'textbox')
  host.setAttribute('aria-multiline', 'true')
  host.setAttribute('aria-label', 'Entry')
  host.setAttribute('aria-placeholder', 'Begin anywhere.')
  host.setAttribute('aria-readonly', String(!isEditable))
}
