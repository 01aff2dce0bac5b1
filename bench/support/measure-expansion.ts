import { processorMs } from './processor-time.ts'
import { planLoosely, planStrictly } from '../../shared/search/plan.ts'
import { parseQuery } from '../../shared/search/query.ts'
import type { SearchIndex } from '../../shared/search/search-index.ts'
import type { KnownItemQuery } from './known-item-queries.ts'

/** Looked up so often in a row, since reading the processor's time costs more than one look. */
const repeats = 10

/**
 * Times for looking the words of each query up with their forms, endings and typos, in ms, by query and round: no
 * search that forgives can do less.
 */
export function measureExpansion(
  index: SearchIndex,
  queries: readonly KnownItemQuery[],
  rounds: number,
): number[][] {
  const segments = index.parts.map(({ segment }) => segment)
  const times: number[][] = queries.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    queries.forEach(({ text }, at) => {
      const start = processorMs()
      for (let time = 0; time < repeats; time += 1)
        for (const branch of parseQuery(text, '2026-11-24').branches)
          planLoosely(segments, planStrictly(segments, branch), 0)
      times[at]?.push((processorMs() - start) / repeats)
    })
  }
  return times
}
