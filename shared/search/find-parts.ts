import { Field, type Segment } from './segment.ts'
import { stringAt } from './string-table.ts'
import { letterBits } from './vocabulary.ts'

/** Where a part of a word may stand: in titles, headings, link names and addresses, which are short and told apart by it. */
export const partFields = Field.title | Field.heading | Field.link | Field.address

const shortestPart = 3
/** More words than this with one part in them are no help. */
const mostParts = 64

/**
 * Terms of titles and addresses that have `part` inside or at their end: `terpret` for interpretability. A term with
 * the part is longer and has all of its letters, which rules out nearly all terms before a string is looked at.
 */
export function findParts(segment: Segment, part: string): number[] {
  if (part.length < shortestPart) return []
  const { byLength, lengthStarts, letters } = segment.vocabulary
  const bits = letterBits(part)
  const found: number[] = []
  const take = (term: number): void => {
    if (found.length < mostParts && isNamed(segment, term) && holdsInside(segment, term, part))
      found.push(term)
  }
  for (let at = lengthStarts[part.length + 1] ?? byLength.length; at < byLength.length; at += 1)
    if ((bits & ~(letters[at] ?? 0)) === 0) take(byLength[at] ?? 0)
  for (const term of unletteredNames(segment)) take(term)
  return found
}

/** What begins with the part is found without this. */
function holdsInside({ terms }: Segment, term: number, part: string): boolean {
  return (terms.lengths[term] ?? 0) > part.length && stringAt(terms, term).indexOf(part, 1) > 0
}

function isNamed({ vocabulary }: Segment, term: number): boolean {
  return ((vocabulary.termFields[term] ?? 0) & partFields) !== 0
}

const known = new WeakMap<Segment, Uint32Array>()

/** Terms of titles and addresses whose letters are not noted: those with digits, and the longest. */
function unletteredNames(segment: Segment): Uint32Array {
  const { lettersOfTerm } = segment.vocabulary
  const terms =
    known.get(segment) ??
    Uint32Array.from(lettersOfTerm.keys()).filter(
      (term) =>
        lettersOfTerm[term] === 0 &&
        isNamed(segment, term) &&
        (segment.terms.lengths[term] ?? 0) > shortestPart,
    )
  known.set(segment, terms)
  return terms
}
