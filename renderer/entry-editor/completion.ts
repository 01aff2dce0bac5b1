import type { LinkTrigger } from '../../shared/links/link-trigger.ts'
import type { Anchor } from './floating-panel.tsx'

/** Something that a link which is being typed may mean. */
export interface LinkSuggestion {
  readonly key: string
  readonly kind: 'entry' | 'heading' | 'person'
  readonly label: string
  /** Where it is, or what it is: a path, a date. */
  readonly detail: string
  /** The link as it will be written. */
  readonly markdown: string
}

/** Looks up what a trigger may mean, best first. */
export type SuggestLinks = (trigger: LinkTrigger) => Promise<readonly LinkSuggestion[]>

/** What completion needs of a view of the text, rich or Markdown. */
export interface CompletionPort {
  /** The line up to the caret; null with a selection, in code, in front matter in Markdown mode. */
  readBefore(): string | null
  /** Where the text begins that is `length` before the caret, px of the window. */
  readAnchor(length: number): Anchor | null
  /** Writes Markdown in place of so much text before the caret, as one step that can be undone. */
  replaceBefore(length: number, markdown: string): void
  /** The caret has moved, or the text has changed (`isTyped`). Gives the undo. */
  onUpdate(listener: (isTyped: boolean) => void): () => void
}
