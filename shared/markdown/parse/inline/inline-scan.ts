import type { InlineForm } from '../../tree.ts'
import type { Atom, Bracket, Delimiter } from './atoms.ts'

/** What references need: the definitions of the whole entry. */
export interface Definitions {
  readonly links: ReadonlyMap<string, { readonly url: string; readonly title: string }>
  /** Normalised labels of footnotes. */
  readonly footnotes: ReadonlySet<string>
}

/** What kind of leaf is scanned, and in which flavour. */
export interface LeafOptions {
  readonly singleTilde: boolean
  /** In a cell, `\|` inside code is a pipe. */
  readonly isCell: boolean
  /** At the start of a block quote, where `[!note]` is a mark. */
  readonly isCalloutStart: boolean
}

/**
 * The state of one scan over the content of a leaf. Every rule looks at `text[at]` and gives the offset behind what it
 * took, or -1.
 *
 * Rules that look for an end ask `findEnd`, which remembers what is not there: without it, a megabyte of `<!--` would
 * be searched through once per opening.
 */
export class InlineScan {
  readonly atoms: Atom[] = []
  readonly brackets: Bracket[] = []
  readonly text: string
  readonly definitions: Definitions
  readonly options: LeafOptions
  /** The topmost delimiter that may still match. */
  delimiter: Delimiter | null = null
  /** For each length of a run of backticks, where the last one stands. */
  #lastRuns: Map<number, number> | null = null
  /** The closing `$` that was found last; -1 when there is none behind. */
  #mathEnd = -2
  readonly #ends = new Map<string, number>()

  constructor(text: string, definitions: Definitions, options: LeafOptions) {
    this.text = text
    this.definitions = definitions
    this.options = options
  }

  /** The offset of the first `end` at or behind `at`; -1 when there is none. Linear over a whole scan. */
  findEnd(end: string, at: number): number {
    const known = this.#ends.get(end)
    if (known !== undefined && (known < 0 || known >= at)) return known
    const found = this.text.indexOf(end, at)
    this.#ends.set(end, found)
    return found
  }

  /** The offset of the first run of exactly `size` backticks at or behind `at`; -1 when there is none. */
  findBackticks(size: number, at: number): number {
    if (this.#lastRuns === null) {
      this.#lastRuns = new Map()
      for (const run of this.text.matchAll(/`+/g)) this.#lastRuns.set(run[0].length, run.index)
    }
    if ((this.#lastRuns.get(size) ?? -1) < at) return -1
    const run = /`+/g
    run.lastIndex = at
    for (let match = run.exec(this.text); match !== null; match = run.exec(this.text)) {
      if (match[0].length === size) return match.index
    }
    return -1
  }

  /** The offset of the first `$` at or behind `at` that may close `$…$`; -1 when there is none. */
  findMathEnd(at: number): number {
    if (this.#mathEnd >= at || this.#mathEnd === -1) return this.#mathEnd
    const closing = /(?<![\s\\$])\$(?![\d$])/g
    closing.lastIndex = at
    this.#mathEnd = closing.exec(this.text)?.index ?? -1
    return this.#mathEnd
  }

  opaque(form: InlineForm, from: number, to: number): number {
    this.atoms.push({ kind: 'opaque', from, to, form })
    return to
  }

  /** The end of the last atom: text reaches back no further. */
  get lastTo(): number {
    return this.atoms.at(-1)?.to ?? 0
  }
}
