import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { OutcomeMessage, SaveMessage } from '../../shared/markdown/save/save-message.ts'
import type { ReadingRules } from '../state/journal-memory.ts'
import type { EntryReading } from '../state/read-entry.ts'

/** A text, or the name of one that the thread has: a base, or what its last save gave. */
export type NamedText = string | { readonly base: number; readonly which: 'opened' | 'saved' }

/** What the window asks of its background thread. Texts have numbers there, given by the window. */
export type BackgroundRequest =
  /** Parses a text and keeps it as a base for saves. */
  | { readonly kind: 'open'; readonly base: number; readonly text: string }
  /** `nodeCount`: of the base as the window parsed it, to be sure that both mean the same. */
  | { readonly kind: 'save'; readonly base: number; readonly nodeCount: number; readonly blocks: SaveMessage }
  | { readonly kind: 'close'; readonly base: number }
  | {
      readonly kind: 'read'
      readonly path: EntryPath
      readonly text: NamedText
      readonly openedText: NamedText
      readonly rules: ReadingRules
    }

/** What each request is answered with. */
export interface BackgroundAnswers {
  readonly open: null
  readonly save: OutcomeMessage
  readonly close: null
  readonly read: EntryReading
}

export interface SentRequest {
  readonly id: number
  readonly request: BackgroundRequest
}

/** An answer, or what was thrown. */
export type SentAnswer =
  | { readonly id: number; readonly value: BackgroundAnswers[BackgroundRequest['kind']] }
  | { readonly id: number; readonly failure: string }
