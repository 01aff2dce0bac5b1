/** A stream of numbers in [0, 1) that is the same for the same seed, on every machine. */
export interface RandomSource {
  next(): number
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number
  pick<T>(list: readonly T[]): T
  isLucky(chance: number): boolean
}

/** Mulberry32: small, fast, good enough to make text. */
export function createRandom(seed: number): RandomSource {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  return {
    next,
    below: (limit) => Math.floor(next() * limit),
    pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
    isLucky: (chance) => next() < chance,
  }
}
