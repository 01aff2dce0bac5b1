import type { LexicalEditor } from 'lexical'
import type { TickStyle } from '../shared/actions/tick-action.ts'
import type { KnownChange, RefusedBlock, SaveOutcome } from '../shared/markdown/save-outcome.ts'
import type { Block, ParsedEntry } from '../shared/markdown/tree.ts'

/** What a session needs to know from its surroundings. */
export interface EntrySessionOptions {
  /** The entry's whole text, front matter and byte order mark included. */
  readonly text: string
  readonly isEditable: boolean
  /** Called after every update in which the user changed content; does no parsing, serialises nothing. */
  readonly onEdited: () => void
  /** What a tick writes beside the character in the box, asked at each tick; without it nothing. */
  readonly tickStyle?: () => TickStyle
  /** Works out the saves of long entries; without one they are worked out at once. */
  readonly saver?: BackgroundSaver
  /** The clock that decides which keystrokes are one undo step, in ms; `Date.now` without one. */
  readonly nowMs?: () => number
}

/**
 * Works out saves on another thread, where each base is parsed once more. A save is a pure function of what is handed
 * in, so it does not matter where it runs.
 */
export interface BackgroundSaver {
  /** Gets ready for saves of this base. */
  open(base: ParsedEntry): void
  /** Always answers, if need be by working it out here. */
  save(base: ParsedEntry, intended: readonly Block[]): Promise<SaveOutcome>
  /** There will be no more saves of this base. */
  close(base: ParsedEntry): void
}

/** What the current state is as text. `text` keeps the old source of refused blocks. */
export interface SessionText {
  readonly text: string
  readonly refused: readonly RefusedBlock[]
  /** See `SaveOutcome`. */
  readonly change?: KnownChange
}

/**
 * One open entry in the rich-text editor: Lexical, the parsed base, and the map between the two.
 *
 * The base changes only on `replaceText`, and back when that is undone; `readText` is a pure function of base and editor state.
 */
export interface EntrySession {
  readonly editor: LexicalEditor
  readText(): SessionText
  /** The same of the state at the moment of the call; for a long entry worked out by the saver. */
  readTextAside(): Promise<SessionText>
  /** The text for Markdown mode: as `readText`, with the words of refused blocks written in. */
  readTextWithRefused(): string
  /** Another program changed the file: replaces the blocks that differ, keeps the caret, one undo step, no `onEdited`. */
  replaceText(text: string): void
  /**
   * Puts the caret at an offset of the text that `readText()` gives now, and gives the key of the Lexical node that
   * holds it, so that the view can scroll there; null when the offset is in the front matter.
   */
  reveal(offset: number): string | null
  /** Offset of the caret in the text that `readText()` gives now; null without a caret. The other way of `reveal`. */
  readCaret(): number | null
  /** Puts a piece of inline Markdown, a link say, in place of the selection; at the end of the text without one. */
  insertMarkdown(markdown: string): void
  /**
   * Sets the box of the item with this number, when its plain text is `text`, with all that a tick writes: one undo step.
   * False when they no longer agree.
   */
  setBox(itemNumber: number, text: string, box: ' ' | 'x'): boolean
  dispose(): void
}
