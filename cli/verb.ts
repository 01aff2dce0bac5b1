import type { Outcome } from '../shared/contract/errors.ts'
import type { Paint } from './paint.ts'

/**
 * An option of a verb: `flag` is there or not, `text` takes any words, `count` a whole number.
 *
 * `about` is a line of the help text; `shown` names the value there, `N` in `--limit N`.
 */
export type VerbOption =
  | { readonly type: 'flag'; readonly about: string }
  | { readonly type: 'text'; readonly shown: string; readonly about: string }
  | {
      readonly type: 'count'
      readonly shown: string
      readonly about: string
      readonly least: number
      readonly usual: number
    }

export type VerbOptions = Readonly<Record<string, VerbOption>>

/** What the verb gets: a flag as a boolean, a text as itself or null, a count as a number. */
export type OptionValues<O extends VerbOptions> = {
  readonly [N in keyof O]: O[N]['type'] extends 'flag'
    ? boolean
    : O[N]['type'] extends 'count'
      ? number
      : string | null
}

export interface VerbCall<O extends VerbOptions> {
  /** Real path of an existing folder. */
  readonly folder: string
  /** What follows the folder, one string for each name in `takes`. */
  readonly args: readonly string[]
  readonly options: OptionValues<O>
  /** Where this user's caches are, outside every journal. */
  readonly cacheFolder: string
  /** Shows a passing line of progress where somebody watches; says nothing otherwise. */
  readonly showProgress: (line: string) => void
}

/** What a verb found: the same facts for a program and for a person. */
export interface VerbAnswer {
  /** Printed by `--json`, as one line. */
  readonly json: unknown
  /** The lines for reading, without the last line break. */
  readonly write: (paint: Paint) => string
  /** 1: the command ran, and something is wrong with the files. Left out: 0. */
  readonly exitCode?: 0 | 1
}

/** One verb of `cairn <verb> <folder> …`. Every verb also takes `--json` and `--help`. */
export interface Verb<O extends VerbOptions = VerbOptions> {
  readonly name: string
  /** Names of what follows the folder, each needed. The last takes all the words that are left. */
  readonly takes: readonly string[]
  /** What it does, in a few lines. */
  readonly about: string
  readonly options: O
  /** Fails with a message for the person at the terminal; the command then ends with 2. */
  readonly run: (call: VerbCall<O>) => Promise<Outcome<VerbAnswer>>
}

/** A verb whose options are known to its `run` by their names, in a table of verbs that differ in theirs. */
export function defineVerb<const O extends VerbOptions>(verb: Verb<O>): Verb {
  return verb as unknown as Verb
}
