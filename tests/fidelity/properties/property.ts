import fc from 'fast-check'

/**
 * Something that must hold for every entry and every edit of a kind, to be tried at random.
 *
 * The same properties are tried briefly with the other tests (`properties-*.test.ts`) and at length by
 * `npm run fuzz`; they differ in nothing but the seed and the number of runs.
 */
export interface FidelityProperty {
  /** A sentence that is true when the property holds. */
  readonly name: string
  /** How often it is tried with the other tests: chosen so that each takes a few seconds. */
  readonly runs: number
  /**
   * Tries it at random, the same way for the same seed.
   *
   * @returns null when it held, else what a person needs to see the failure again: the seed, and the example made as
   * small as it could be
   */
  readonly findFailure: (parameters: RunParameters) => string | null
}

export interface RunParameters {
  readonly seed: number
  readonly numRuns: number
  /** False stops at the first example instead of making it smaller, which can take minutes. */
  readonly isShrunk: boolean
}

/** How many edits were judged, and how many of them were refused and said so. */
export interface Tally {
  edits: number
  refused: number
}

type Arbitraries<Values> = { [At in keyof Values]: fc.Arbitrary<Values[At]> }

/** A property of random values; `predicate` throws when it does not hold. */
export function defineProperty<Values extends [unknown, ...unknown[]]>(
  name: string,
  runs: number,
  arbitraries: Arbitraries<Values>,
  predicate: (...values: Values) => void,
): FidelityProperty {
  const findFailure = ({ seed, numRuns, isShrunk }: RunParameters): string | null => {
    const property = fc.property(...arbitraries, predicate)
    const details = fc.check(property, { seed, numRuns, endOnFailure: !isShrunk, maxSkipsPerRun: 200 })
    return details.failed ? describeFailure(name, details) : null
  }
  return { name, runs, findFailure }
}

/**
 * A property of edits, any of which may be refused. Refusing keeps the file and is told, so it is no damage; but an
 * editor that refuses everything would pass too, so more than `mostRefused` of the edits (0 to 1) is a failure.
 */
export function defineEditProperty<Values extends [unknown, ...unknown[]]>(
  { name, runs, mostRefused }: { readonly name: string; readonly runs: number; readonly mostRefused: number },
  arbitraries: Arbitraries<Values>,
  predicate: (tally: Tally, ...values: Values) => void,
): FidelityProperty {
  const findFailure = (parameters: RunParameters): string | null => {
    const tally: Tally = { edits: 0, refused: 0 }
    const judge = (...values: Values): void => predicate(tally, ...values)
    const failure = defineProperty(name, runs, arbitraries, judge).findFailure(parameters)
    if (failure !== null) return failure
    const isHelpful = tally.edits > 0 && tally.refused <= Math.max(1, tally.edits * mostRefused)
    return isHelpful ? null : `not so: ${name}\n${tally.refused} of ${tally.edits} edits were refused`
  }
  return { name, runs, findFailure }
}

function describeFailure<Values>(name: string, details: fc.RunDetails<Values>): string {
  return [
    `not so: ${name}`,
    `seed ${details.seed}, path ${details.counterexamplePath ?? 'none'}, after ${details.numRuns} runs`,
    `example: ${fc.stringify(details.counterexample)}`,
    details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance),
  ].join('\n')
}

const testSeed = 20_250_920

/**
 * Tries a property as often as its author chose, each time with the same values; throws with the failure.
 *
 * `npm run fuzz -- --seed 20250920` finds the same failure and makes its example small.
 */
export function expectProperty(property: FidelityProperty): void {
  const failure = property.findFailure({ seed: testSeed, numRuns: property.runs, isShrunk: false })
  if (failure !== null) throw new Error(failure)
}
