import { itemCountOf, type Segment } from './segment.ts'

/**
 * In which items each term stands. Items are told by the page they lie on and their place on it, which takes half the
 * memory of whole numbers and lets a list be looked into in the middle.
 */
export const pageItems = 0x10000

/** Pages that `items` items fill, at least one. */
export function countPages(items: number): number {
  return Math.max(1, Math.ceil(items / pageItems))
}

/** First posting of a term. */
export function firstPosting(segment: Segment, term: number): number {
  return segment.postingStarts[term * countPages(itemCountOf(segment))] ?? 0
}

/** The posting after the last of a term. */
export function endOfPostings(segment: Segment, term: number): number {
  return firstPosting(segment, term + 1)
}

/** In how many items a term stands. */
export function documentFrequency(segment: Segment, term: number): number {
  return endOfPostings(segment, term) - firstPosting(segment, term)
}

/** Calls `visit` with every item that a term stands in, rising, until it gives false. */
export function visitPostings(
  segment: Segment,
  term: number,
  visit: (item: number, posting: number) => boolean | void,
): void {
  const { postingStarts, postingItems } = segment
  const pages = countPages(itemCountOf(segment))
  for (let page = 0; page < pages; page += 1) {
    const end = postingStarts[term * pages + page + 1] ?? 0
    for (let posting = postingStarts[term * pages + page] ?? 0; posting < end; posting += 1) {
      if (visit(page * pageItems + (postingItems[posting] ?? 0), posting) === false) return
    }
  }
}

/** The posting of `item` in the list of `term`, -1 without one. */
export function findPosting(segment: Segment, term: number, item: number): number {
  const { postingStarts, postingItems } = segment
  const list = term * countPages(itemCountOf(segment)) + Math.floor(item / pageItems)
  const wanted = item % pageItems
  const end = postingStarts[list + 1] ?? 0
  let low = postingStarts[list] ?? 0
  let high = end
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((postingItems[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low < end && postingItems[low] === wanted ? low : -1
}
