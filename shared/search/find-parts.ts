import { Field, type Segment } from './segment.ts'
import { isWide, type StringTable } from './string-table.ts'

/** Where a part of a word may stand: in titles, headings, link names and addresses, which are short and told apart by it. */
export const partFields = Field.title | Field.heading | Field.link | Field.address

const shortestPart = 3
/** More words than this with one part in them are no help. */
const mostParts = 64

/**
 * Terms of titles and addresses that have `part` inside or at their end: `terpret` for interpretability. The terms are
 * one long string, so this is one search of it.
 */
export function findParts({ terms, vocabulary }: Segment, part: string): number[] {
  if (part.length < shortestPart) return []
  const found: number[] = []
  for (
    let at = terms.latin.indexOf(part);
    at >= 0 && found.length < mostParts;
    at = terms.latin.indexOf(part, at + 1)
  ) {
    const term = termAt(terms, at)
    const start = terms.starts[term] ?? 0
    // What goes over the end of a term is in none; what begins one is found without this.
    const isInside = at > start && at + part.length <= start + (terms.lengths[term] ?? 0)
    if (!isInside || found.at(-1) === term) continue
    if (((vocabulary.termFields[term] ?? 0) & partFields) !== 0) found.push(term)
  }
  return found
}

/** The term whose letters stand at `offset` of the long string. */
function termAt(terms: StringTable, offset: number): number {
  const narrow = narrowTerms(terms)
  let low = 0
  let high = narrow.length
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if ((terms.starts[narrow[middle] ?? 0] ?? 0) <= offset) low = middle
    else high = middle
  }
  return narrow[low] ?? 0
}

const known = new WeakMap<StringTable, Uint32Array>()

/** Numbers of the terms that stand in the long string, in its order: all but those with wide letters. */
function narrowTerms(terms: StringTable): Uint32Array {
  const numbers =
    known.get(terms) ?? Uint32Array.from(terms.starts.keys()).filter((term) => !isWide(terms, term))
  known.set(terms, numbers)
  return numbers
}
