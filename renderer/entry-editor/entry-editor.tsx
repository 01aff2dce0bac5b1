import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useInsertionEffect,
  useRef,
  useState,
  type ReactNode,
  type Ref,
} from 'react'
import type { BackgroundSaver, SessionText } from '../../editor/entry-session.ts'
import type { TickStyle } from '../../shared/actions/tick-action.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { RefusedBlock } from '../../shared/markdown/save-outcome.ts'
import type { EntryPlace, EntryView } from './entry-view.ts'
import { completePastedAddress, type DescribeAddress } from './complete-pasted-address.ts'
import type { SuggestLinks } from './completion.ts'
import { LinkCompletion } from './link-completion.tsx'
import { EntryOverlays } from './entry-overlays.tsx'
import { loadedMarkdownView } from './load-markdown-view.ts'
import { takeLinkDrops } from './take-link-drops.ts'
import { createTextView, type TextViewOptions } from './text-view.ts'
import './entry-editor.css'
import './entry-prose.css'
import './entry-pieces.css'

export interface EntryEditorProps {
  /** Another path is another session. */
  readonly path: EntryPath
  /** The entry's whole text as loaded; looked at only when `path` or `loadNumber` change. */
  readonly text: string
  /** Grows when the text must be loaded anew from scratch. */
  readonly loadNumber: number
  /** Markdown only when it is loaded: see `useReadyMode`. */
  readonly mode: 'text' | 'markdown'
  readonly isEditable: boolean
  /** The day line and the title: stands above the prose and scrolls with it. */
  readonly header: ReactNode
  /** Address of a picture of the journal, for the target as written in the entry. */
  readonly pictureUrl: (target: string) => string
  /** Cheap; called on every change of content by the user. */
  readonly onEdited: () => void
  readonly onOpenLink: (url: string) => void
  /** A wiki link was opened: its target as written. */
  readonly onOpenEntry: (target: string) => void
  /** Something of the app was dropped here (`draggedLinkType`): what to write there, or null for nothing. */
  readonly markdownOfDrag?: (dragged: string) => string | null
  /** Links that a beginning (`[[`, `@`) may mean. */
  readonly suggestLinks?: SuggestLinks
  /** What is known of an address that was pasted, as a link. */
  readonly describeAddress?: DescribeAddress
  readonly onFocusChange?: (hasFocus: boolean) => void
  /** What a tick writes beside the character in the box. */
  readonly tickStyle: () => TickStyle
  /** Works out the saves of long entries; looked at when the text is loaded. */
  readonly saver?: BackgroundSaver | undefined
  readonly ref: Ref<EntryEditorHandle>
}

export interface EntryEditorHandle {
  readText(): { text: string; refused: readonly RefusedBlock[] }
  /** The same of this moment, worked out where a long text does not hold up the window. */
  readTextAside(): Promise<SessionText>
  /** The text with every word of the author in it, also those that could not be saved: for when the editor goes. */
  readTextToCarry(): string
  /** External change to a clean entry: caret and scroll are kept, `onEdited` stays silent. */
  replaceText(text: string): void
  /** Scrolls to an offset of the current text (UTF-16 code units), caret there, marked for a moment. */
  reveal(offset: number): void
  /** Puts inline Markdown, a link say, at the caret. */
  insertMarkdown(markdown: string): void
  setBox(itemNumber: number, text: string, box: ' ' | 'x'): boolean
  focus(): void
  /** Offset of the caret in the current text (UTF-16 code units); null without one. */
  readCaret(): number | null
}

/** The view on the screen, and the element it is in. */
interface ShownView {
  readonly host: HTMLElement
  readonly view: EntryView
}

/** What a view that goes leaves for the view that comes: text and place of the same load, in the other mode. */
interface CarriedText {
  readonly path: EntryPath
  readonly loadNumber: number
  readonly text: string
  /** Null when there was no caret: nothing to go back to. */
  readonly place: EntryPlace | null
}

/**
 * One entry on the screen, as rich text or as Markdown, with its header in one scrolling sheet.
 *
 * React renders the frame; the text belongs to the view (Lexical or CodeMirror), and no key stroke passes through
 * React. Switching the mode hands the text from one view to the other and reports no edit.
 */
