import type { Candidate } from './match-items.ts'
import { readPositions, type Segment } from './segment.ts'

/** Stretch of an entry's text that holds the most query words. Offsets in UTF-16 code units. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** Different words in it. */
  readonly words: number
}

/** Words further apart than this belong to different thoughts; also about the length of a passage. */
export const passageLength = 160

/**
 * Finds the stretch of at most `passageLength` with the most different words of the query, the shortest such one,
 * the first of equals. Null when no word stands in the text.
 */
export function findBestStretch(candidate: Candidate): Stretch | null {
  const places = candidate.postings.map((posting) => readPlaces(candidate.segment, posting))
  const heads = places.map(() => 0)
  const last = places.map(() => -Infinity)
  let best: Stretch | null = null
  for (;;) {
    const word = nextWord(places, heads)
    if (word < 0) return best
    const to = places[word]?.[heads[word] ?? 0] ?? 0
    heads[word] = (heads[word] ?? 0) + 1
    last[word] = to
    let from = to
    let words = 0
    for (const place of last) {
      if (to - place > passageLength) continue
      words += 1
      if (place < from) from = place
    }
    if (best === null || words > best.words || (words === best.words && to - from < best.to - best.from)) {
      best = { from, to, words }
    }
  }
}

/** More places of one word than this do not make a better stretch likely. */
const mostPlaces = 64

function readPlaces(segment: Segment, posting: number): readonly number[] {
  return posting < 0 ? [] : readPositions(segment, posting, mostPlaces)
}

/** The word whose next place comes first, -1 at the end of all. */
function nextWord(places: readonly (readonly number[])[], heads: readonly number[]): number {
  let first = Infinity
  let word = -1
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at]?.[heads[at] ?? 0]
    if (place === undefined || place >= first) continue
    first = place
    word = at
  }
  return word
}
