import { detached } from './detached.ts'
import { lowerCode } from './letters.ts'
import { hashText } from './hash-text.ts'

/**
 * Numbers for terms, in order of first sight.
 *
 * A table of our own, because it can be asked for a stretch of a text: nine words in ten are known already, and no
 * string has to be cut out and hashed for them.
 */
export interface TermTable {
  /** Number of a folded term; a new one when it is not known yet. */
  numberOf(term: string): number
  /** Number of the plain word `[from, to)` of `text`, whose hash is `hash` (`hashText` of it in lower case). */
  numberOfPlain(text: string, from: number, to: number, hash: number): number
  readonly terms: readonly string[]
}

export function createTermTable(): TermTable {
  const terms: string[] = []
  let hashes = new Uint32Array(1024)
  let places = new Int32Array(2048).fill(-1)

  function enlarge(): void {
    const moreHashes = new Uint32Array(hashes.length * 2)
    moreHashes.set(hashes)
    hashes = moreHashes
    places = new Int32Array(places.length * 2).fill(-1)
    for (let number = 0; number < terms.length; number += 1) {
      let place = startOf(hashes[number] ?? 0)
      while ((places[place] ?? -1) >= 0) place = (place + 1) & (places.length - 1)
      places[place] = number
    }
  }

  function startOf(hash: number): number {
    return (hash ^ (hash >>> 15)) & (places.length - 1)
  }

  function add(term: string, hash: number, place: number): number {
    const number = terms.length
    terms.push(term)
    hashes[number] = hash
    places[place] = number
    // Half full at most, so that looking stays short.
    if (terms.length * 2 >= places.length) enlarge()
    return number
  }

  return {
    terms,
    numberOf(term) {
      const hash = hashText(term)
      let place = startOf(hash)
      for (; ; place = (place + 1) & (places.length - 1)) {
        const number = places[place] ?? -1
        if (number < 0) return add(detached(term), hash, place)
        if (hashes[number] === hash && terms[number] === term) return number
      }
    },
    numberOfPlain(text, from, to, hash) {
      let place = startOf(hash)
      for (; ; place = (place + 1) & (places.length - 1)) {
        const number = places[place] ?? -1
        if (number < 0) return add(detached(text.slice(from, to).toLowerCase()), hash, place)
        if (hashes[number] === hash && isPlain(terms[number] ?? '', text, from, to)) return number
      }
    },
  }
}

function isPlain(term: string, text: string, from: number, to: number): boolean {
  if (term.length !== to - from) return false
  for (let at = 0; at < term.length; at += 1) {
    if (term.charCodeAt(at) !== lowerCode(text.charCodeAt(from + at))) return false
  }
  return true
}
