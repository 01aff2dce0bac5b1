import type { SearchAnswer } from '../contract/search.ts'

/**
 * Two answers to one question as one: from the journal's entries, and from its documents, which have an index of their
 * own.
 *
 * As in one index, what holds all the words makes what holds only some needless, and a word that stands somewhere as
 * typed was not mistyped.
 */
export function joinAnswers(entries: SearchAnswer, documents: SearchAnswer): SearchAnswer {
  if (documents.hits.length === 0) return entries
  if (entries.hits.length === 0) return withCounts(documents, entries)
  if (isLess(documents, entries)) return entries
  if (isLess(entries, documents)) return withCounts(documents, entries)
  const typed = new Set(documents.corrections.map((correction) => correction.typed))
  return {
    ...entries,
    hits: [...entries.hits, ...documents.hits],
    totals: { ...entries.totals, documents: documents.totals.documents ?? 0 },
    corrections: entries.corrections.filter((correction) => typed.has(correction.typed)),
    tookMs: entries.tookMs + documents.tookMs,
  }
}

/** One holds only some of the words where the other holds all, or had to correct words that the other has as typed. */
function isLess(answer: SearchAnswer, other: SearchAnswer): boolean {
  if (answer.matched !== other.matched) return answer.matched === 'some'
  return answer.corrections.length > 0 && other.corrections.length === 0
}

/** How far the reading of the entries is, is said of them. */
function withCounts(answer: SearchAnswer, { searchedEntries, totalEntries }: SearchAnswer): SearchAnswer {
  return { ...answer, searchedEntries, totalEntries }
}
