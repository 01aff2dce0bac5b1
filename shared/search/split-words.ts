import type { PlannedWord } from './plan.ts'
import type { QueryBranch, QueryWord } from './query.ts'
import type { Segment } from './segment.ts'
import { findString } from './string-table.ts'
import { documentFrequency } from './postings.ts'

const shortestPart = 3

/**
 * The query with words taken apart that stand nowhere, but whose halves do: `frontmatter` as `front matter`.
 *
 * @returns null when no word can be.
 */
export function splitWords(
  segments: readonly Segment[],
  query: QueryBranch,
  planned: readonly PlannedWord[],
): QueryBranch | null {
  let isChanged = false
  const words = query.words.flatMap((word, at): readonly QueryWord[] => {
    if (word.isLiteral || planned[at]?.hasTyped === true) return [word]
    const split = bestSplit(segments, word.term)
    if (split === null) return [word]
    isChanged = true
    return split.map((term) => ({ ...word, term }))
  })
  return isChanged ? { ...query, words } : null
}

/** Both halves must be words of the journal; of several ways, the one whose rarer half is the most frequent. */
function bestSplit(segments: readonly Segment[], term: string): readonly [string, string] | null {
  let best: readonly [string, string] | null = null
  let most = 0
  for (let at = shortestPart; at <= term.length - shortestPart; at += 1) {
    const halves = [term.slice(0, at), term.slice(at)] as const
    const frequency = Math.min(frequencyOf(segments, halves[0]), frequencyOf(segments, halves[1]))
    if (frequency > most) {
      most = frequency
      best = halves
    }
  }
  return best
}

function frequencyOf(segments: readonly Segment[], term: string): number {
  let frequency = 0
  for (const segment of segments) {
    const number = findString(segment.terms, term)
    if (number >= 0) frequency += documentFrequency(segment, number)
  }
  return frequency
}
