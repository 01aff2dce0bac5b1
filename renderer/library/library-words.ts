import type { DisagreementKind } from '../../shared/contract/facts.ts'
import type { ResourceStatus } from '../../shared/entry/summary.ts'
import { readableAddress } from '../../shared/resources/line-links.ts'
import { shownHost } from '../../shared/resources/shown-host.ts'
import { shortMonth } from '../state/days.ts'
import type { LibraryNarrowing } from '../state/library.ts'

export const statusNames: Readonly<Record<ResourceStatus, string>> = {
  'to-read': 'To read',
  reading: 'Reading',
  used: 'Used',
  dropped: 'Dropped',
}

/** How full the dot before a status is. */
export const statusMarks: Readonly<Record<ResourceStatus, string>> = {
  'to-read': '',
  reading: 'half',
  used: 'full',
  dropped: 'off',
}

export const narrowingNames: Readonly<Record<LibraryNarrowing, string>> = {
  author: 'Author',
  tag: 'Tag',
  site: 'Site',
  month: 'Month',
  entry: 'Entry',
}

/** `lesswrong.com` of an address, as sent; a local file has none. */
export function hostOf(url: string): string {
  return shownHost(url).encoded
}

/** An address for reading; the beginning of one that carries its content. */
export function addressInWords(url: string): string {
  const text = readableAddress(url)
  return text.length > 200 ? `${text.slice(0, 200)}…` : text
}

/** `Ann Lee +1`. */
export function authorsInWords(authors: readonly string[]): string {
  const [first = ''] = authors
  return authors.length > 1 ? `${first} +${authors.length - 1}` : first
}

export const disagreementNames: Readonly<Record<DisagreementKind, string>> = {
  'same-title': 'Perhaps one thing under two addresses',
  address: 'One page, written differently',
  title: 'Another title elsewhere',
  authors: 'Other authors elsewhere',
  month: 'Another month elsewhere',
  star: 'Must-read in one place, not in another',
}

/** What a side of a disagreement says, and the button that makes it hold everywhere. */
export function sideInWords(
  kind: DisagreementKind,
  says: string,
): { readonly says: string; readonly verb: string } {
  if (kind === 'star')
    return says === '' ? { says: 'No star', verb: 'Star none' } : { says: 'Must-read', verb: 'Star all' }
  if (kind === 'same-title') return { says: addressInWords(says), verb: 'Use this address' }
  // What differs can be all that a reader is spared elsewhere: `www.`, a last slash.
  return { says: kind === 'month' ? shortMonth(says) : says, verb: 'Use this' }
}
