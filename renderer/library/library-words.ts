import type { ResourceStatus } from '../../shared/entry/summary.ts'

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
  dropped: '',
}

/** `lesswrong.com` of an address; a local file has none. */
export function hostOf(url: string): string {
  return /^[a-z]+:\/\/(?:www\.)?([^/?#]+)/i.exec(url)?.[1] ?? ''
}

/** `Ann Lee +1`. */
export function authorsInWords(authors: readonly string[]): string {
  const [first = ''] = authors
  return authors.length > 1 ? `${first} +${authors.length - 1}` : first
}
