import { resourceLinkSource } from '../entry/link-source.ts'
import { readableAddress } from './line-links.ts'
import { writeMonth } from './written-month.ts'

/** What the journal says of an address elsewhere. */
export interface KnownLink {
  readonly title: string
  readonly authors: readonly string[]
  /** `2025-09` or `2025`. */
  readonly month: string | null
}

/**
 * A link with what is known of it, in the form that is read again: `[title](url) by Ann Lee and Bo (Sep 2025)`. Null
 * when no more than the address is known.
 */
export function writeKnownLink(url: string, { title, authors, month }: KnownLink): string | null {
  if (title.trim() === '' || readableAddress(title) === readableAddress(url)) return null
  const who = authors.length === 0 ? '' : ` by ${nameAuthors(authors)}`
  const when = month === null ? '' : ` (${writeMonth(month, 'Sep 2025')})`
  return `${resourceLinkSource(title, url)}${who}${when}`
}

function nameAuthors(authors: readonly string[]): string {
  const last = authors.at(-1) ?? ''
  return authors.length === 1 ? last : `${authors.slice(0, -1).join(', ')} and ${last}`
}
