import { $getRoot, $getState, $setState, createState, type EditorState } from 'lexical'
import type { ParsedEntry } from '../shared/markdown/tree.ts'
import type { BaseByKey } from './import-entry.ts'

/** A text as it was opened, or as it was when another took its place, and the nodes that came from it. */
export interface OpenedText {
  readonly base: ParsedEntry
  readonly bases: BaseByKey
}

/** Counts the texts that were loaded. On the root, so that undo and redo restore it together with the nodes. */
const textNumber = createState('opened-text', {
  parse: (value) => (typeof value === 'number' ? value : 0),
})

/** Texts that undo can go back to; each is a whole parsed entry. Behind the last, its words come back and no more. */
const mostKept = 20

/** Which opened text an editor state belongs to. */
export class OpenedTexts {
  private readonly byNumber = new Map<number, OpenedText>()
  private newest = 0

  keep(number: number, opened: OpenedText): void {
    this.byNumber.set(number, opened)
    this.byNumber.delete(number - mostKept)
  }

  /** From this update on the state belongs to another text, also where no node differs: its front matter does. */
  $begin(opened: OpenedText): void {
    this.newest += 1
    $setState($getRoot(), textNumber, this.newest)
    this.keep(this.newest, opened)
  }

  /** Null when it was given up. */
  find(state: EditorState): OpenedText | null {
    return this.byNumber.get(state.read(() => $getState($getRoot(), textNumber))) ?? null
  }
}
