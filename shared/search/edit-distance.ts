/**
 * Compares one query word with many terms, counting letters inserted, left out, replaced or swapped with a
 * neighbour (each one edit).
 */
export interface EditMeter {
  /** Edits between the word and `term`. */
  distance(term: string): number
  /** Fewest edits between the word and any beginning of `term` that is at most `slack` units longer or shorter. */
  prefixDistance(term: string, slack: number): number
}

/** Longest word the meter takes: the bits of one integer. */
export const longestMeasured = 31

/**
 * Prepares a word for comparing. Bit-parallel (Myers, with Hyyrö's transposition): one step of a dozen integer
 * operations for each letter of a term, so that thousands of terms cost microseconds.
 *
 * @param word 1 to 31 code units.
 */
export function createEditMeter(word: string): EditMeter {
  const places = new Int32Array(128)
  const wide = new Map<number, number>()
  for (let at = 0; at < word.length; at += 1) {
    const code = word.charCodeAt(at)
    if (code < 128) places[code] = (places[code] ?? 0) | (1 << at)
    else wide.set(code, (wide.get(code) ?? 0) | (1 << at))
  }
  const placesOf = (code: number): number => (code < 128 ? (places[code] ?? 0) : (wide.get(code) ?? 0))
  return {
    distance: (term) => measure(word.length, placesOf, term, Infinity),
    prefixDistance: (term, slack) => measure(word.length, placesOf, term, slack),
  }
}

/** With a finite `slack`, the least distance to a beginning of `term` of about the word's length. */
function measure(length: number, placesOf: (code: number) => number, term: string, slack: number): number {
  const last = 1 << (length - 1)
  let distance = length
  let least = Infinity
  let vertical = -1
  let verticalLess = 0
  let diagonal = 0
  let placesBefore = 0
  const end = slack === Infinity ? term.length : Math.min(term.length, length + slack)
  for (let at = 0; at < end; at += 1) {
    const here = placesOf(term.charCodeAt(at))
    const swapped = ((~diagonal & here) << 1) & placesBefore
    diagonal = ((((here & vertical) + vertical) | 0) ^ vertical) | here | verticalLess | swapped
    const horizontal = verticalLess | ~(diagonal | vertical)
    const horizontalLess = diagonal & vertical
    if ((horizontal & last) !== 0) distance += 1
    if ((horizontalLess & last) !== 0) distance -= 1
    const shifted = (horizontal << 1) | 1
    vertical = (horizontalLess << 1) | ~(diagonal | shifted)
    verticalLess = shifted & diagonal
    placesBefore = here
    if (distance < least && at + 1 >= length - slack) least = distance
  }
  return slack === Infinity ? distance : least
}
