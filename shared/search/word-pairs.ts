import { hashText } from './hash-text.ts'
import type { Segment } from './segment.ts'

/** Bytes for each entry: at 350 words a pair that is not there is taken for one that is in three of ten cases. */
export const pairBytes = 128

/**
 * Notes which words follow each other in an entry, as single bits by hash: enough to rule out nearly every entry that
 * holds all words of a phrase, but not the phrase, at a hundredth of the cost of comparing places.
 */
export interface PairNoter {
  /** The next word of the text, by its hash. */
  note(hash: number): void
  /** A gap that no phrase goes over. */
  breakOff(): void
  /** Ends an entry and gives its bits, which are valid until the next word. */
  finish(): Uint8Array
}

export function createPairNoter(): PairNoter {
  let bits = new Uint8Array(pairBytes)
  let before = 0
  let isFinished = false
  return {
    note(hash) {
      if (isFinished) bits = new Uint8Array(pairBytes)
      isFinished = false
      if (before !== 0) {
        const bit = bitOf(before, hash)
        bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7))
      }
      before = hash
    },
    breakOff() {
      before = 0
    },
    finish() {
      if (isFinished) bits = new Uint8Array(pairBytes)
      isFinished = true
      before = 0
      return bits
    },
  }
}

function bitOf(left: number, right: number): number {
  const mixed = Math.imul(left ^ Math.imul(right, 0x9e3779b1), 0x85ebca6b)
  return (mixed >>> 9) & (pairBytes * 8 - 1)
}

/** Bits of the neighbours in a phrase. */
export function pairBitsOf(terms: readonly string[]): readonly number[] {
  const hashes = terms.map(hashText)
  return hashes.slice(1).map((hash, at) => bitOf(hashes[at] ?? 0, hash))
}

/** False when the neighbours surely stand nowhere in the entry. */
export function mayHavePairs({ pairs }: Segment, entry: number, bits: readonly number[]): boolean {
  const from = entry * pairBytes
  for (const bit of bits) if (((pairs[from + (bit >>> 3)] ?? 0) & (1 << (bit & 7))) === 0) return false
  return true
}
