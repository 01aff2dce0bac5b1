import type { LeafLine } from '../entry/leaf-lines.ts'
import type { Field } from './author-names.ts'
import { introducedAuthors } from './introduced-authors.ts'
import type { LineLink } from './line-links.ts'
import { readLinkTails, type LinkTail } from './link-tail.ts'
import { findStar, withoutStars } from './stars.ts'

/** What a line says about one of its links. Places are in the text of the line, so that a field can be written back. */
export interface LinkFacts {
  readonly link: LineLink
  /** Link text without a star in it. */
  readonly title: string
  readonly authors: readonly Field[]
  /** `2025-09`, or `2025`; its place is that of the month as written, without brackets. */
  readonly month: Field | null
  /** The must-read star of the line, on its first link only. */
  readonly star: { readonly at: number; readonly end: number } | null
  /** Notes on the line itself: in brackets, after a dash or colon. */
  readonly notes: readonly Field[]
  /** Addresses of local copies in brackets behind the link. */
  readonly copies: readonly string[]
  /** The link is itself a local copy of one before it, and no resource of its own. */
  readonly isCopy: boolean
}

/**
 * Reads a line of the shape `[title](url) by author (Mon YYYY) ⭐ (notes)` and its variations: a dash for *by*,
 * several authors, an author who is a link, the year alone, the star anywhere, facts in brackets; and authors who
 * introduce a link (`Ann Lee in [title](url):`, `Ann Lee's [title](url)`).
 *
 * Notes are read only on a line that begins with its link (after a star, emoji or box): in a sentence, what stands
 * in brackets belongs to the sentence. A line that does not fit gives its links with their titles and nothing else.
 */
export function readLinkLine(line: LeafLine, links: readonly LineLink[]): readonly LinkFacts[] {
  const first = links[0]
  if (first === undefined) return []
  const isCard = beginsWithLink(line, links)
  const star = findStar(readableStars(line, links))
  const tails = readLinkTails(line, links, isCard)
  shareJoined(tails)
  return links.map((link, index) => {
    const tail = tails[index]!
    const authors =
      tail.authors.length > 0 || tail.isAuthor ? tail.authors : introducedAuthors(line.text, link)
    return {
      link,
      title: withoutStars(link.title) || link.title,
      authors,
      month: tail.month,
      star: index === 0 ? star : null,
      notes: tail.notes,
      copies: tail.copies.map(({ url }) => url),
      isCopy: tail.isCopy,
    }
  })
}

/** True when no letter or digit stands before the line's first link. */
export function beginsWithLink(line: LeafLine, links: readonly LineLink[]): boolean {
  return links.length > 0 && !/[\p{L}\p{N}]/u.test(line.text.slice(0, links[0]!.at))
}

/** The line's text for the search of stars: `:star:` inside an address is none. */
function readableStars(line: LeafLine, links: readonly LineLink[]): string {
  let text = ''
  let next = 0
  for (const link of links) {
    const linkText = line.text.slice(link.at, link.end)
    const isAddress = /^(?:https?:|www\.)/i.test(linkText)
    text += line.text.slice(next, link.at) + (isAddress ? ' '.repeat(linkText.length) : linkText)
    next = link.end
  }
  return text + line.text.slice(next)
}

/** `[A](…) & [B](…) - author`: what is said of the last holds for those joined to it. */
function shareJoined(tails: readonly LinkTail[]): void {
  for (let index = tails.length - 2; index >= 0; index--) {
    const tail = tails[index]!
    const next = tails[index + 1]!
    if (!tail.isJoined || tail.authors.length > 0) continue
    tail.authors = next.authors
    tail.month ??= next.month
  }
}
