import type { Candidate } from './match-items.ts'
import { placedWords } from './scratch.ts'
import { readPositionsInto } from './positions.ts'

/** Stretch of an entry's text that holds the most query words. Offsets in UTF-16 code units. */
export interface Stretch {
  readonly from: number
  readonly to: number
  /** Different words in it. */
  readonly words: number
}

/** Words further apart than this belong to different thoughts; also about the length of a passage. */
export const passageLength = 160
/** More places of one word than this do not make a better stretch likely. */
const mostPlaces = 64

/** One room for all: a search compares the places of dozens of entries. */
const rooms = Array.from({ length: placedWords }, () => new Int32Array(mostPlaces))
const counts = new Int32Array(placedWords)
const heads = new Int32Array(placedWords)
const last = new Float64Array(placedWords)

/**
 * Finds the stretch of at most `passageLength` with the most different words of the query, the shortest such one,
 * the first of equals. Null when no word stands in the text.
 */
export function findBestStretch({ segment, postings }: Candidate): Stretch | null {
  postings.forEach((posting, word) => {
    counts[word] = posting < 0 ? 0 : readPositionsInto(segment, posting, rooms[word] as Int32Array)
  })
  heads.fill(0)
  last.fill(-Infinity)
  let bestFrom = 0
  let bestTo = 0
  let bestWords = 0
  for (;;) {
    const word = nextWord(postings.length)
    if (word < 0) return bestWords === 0 ? null : { from: bestFrom, to: bestTo, words: bestWords }
    const to = rooms[word]?.[heads[word] ?? 0] ?? 0
    heads[word] = (heads[word] ?? 0) + 1
    last[word] = to
    let from = to
    let words = 0
    for (let at = 0; at < postings.length; at += 1) {
      const place = last[at] ?? -Infinity
      if (to - place > passageLength) continue
      words += 1
      if (place < from) from = place
    }
    if (words > bestWords || (words === bestWords && to - from < bestTo - bestFrom)) {
      bestFrom = from
      bestTo = to
      bestWords = words
    }
  }
}

/** The word whose next place comes first, -1 at the end of all. */
function nextWord(words: number): number {
  let first = Infinity
  let word = -1
  for (let at = 0; at < words; at += 1) {
    const head = heads[at] ?? 0
    if (head >= (counts[at] ?? 0)) continue
    const place = rooms[at]?.[head] ?? 0
    if (place >= first) continue
    first = place
    word = at
  }
  return word
}
