import type { MarkAnswer } from '../contract/search.ts'
import { createMarker, mergePlaces } from './mark-text.ts'
import type { LivePart } from './item-filter.ts'
import type { BranchPlan } from './match-items.ts'
import type { Segment } from './segment.ts'

/**
 * Where the words of a query stand in a whole entry, front matter included: half-open ranges, UTF-16 code units.
 *
 * @param plans the alternatives of the query, looked up as for a search, so that a preview marks what the search found.
 * @param segment that the entry is in.
 */
export function markEntry(
  text: string,
  plans: readonly BranchPlan[],
  parts: readonly LivePart[],
  segment: Segment,
): MarkAnswer {
  const at = parts.findIndex((part) => part.segment === segment)
  const places = plans.flatMap((plan) => createMarker(plan, segment, at).findPlaces(text))
  places.sort((left, right) => left.from - right.from || right.to - left.to)
  return { ranges: mergePlaces(places), textLength: text.length }
}
