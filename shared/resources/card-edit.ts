import type { Splice } from '../contract/edits.ts'
import { sourceSpan } from '../entry/leaf-lines.ts'
import type { LinkCard } from './link-card.ts'
import type { LinkPlace, ReadLink } from './read-links.ts'

/** A card to be written, with everything that says how. */
export interface CardEdit {
  readonly text: string
  readonly links: readonly ReadLink[]
  readonly link: ReadLink
  readonly place: LinkPlace
  readonly before: LinkCard
  readonly after: LinkCard
}

/** Behind the last character of the link's line that is no space: spaces at its end can be a line break. */
export function endOfLine({ text, link, place }: Pick<CardEdit, 'text' | 'link' | 'place'>): number {
  const { line } = place
  const end = Math.max(sourceSpan(line, 0, Math.max(1, line.text.trimEnd().length)).to, link.use.span.to)
  let at = end
  // A closing of the last link, or of marks, stands behind the last letter.
  while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1
  while (at > end && /\s/.test(text[at - 1]!)) at -= 1
  return at
}

export function insertAt(at: number, text: string): Splice {
  return { from: at, to: at, text }
}

/** Words as Markdown that means them: only what could be read as a sign gets a backslash. */
export function escapeText(words: string): string {
  return words.replace(/[\\`*_[\]<~$]/g, (sign) => `\\${sign}`)
}
