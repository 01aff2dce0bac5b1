import type { MarkedText, SearchHit } from '../contract/search.ts'
import type { GatheredResource } from './gather-uses.ts'
import type { Marker } from './mark-text.ts'
import type { Candidate } from './match-items.ts'

type ResourcePart = Pick<SearchHit, 'passages' | 'where' | 'date' | 'isMustRead' | 'key' | 'uses'>

/**
 * Why a resource answers, and what all its uses say of it.
 *
 * @param day of the entry, for resources without a month of their own.
 */
export function describeResource(
  candidate: Candidate,
  resource: GatheredResource | undefined,
  marker: Marker,
  key: string,
  day: string | null,
): ResourcePart {
  const authors = resource?.authors ?? []
  const notes = resource?.notes ?? []
  const shared = {
    key,
    date: resource?.month ?? day,
    isMustRead: resource?.isMustRead ?? false,
    uses: resource?.uses ?? 1,
  }
  const byAuthors = authors.length > 0 ? marker.mark(authors.join(', ')) : null
  const missing = candidate.covered & ~candidate.own
  if (missing === 0) {
    const passage = byAuthors ?? (notes[0] === undefined ? null : marker.mark(notes[0]))
    return { ...shared, where: 'title', passages: listed(passage) }
  }
  if (authors.some((text) => (marker.wordsIn(text) & missing) !== 0)) {
    return { ...shared, where: 'author', passages: listed(byAuthors) }
  }
  const note = notes.find((text) => (marker.wordsIn(text) & missing) !== 0)
  if (note !== undefined) return { ...shared, where: 'how I use it', passages: listed(marker.mark(note)) }
  return {
    ...shared,
    where: 'address',
    passages: listed(marker.mark((resource?.address ?? key).replace(/^https?:\/\//, ''))),
  }
}

/** What stands beside a link: it has no place of its own to go to. */
function listed(text: MarkedText | null): SearchHit['passages'] {
  return text === null ? [] : [{ ...text, from: null }]
}
