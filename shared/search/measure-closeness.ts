import type { Candidate } from './match-items.ts'
import { readPositions } from './segment.ts'

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
 *
 * @param least offset from which the text counts: past the front matter for passages, 0 for ranking.
 */
export function findBestStretch(candidate: Candidate, least: number): Stretch | null {
  const places = gatherPlaces(candidate, least)
  let best: Stretch | null = null
  const counts = new Uint16Array(candidate.postings.length)
  let words = 0
  let first = 0
  for (const place of places) {
    counts[place.word] = (counts[place.word] ?? 0) + 1
    if (counts[place.word] === 1) words += 1
    for (
      let start = places[first];
      start !== undefined && isSpare(start, place, counts);
      start = places[first]
    ) {
      counts[start.word] = (counts[start.word] ?? 0) - 1
      if (counts[start.word] === 0) words -= 1
      first += 1
    }
    const from = places[first]?.offset ?? place.offset
    if (
      best === null ||
      words > best.words ||
      (words === best.words && place.offset - from < best.to - best.from)
    ) {
      best = { from, to: place.offset, words }
    }
  }
  return best
}

interface Place {
  readonly word: number
  readonly offset: number
}

/** The start of the stretch can go when its word comes again, or when it is too far back. */
function isSpare(start: Place, end: Place, counts: Uint16Array): boolean {
  return start !== end && ((counts[start.word] ?? 0) > 1 || end.offset - start.offset > passageLength)
}

/** More places of one word than this do not make a better stretch likely. */
const mostPlaces = 64

function gatherPlaces(candidate: Candidate, least: number): readonly Place[] {
  const places: Place[] = []
  candidate.postings.forEach((posting, word) => {
    if (posting < 0) return
    const offsets = readPositions(candidate.segment, posting).filter((offset) => offset >= least)
    for (const offset of offsets.slice(0, mostPlaces)) places.push({ word, offset })
  })
  return places.sort((left, right) => left.offset - right.offset)
}
