import type { Splice } from '../contract/edits.ts'

/** With more of them, they are put together to one. */
const mostPieces = 200

/**
 * A long text that is changed again and again, kept in pieces.
 *
 * `text` is their concatenation, which engines keep as a rope until somebody looks at a character: copying a megabyte
 * together costs a window more than all else in a save, and mostly nobody looks.
 */
export class PiecedText {
  readonly text: string
  readonly #pieces: readonly string[]

  constructor(...pieces: readonly string[]) {
    this.#pieces = pieces.length > mostPieces ? [pieces.join('')] : pieces
    this.text = this.#pieces.reduce((text, piece) => text + piece, '')
  }

  /** The text with the splice made in it. Throws when it reaches beyond the text. */
  splice({ from, to, text: inserted }: Splice): PiecedText {
    if (from > to || to > this.text.length) throw new Error('The splice does not fit the text')
    return new PiecedText(...this.#cut(0, from), inserted, ...this.#cut(to, this.text.length))
  }

  /** What lies in `[from, to)`, piece by piece. Cutting the rope itself would put it together. */
  #cut(from: number, to: number): string[] {
    const parts: string[] = []
    let at = 0
    for (const piece of this.#pieces) {
      const part = piece.slice(Math.max(0, from - at), Math.max(0, to - at))
      if (part !== '') parts.push(part)
      at += piece.length
    }
    return parts
  }
}