export function EntryEditor(props: EntryEditorProps): ReactNode {
  const { path, loadNumber, mode, isEditable, header, ref } = props
  const pageRef = useRef<HTMLDivElement>(null)
  const viewRef = useRef<EntryView | null>(null)
  const carriedRef = useRef<CarriedText | null>(null)
  const [shown, setShown] = useState<ShownView | null>(null)
  // Read by listeners and when a view is made. `text` too: it belongs to `loadNumber`, lags behind what was typed, and
  // must not start the session again when it changes alone. An insertion effect, because the view is made when its
  // element is attached, before any other effect runs.
  const latest = useRef(props)
  useInsertionEffect(() => {
    latest.current = props
  })

  // The element's own ref makes and ends the view: it lets go while the element is still on the page and has the focus.
  const mountView = useCallback(
    (host: HTMLDivElement) => {
      const carried = carriedRef.current
      const isCarried = carried?.path === path && carried.loadNumber === loadNumber
      const options = {
        host,
        text: isCarried ? carried.text : latest.current.text,
        isEditable: latest.current.isEditable,
        onEdited: () => latest.current.onEdited(),
        onFocusChange: (hasFocus: boolean) => latest.current.onFocusChange?.(hasFocus),
        tickStyle: () => latest.current.tickStyle(),
        saver: latest.current.saver,
      }
      // Before the text is there: scrolling lays out the page, and a long text would be laid out twice.
      if (!isCarried) pageRef.current?.scrollTo(0, 0)
      const view = createView(mode, options)
      if (isCarried && carried.place !== null) view.restorePlace(carried.place)
      viewRef.current = view
      setShown({ host, view })
      const stopDrops = takeLinkDrops(host, view, (dragged) =>
        latest.current.isEditable ? (latest.current.markdownOfDrag?.(dragged) ?? null) : null,
      )
      const stopPastes = completePastedAddress(
        host,
        view.completion,
        async (address) => (await latest.current.describeAddress?.(address)) ?? null,
      )
      return () => {
        stopPastes()
        stopDrops()
        carriedRef.current = { path, loadNumber, text: view.readTextToCarry(), place: view.readPlace() }
        viewRef.current = null
        setShown(null)
        view.dispose()
      }
    },
    [path, loadNumber, mode],
  )

  useEffect(() => viewRef.current?.setEditable(isEditable), [isEditable])

  useImperativeHandle(ref, () => createHandle(viewRef), [])

  const openLink = useCallback((url: string) => latest.current.onOpenLink(url), [])
  const openEntry = useCallback((target: string) => latest.current.onOpenEntry(target), [])
  const suggest = useCallback<SuggestLinks>(
    async (trigger) => (await latest.current.suggestLinks?.(trigger)) ?? [],
    [],
  )
  const editor = shown?.view.editor ?? null
  // Stable, whatever the window hands in: a new function on each of its renders would draw every picture again.
  const pictureUrl = useCallback((target: string) => latest.current.pictureUrl(target), [])

  return (
    <div className="entry-page" ref={pageRef}>
      <article className="entry-sheet">
        {header}
        <div
          key={`${mode} ${loadNumber} ${path}`}
          ref={mountView}
          className={mode === 'text' ? 'entry-prose' : 'entry-markdown'}
        />
        {shown === null || !isEditable ? null : (
          <LinkCompletion host={shown.host} port={shown.view.completion} suggest={suggest} />
        )}
        {editor === null ? null : (
          <EntryOverlays editor={editor} pictureUrl={pictureUrl} openLink={openLink} openEntry={openEntry} />
        )}
      </article>
    </div>
  )
}

function createView(mode: 'text' | 'markdown', options: TextViewOptions): EntryView {
  if (mode === 'text') return createTextView(options)
  const createMarkdownView = loadedMarkdownView()
  if (createMarkdownView === null) throw new Error('Markdown mode was asked for before it was loaded.')
  return createMarkdownView(options)
}

function createHandle(viewRef: { readonly current: EntryView | null }): EntryEditorHandle {
  function view(): EntryView {
    if (viewRef.current === null) throw new Error('The entry editor is not mounted.')
    return viewRef.current
  }
  return {
    readText: () => view().readText(),
    readTextAside: () => view().readTextAside(),
    readTextToCarry: () => view().readTextToCarry(),
    replaceText: (text) => view().replaceText(text),
    reveal: (offset) => view().reveal(offset),
    insertMarkdown: (markdown) => view().insertMarkdown(markdown),
    setBox: (itemNumber, text, box) => view().setBox(itemNumber, text, box),
    focus: () => view().focus(),
    readCaret: () => view().readPlace()?.offset ?? null,
  }
}
