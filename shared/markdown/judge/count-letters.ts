import { differingParts } from './differing-parts.ts'

/** Multisets of what a text holds, as judges compare them. */
export type Counts = ReadonlyMap<string, number>

/**
 * How often each match stands in a text. Numeric entities count as the character they stand for, named ones as none,
 * U+0001 (the edge of a mark) as nothing.
 *
 * @param isInCode entities are read as they are written: in code they stand for nothing else.
 */
export function countMatches(text: string, pattern: RegExp, isInCode = false): Counts {
  const counts = new Map<string, number>()
  const plain = text.replaceAll('\u0001', '')
  const read = isInCode ? plain : decodeNumeric(plain).replace(/&\w+;/g, ' ')
  for (const [match] of read.matchAll(pattern)) counts.set(match, (counts.get(match) ?? 0) + 1)
  return counts
}

function decodeNumeric(text: string): string {
  const last = 0x10ffff
  return text.replace(
    /&#(?:[xX]([\dA-Fa-f]+)|(\d+));/g,
    (_, hex: string | undefined, decimal: string | undefined) =>
      String.fromCodePoint(
        Math.min(Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16), last),
      ),
  )
}

/** What is in the first multiset and not in the second. */
export function missingFrom(one: Counts, other: Counts): Counts {
  const lost = new Map<string, number>()
  for (const [key, count] of one) {
    const less = count - (other.get(key) ?? 0)
    if (less > 0) lost.set(key, less)
  }
  return lost
}

/**
 * True when a text holds all letters of the old one, with those that an edit added and without those it took away.
 *
 * Believes neither of the trees: it asks the two texts alone. Letters, not words, since words run together when what
 * stood between them goes; no digits, since numbers of items are counted anew.
 */
export function holdsLetters(old: string, added: string, removed: string, now: string): boolean {
  const [before, after] = differingParts(old, now)
  // Scenario: `amp` of an `&amp;`, or `xE9` of an `&#xE9;`, in code is edited. Whether a text stands in code is not asked, so either reading may do.
  return [false, true].some((isInCode) => {
    const letters = (text: string): Counts => countMatches(text, /\p{L}/gu, isInCode)
    const lost = missingFrom(letters(`${before} ${added}`), letters(after))
    const mayGo = letters(removed)
    return [...lost].every(([letter, count]) => count <= (mayGo.get(letter) ?? 0))
  })
}
