import type { InlineForm, Link, Marks, Span } from '../../tree.ts'

/**
 * What the scanner finds in the content of a leaf. Atoms are sorted and do not overlap; all that lies between two of
 * them is plain text. Offsets are into the content.
 */
export type Atom = CharacterAtom | OpaqueAtom | CodeAtom | BreakAtom | Delimiter | Bracket | LinkEnd

/** An escape, a character reference, a NUL: other characters than the source has. */
export interface CharacterAtom {
  readonly kind: 'character'
  readonly from: number
  readonly to: number
  readonly text: string
}
export interface OpaqueAtom {
  readonly kind: 'opaque'
  readonly from: number
  readonly to: number
  readonly form: InlineForm
}
/** A code span; its backticks are `size` long. */
export interface CodeAtom {
  readonly kind: 'code'
  readonly from: number
  readonly to: number
  readonly size: number
}
export interface BreakAtom {
  readonly kind: 'break'
  readonly from: number
  readonly to: number
  readonly hard: boolean
}

/**
 * A run of `*`, `_` or `~`. Matching eats it from both sides: closed marks from the left, opened ones from the right;
 * what is left in `[restFrom, restTo)` is text.
 */
export interface Delimiter {
  readonly kind: 'delimiter'
  readonly from: number
  readonly to: number
  readonly character: number
  readonly canOpen: boolean
  readonly canClose: boolean
  restFrom: number
  restTo: number
  /** Marks that end before the rest and that begin behind it, in order. */
  readonly closes: Marks[]
  readonly opens: Marks[]
  /** Neighbours on the stack of delimiters that may still match. */
  below: Delimiter | null
  above: Delimiter | null
}

/** Where a link leads, and the part of the content behind its text that says so, from `]` on. */
export interface Target extends Span {
  readonly url: string
  readonly title: string
  readonly reference: Link['reference']
}

/** `[` or `![`; text, unless `target` is set. */
export interface Bracket {
  readonly kind: 'bracket'
  readonly from: number
  readonly to: number
  readonly isImage: boolean
  /** Place in the list of atoms. */
  readonly index: number
  /** The topmost delimiter when it was found. */
  readonly delimiter: Delimiter | null
  /** False behind a link: links do not contain links. */
  isActive: boolean
  /** True when another bracket stands between it and the place reached: then it is no shortcut reference. */
  hasBracketAfter: boolean
  target: Target | null
}
/** All behind the text of a link, from `]` on. */
export interface LinkEnd {
  readonly kind: 'link-end'
  readonly from: number
  readonly to: number
  readonly open: Bracket
}
