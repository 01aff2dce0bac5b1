import type { Place } from './mark-text.ts'
import { passageLength, type Stretch } from './measure-closeness.ts'

/**
 * The best stretches of a text, best first: with the most different words, the surest, the shortest of such, the first
 * of equals; none near another.
 *
 * @param places rising.
 */
export function pickStretches(places: readonly Place[], most: number): Stretch[] {
  const stretches: Stretch[] = []
  let left = places
  while (stretches.length < most) {
    const best = bestOf(left)
    if (best === null) break
    stretches.push(best)
    left = left.filter(({ from }) => from < best.from - passageLength || from > best.to + passageLength)
  }
  return stretches
}

interface RatedStretch extends Stretch {
  readonly sure: number
}

function bestOf(places: readonly Place[]): Stretch | null {
  const last = new Map<number, Place>()
  let best: RatedStretch | null = null
  for (const place of places) {
    const before = last.get(place.word)
    // `mentor` a line above `mentorship` is the better place for the word, but not from far away.
    if (before === undefined || place.isSure || !before.isSure || place.from - before.from > passageLength)
      last.set(place.word, place)
    const here = rate(place.from, last)
    if (best === null || isBetter(here, best)) best = here
  }
  return best
}

/** The stretch that ends at `to`, back to the last place of each word that is near enough. */
function rate(to: number, last: ReadonlyMap<number, Place>): RatedStretch {
  let from = to
  let words = 0
  let sure = 0
  for (const place of last.values()) {
    if (to - place.from > passageLength) continue
    words += 1
    if (place.isSure) sure += 1
    from = Math.min(from, place.from)
  }
  return { from, to, words, sure }
}

function isBetter(left: RatedStretch, right: RatedStretch): boolean {
  if (left.words !== right.words) return left.words > right.words
  if (left.sure !== right.sure) return left.sure > right.sure
  return left.to - left.from < right.to - right.from
}
