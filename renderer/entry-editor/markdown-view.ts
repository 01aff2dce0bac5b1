import { defaultKeymap, history, historyKeymap, indentWithTab, isolateHistory } from '@codemirror/commands'
import { markdown, markdownLanguage } from '@codemirror/lang-markdown'
import { search, searchKeymap } from '@codemirror/search'
import {
  Annotation,
  Compartment,
  EditorState,
  StateEffect,
  StateField,
  type Extension,
} from '@codemirror/state'
import {
  Decoration,
  drawSelection,
  EditorView,
  highlightSpecialChars,
  keymap,
  type DecorationSet,
  type ViewUpdate,
} from '@codemirror/view'
import { planTick, type TickStyle } from '../../shared/actions/tick-action.ts'
import type { DropPoint, EntryPlace, EntryView } from './entry-view.ts'
import { findTextChanges } from './text-changes.ts'
import { frontMatterSyntax } from './front-matter-syntax.ts'
import {
  documentOffset,
  gatherLineEndings,
  keepLineEndings,
  readSource,
  setLineEndings,
  sourceOffset,
} from './line-endings.ts'
import { createMarkdownCompletion } from './markdown-completion.ts'
import { markdownTheme } from './markdown-theme.ts'

/** What the Markdown view needs from its surroundings. */
export interface MarkdownViewOptions {
  readonly host: HTMLElement
  /** The entry's whole text, byte order mark and front matter included. */
  readonly text: string
  readonly isEditable: boolean
  readonly onEdited: () => void
  readonly onFocusChange: (hasFocus: boolean) => void
  readonly tickStyle: () => TickStyle
}

/** How long a revealed line stays marked: long enough to be found by the eye, gone before it is in the way. */
const REVEALED_MS = 1400

/** Changes that did not come from the user: nobody is told of them. */
const fromOutside = Annotation.define<true>()
const setRevealed = StateEffect.define<number | null>()

const revealedLine = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes)
    for (const effect of transaction.effects) {
      if (!effect.is(setRevealed)) continue
      next = effect.value === null ? Decoration.none : markLine(transaction.newDoc.lineAt(effect.value).from)
    }
    return next
  },
  provide: (field) => EditorView.decorations.from(field),
})

function markLine(from: number): DecorationSet {
  return Decoration.set(Decoration.line({ class: 'cm-revealed' }).range(from))
}

function editing(isEditable: boolean): Extension {
  return [EditorState.readOnly.of(!isEditable), EditorView.editable.of(isEditable)]
}

function createState(
  options: MarkdownViewOptions,
  editability: Compartment,
  noteUpdate: (update: ViewUpdate) => void,
): EditorState {
  return EditorState.create({
    doc: options.text,
    extensions: [
      keepLineEndings(options.text),
      editability.of(editing(options.isEditable)),
      history(),
      drawSelection(),
      highlightSpecialChars(),
      EditorView.lineWrapping,
      EditorState.allowMultipleSelections.of(true),
      markdown({ base: markdownLanguage, extensions: frontMatterSyntax, completeHTMLTags: false }),
      search({ top: true }),
      revealedLine,
      markdownTheme,
      keymap.of([...searchKeymap, ...historyKeymap, indentWithTab, ...defaultKeymap]),
      EditorView.contentAttributes.of({
        'aria-label': 'Entry as Markdown',
        spellcheck: 'true',
        // A read-only source is scrolled by keys as well.
        tabindex: '0',
      }),
      EditorView.updateListener.of((update) => {
        noteUpdate(update)
        const isOurs = update.transactions.every(
          (transaction) => transaction.annotation(fromOutside) === true,
        )
        if (update.docChanged && !isOurs) options.onEdited()
        if (update.focusChanged) options.onFocusChange(update.view.hasFocus)
      }),
    ],
  })
}

/**
 * Shows an entry as Markdown source in `host`, with every byte kept: line endings one by one, NUL, byte order mark.
 *
 * `host` becomes the host of an open shadow root (see `markdown-theme.ts`); dispose it together with the view.
 */
export function createMarkdownView(options: MarkdownViewOptions): EntryView {
  const editability = new Compartment()
  const completion = createMarkdownCompletion(() => view)
  const root = options.host.shadowRoot ?? options.host.attachShadow({ mode: 'open' })
  const view = new EditorView({
    state: createState(options, editability, completion.noteUpdate),
    parent: root,
    root,
  })
  let revealedTimer: ReturnType<typeof setTimeout> | undefined
  let scrollFrame = 0

  function replaceText(text: string): void {
    if (readSource(view.state) === text) return
    // Compared with line ends of one character on both sides: those are the document's own offsets.
    const lines = text.replace(/\r\n?/g, '\n')
    view.dispatch({
      changes: [...findTextChanges(view.state.doc.toString(), lines)],
      effects: setLineEndings.of(gatherLineEndings(text)),
      annotations: [fromOutside.of(true), isolateHistory.of('full')],
    })
  }
  function reveal(offset: number): void {
    const at = documentOffset(view.state, offset)
    clearTimeout(revealedTimer)
    view.dispatch({
      selection: { anchor: at },
      effects: [EditorView.scrollIntoView(at, { y: 'center' }), setRevealed.of(at)],
    })
    revealedTimer = setTimeout(() => view.dispatch({ effects: setRevealed.of(null) }), REVEALED_MS)
    view.focus()
  }
  function setBox(itemNumber: number, text: string, box: ' ' | 'x'): boolean {
    const wish = { ...options.tickStyle(), box }
    const splices = planTick(readSource(view.state), { itemNumber, text }, wish)
    if (splices === null) return false
    const changes = splices.map((splice) => ({
      from: documentOffset(view.state, splice.from),
      to: documentOffset(view.state, splice.to),
      insert: splice.text,
    }))
    view.dispatch({ changes, annotations: isolateHistory.of('full') })
    return true
  }
  function insertMarkdown(text: string, drop?: DropPoint): void {
    const at = drop === undefined ? null : view.posAtCoords({ x: drop.clientX, y: drop.clientY }, false)
    if (at !== null) view.dispatch({ selection: { anchor: at } })
    view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true, userEvent: 'input.paste' })
    view.focus()
  }
  function restorePlace(place: EntryPlace): void {
    const at = documentOffset(view.state, place.offset)
    view.dispatch({ selection: { anchor: at } })
    if (place.hasFocus) view.focus()
    // In the frame in which the new view is first laid out: before, its heights are guesses, and scrolling to one
    // makes it measure again and again.
    scrollFrame = requestAnimationFrame(() => {
      view.dispatch({ effects: EditorView.scrollIntoView(at, { y: 'center' }) })
    })
  }

  return {
    editor: null,
    completion: completion.port,
    readText: () => ({ text: readSource(view.state), refused: [] }),
    readTextAside: async () => ({ text: readSource(view.state), refused: [] }),
    readTextToCarry: () => readSource(view.state),
    replaceText,
    reveal,
    insertMarkdown,
    setBox,
    focus: () => view.focus(),
    setEditable: (isEditable) => view.dispatch({ effects: editability.reconfigure(editing(isEditable)) }),
    readPlace() {
      const { head } = view.state.selection.main
      // A caret at the very start that nobody put there is none.
      return head === 0 && !view.hasFocus
        ? null
        : { offset: sourceOffset(view.state, head), hasFocus: view.hasFocus }
    },
    restorePlace,
    dispose() {
      clearTimeout(revealedTimer)
      cancelAnimationFrame(scrollFrame)
      view.destroy()
    },
  }
}
