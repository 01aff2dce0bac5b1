import type { ResourcePlace } from '../../shared/contract/facts.ts'

/** The place that says most of a resource, its own line before a sentence: the one that more is written to. */
export function bestPlace(places: readonly ResourcePlace[]): ResourcePlace | undefined {
  const weigh = ({ authors, month, isMustRead, status, notes, isCard }: ResourcePlace): number =>
    (isCard ? 8 : 0) +
    authors.length +
    (month === null ? 0 : 1) +
    (isMustRead ? 1 : 0) +
    (status === null ? 0 : 2) +
    notes.length
  return places.toSorted((one, other) => weigh(other) - weigh(one))[0]
}
