import type { LexicalEditor } from 'lexical'
import type { CompletionPort } from './completion.ts'
import type { SessionText } from '../../editor/entry-session.ts'

/** Where the reader is in an entry: enough to come back to the same place in the other mode. */
export interface EntryPlace {
  /** Offset of the caret in the entry's text, UTF-16 code units. */
  readonly offset: number
  readonly hasFocus: boolean
}

/** Where something was dropped, in px of the window. */
export interface DropPoint {
  readonly clientX: number
  readonly clientY: number
}

/** One way of showing an entry on the screen. `EntryEditor` holds exactly one at a time. */
export interface EntryView {
  /** What React draws around and over; null in Markdown mode. */
  readonly editor: LexicalEditor | null
  /** For suggesting links while one is typed. */
  readonly completion: CompletionPort
  readText(): SessionText
  /** The same, worked out where it does not hold up the window. */
  readTextAside(): Promise<SessionText>
  /** The text for the other mode: no word of the author is left out, even where it could not be saved. */
  readTextToCarry(): string
  /** Another program changed the file: only what differs is replaced, caret and scroll stay, nobody is told. */
  replaceText(text: string): void
  /** Scrolls to an offset of the text that `readText()` gives, puts the caret there and marks it for a moment. */
  reveal(offset: number): void
  /** Puts inline Markdown in place of the selection, or where a drop came down; the caret is behind it. */
  insertMarkdown(markdown: string, drop?: DropPoint): void
  setBox(itemNumber: number, text: string, box: ' ' | 'x'): boolean
  focus(): void
  setEditable(isEditable: boolean): void
  /** Null without a caret. */
  readPlace(): EntryPlace | null
  /** Goes back to a place without the highlight of `reveal`. */
  restorePlace(place: EntryPlace): void
  dispose(): void
}
