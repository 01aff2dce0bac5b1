import { Mark } from '../../tree.ts'
import type { InlineForm, Link, Marks, Run, Segment, Span } from '../../tree.ts'

/** A run of text that still grows. */
interface GrowingRun {
  readonly kind: 'text'
  text: string
  readonly marks: Marks
  readonly link: Link | null
  readonly segments: Segment[]
}

/** Puts runs together: pieces of text with equal marks in one link become one run. */
export class RunBuilder {
  readonly #runs: Run[]
  readonly #counts = { bold: 0, italic: 0, strike: 0 }
  #marks: Marks = 0
  #text: GrowingRun | null = null
  /** True while the last segment of `#text` holds the source's own characters. */
  #isVerbatim = false
  link: Link | null = null

  constructor(runs: Run[]) {
    this.#runs = runs
  }

  get length(): number {
    return this.#runs.length
  }

  /** Begins (`step` 1) or ends (-1) a mark; marks of one kind may nest. */
  countMark(mark: Marks, step: 1 | -1): void {
    const name = mark === Mark.bold ? 'bold' : mark === Mark.italic ? 'italic' : 'strike'
    this.#counts[name] += step
    this.#marks = this.#counts[name] > 0 ? this.#marks | mark : this.#marks & ~mark
  }

  /** Adds characters that stand at `source`; `isVerbatim` when they are the source's own. */
  addText(text: string, source: Span, isVerbatim: boolean, extraMarks: Marks = 0): void {
    if (text === '') return
    const run = this.#textRun(this.#marks | extraMarks)
    const last = run.segments.at(-1)
    const at = run.text.length
    run.text += text
    if (isVerbatim && this.#isVerbatim && last?.to === source.from) {
      run.segments[run.segments.length - 1] = { ...last, length: last.length + text.length, to: source.to }
    } else run.segments.push({ at, length: text.length, from: source.from, to: source.to })
    this.#isVerbatim = isVerbatim
  }

  #textRun(marks: Marks): GrowingRun {
    if (this.#text?.marks === marks && this.#text.link === this.link) return this.#text
    this.#text = { kind: 'text', text: '', marks, link: this.link, segments: [] }
    this.#isVerbatim = false
    this.#runs.push(this.#text)
    return this.#text
  }

  /** Takes back the runs from `index` on when they show nothing. */
  dropBlankFrom(index: number): void {
    if (!this.#runs.slice(index).every(isBlank)) return
    this.#runs.length = index
    this.#text = null
  }

  addOpaque(form: InlineForm, source: string, span: Span): void {
    this.#text = null
    this.#runs.push({ kind: 'opaque', form, source, marks: this.#marks, link: this.link, span })
  }

  addBreak(hard: boolean, span: Span): void {
    this.#text = null
    this.#runs.push({ kind: 'break', hard, marks: this.#marks, link: this.link, span })
  }
}

function isBlank(run: Run): boolean {
  if (run.kind !== 'text') return run.kind === 'break'
  return (run.marks & Mark.code) === 0 && /^[ \t]*$/.test(run.text)
}
