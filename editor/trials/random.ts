/** Numbers that look random and are the same for the same seed, so that a failure can be seen again. */
export interface Random {
  /** Whole number from 0 to `below - 1`. */
  below(below: number): number
  /** One of the values; undefined for none. */
  pick<T>(values: readonly T[]): T | undefined
}

/** One of the values that fulfil a condition; undefined when none does. Asks only as many as it must. */
export function pickWhere<T>(
  random: Random,
  values: readonly T[],
  accepts: (value: T) => boolean,
): T | undefined {
  const left = [...values]
  while (left.length > 0) {
    const at = random.below(left.length)
    const value = left[at] as T
    if (accepts(value)) return value
    left[at] = left.at(-1) as T
    left.pop()
  }
  return undefined
}

/** mulberry32: 32 bits of state, good enough to choose places, and short. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return { below, pick: (values) => values[below(values.length)] }
}

/** A seed for one text out of the run's seed, so that a file's edits do not depend on the files before it. */
export function seedFor(seed: number, name: string): number {
  let hash = seed >>> 0
  for (let at = 0; at < name.length; at += 1) hash = (Math.imul(hash, 31) + name.charCodeAt(at)) >>> 0
  return hash
}
