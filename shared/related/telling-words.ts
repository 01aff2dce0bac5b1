import type { LivePart } from '../search/item-filter.ts'
import { headEndOf } from '../search/gather-text.ts'
import { visitPostings } from '../search/postings.ts'
import { entryCountOf } from '../search/segment.ts'
import { stemWord } from '../search/stem.ts'
import { findString } from '../search/string-table.ts'
import { tokenize, TokenRole } from '../search/tokenize.ts'
import { commonWords } from './common-words.ts'

/** A word that says what an entry is about: it stands in this entry, and in few others. */
export interface TellingWord {
  readonly term: string
  /** As the entry writes it, in lower case. */
  readonly shown: string
  readonly weight: number
}

/** Longer texts say what they are about in their beginning too, UTF-16 code units. */
const mostText = 200_000
const shortestWord = 4
const mostWords = 24
/** A word in more of the journal than this share says nothing; in a small journal three entries may have it. */
const largestShare = 0.05
const leastCommon = 3

/** The words of a text that the rest of the journal has rarely, the most telling first; one of each stem. */
export function findTellingWords(parts: readonly LivePart[], text: string, entries: number): TellingWord[] {
  const best = new Map<string, TellingWord>()
  for (const [term, { shown, count }] of countWords(text)) {
    const frequency = countEntries(parts, term, Math.max(leastCommon, entries * largestShare))
    if (frequency < 2) continue
    const weight = Math.log(entries / frequency + 1) * (1 + Math.log(count))
    const stem = stemWord(term)
    if (weight > (best.get(stem)?.weight ?? 0)) best.set(stem, { term, shown, weight })
  }
  return Array.from(best.values())
    .sort((left, right) => right.weight - left.weight || (left.term < right.term ? -1 : 1))
    .slice(0, mostWords)
}

function countWords(whole: string): ReadonlyMap<string, { readonly shown: string; readonly count: number }> {
  const text = whole.slice(headEndOf(whole), mostText)
  const counts = new Map<string, { shown: string; count: number }>()
  tokenize(text, (term, from, to, role) => {
    if (role !== TokenRole.whole || term.length < shortestWord) return
    if (commonWords.has(term) || /^\d+$/.test(term)) return
    const known = counts.get(term)
    if (known === undefined) counts.set(term, { shown: text.slice(from, to).toLowerCase(), count: 1 })
    else known.count += 1
  })
  return counts
}

/** How many entries hold a term; 0 when they are more than `most`. */
export function countEntries(parts: readonly LivePart[], term: string, most: number): number {
  let count = 0
  for (const { segment, alive } of parts) {
    const at = findString(segment.terms, term)
    if (at < 0) continue
    const entries = entryCountOf(segment)
    // Entries come first among the items.
    visitPostings(segment, at, (item) => {
      if (item >= entries) return false
      count += alive[item] ?? 0
      return count <= most
    })
    if (count > most) return 0
  }
  return count
}
