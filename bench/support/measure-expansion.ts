import { processorMs } from './processor-time.ts'
import { editBudget, expandMistyped, expandWord } from '../../shared/search/expand.ts'
import type { SearchIndex } from '../../shared/search/search-index.ts'
import { listTokens } from '../../shared/search/tokenize.ts'
import type { KnownItemQuery } from './known-item-queries.ts'

/** Looked up so often in a row, since reading the processor's time costs more than one look. */
const repeats = 10

/**
 * Times for looking each word of each query up in the vocabulary, with its beginnings and the mistypings that its length
 * allows (none, one, two), in ms, by query and round: no search that forgives can do less. Nothing else is done: no
 * query is read, no list of places.
 */
export function measureExpansion(
  index: SearchIndex,
  queries: readonly KnownItemQuery[],
  rounds: number,
): number[][] {
  const segments = index.parts.map(({ segment }) => segment)
  const words = queries.map(({ text }) => listTokens(text).map(({ term }) => term))
  const times: number[][] = queries.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    words.forEach((terms, at) => {
      const start = processorMs()
      for (let time = 0; time < repeats; time += 1)
        for (const term of terms)
          for (const segment of segments) {
            expandWord(segment, { term, isLiteral: false }, [], true)
            expandMistyped(segment, term, editBudget(term.length), false, true)
          }
      times[at]?.push((processorMs() - start) / repeats)
    })
  }
  return times
}
