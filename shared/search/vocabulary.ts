import { hashText } from './hash-text.ts'
import type { Vocabulary } from './segment.ts'
import { stemWord } from './stem.ts'
import { stringAt, type StringTable } from './string-table.ts'

/** Longest term that a mistyped word can mean. */
export const longestFuzzyTerm = 32

/** What an index part says of its own terms. */
interface Postings {
  readonly terms: StringTable
  /** Pages of items: postings of one term begin at every so many of `postingStarts`. */
  readonly pages: number
  readonly postingStarts: Uint32Array
  readonly postingImpacts: Uint8Array
  readonly postingFields: Uint8Array
}

/** Works out what search needs to know of the terms of a segment: one pass over postings, one over terms. */
export function describeVocabulary(postings: Postings): Vocabulary {
  return { ...describePostings(postings), ...describeTerms(postings.terms) }
}

/** The part that reads all postings. */
export function describePostings(postings: Postings): Pick<Vocabulary, 'bestImpacts' | 'termFields'> {
  const count = postings.terms.starts.length
  const bestImpacts = new Uint8Array(count)
  const termFields = new Uint8Array(count)
  for (let term = 0; term < count; term += 1) {
    let best = 0
    let fields = 0
    const end = postings.postingStarts[(term + 1) * postings.pages] ?? 0
    for (let at = postings.postingStarts[term * postings.pages] ?? 0; at < end; at += 1) {
      best = Math.max(best, postings.postingImpacts[at] ?? 0)
      fields |= postings.postingFields[at] ?? 0
    }
    bestImpacts[term] = best
    termFields[term] = fields
  }
  return { bestImpacts, termFields }
}

/** The part that reads all terms. */
export function describeTerms(terms: StringTable): Omit<Vocabulary, 'bestImpacts' | 'termFields'> {
  const stems = new Uint32Array(terms.starts.length)
  for (let term = 0; term < stems.length; term += 1) stems[term] = hashText(stemWord(stringAt(terms, term)))
  return { stems, ...orderByLength(terms) }
}

/** Terms that people mistype, by length, with the letters in them as bits. Numbers and tags are left out. */
function orderByLength(
  terms: StringTable,
): Pick<Vocabulary, 'byLength' | 'lengthStarts' | 'letters' | 'lettersOfTerm'> {
  const counts = new Uint32Array(longestFuzzyTerm + 2)
  const lettersOfTerm = new Uint32Array(terms.starts.length)
  for (let term = 0; term < lettersOfTerm.length; term += 1) {
    const length = terms.lengths[term] ?? 0
    if (length < 3 || length > longestFuzzyTerm) continue
    const text = stringAt(terms, term)
    if (!isWordLike(text)) continue
    lettersOfTerm[term] = letterBits(text)
    counts[length + 1] = (counts[length + 1] ?? 0) + 1
  }
  for (let length = 1; length < counts.length; length += 1) {
    counts[length] = (counts[length] ?? 0) + (counts[length - 1] ?? 0)
  }
  const lengthStarts = counts.slice()
  const byLength = new Uint32Array(counts[counts.length - 1] ?? 0)
  const letters = new Uint32Array(byLength.length)
  for (let term = 0; term < lettersOfTerm.length; term += 1) {
    if (lettersOfTerm[term] === 0) continue
    const length = terms.lengths[term] ?? 0
    const place = counts[length] ?? 0
    counts[length] = place + 1
    byLength[place] = term
    letters[place] = lettersOfTerm[term] ?? 0
  }
  return { byLength, lengthStarts, letters, lettersOfTerm }
}

function isWordLike(term: string): boolean {
  return !/[\d#\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/.test(term)
}

/** Which letters occur in a term, one bit each; letters outside a–z share bits. One edit changes at most two bits. */
export function letterBits(term: string): number {
  let bits = 0
  for (let at = 0; at < term.length; at += 1) bits |= 1 << ((term.charCodeAt(at) - 97) & 31)
  return bits >>> 0
}

/** Number of set bits. */
export function countBits(bits: number): number {
  let pairs = bits - ((bits >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((pairs + (pairs >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
