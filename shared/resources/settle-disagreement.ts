import type { Disagreement, DisagreementKind, DisagreementSide, ResourcePlace } from '../contract/facts.ts'
import type { CardChange } from './plan-card-changes.ts'

/** What shall become of the link at a place. */
export type PlaceChange = CardChange & Pick<ResourcePlace, 'path' | 'entryTitle' | 'date'>

/** The changes that make one side of a disagreement hold at every place. */
export function settleDisagreement(
  { kind, sides }: Disagreement,
  side: DisagreementSide,
): readonly PlaceChange[] {
  return sides
    .filter((each) => each !== side)
    .flatMap(({ places }) => places)
    .map((place) => {
      const { path, entryTitle, date, from } = place
      return { path, entryTitle, date, from, ...changeTo(kind, side, place) }
    })
}

function changeTo(
  kind: DisagreementKind,
  { says, places }: DisagreementSide,
  place: ResourcePlace,
): Pick<CardChange, 'card' | 'url'> {
  switch (kind) {
    case 'same-title':
      return { card: {}, url: says }
    case 'address':
      return { card: {}, url: says + placeInPage(place.url) }
    case 'title':
      return { card: { title: says } }
    case 'authors':
      return { card: { authors: places[0]?.authors ?? [] } }
    case 'month':
      return { card: { month: says } }
    case 'star':
      return { card: { isMustRead: says !== '' } }
  }
}

/** `#part-2`: which part of the page a link names is its own affair. */
function placeInPage(url: string): string {
  return /#(?![/!]).*$/s.exec(url.trim())?.[0] ?? ''
}
