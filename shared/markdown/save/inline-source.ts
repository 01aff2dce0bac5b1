/** How a leaf of the base is written: its atoms, and between them the markup with every place where it can be cut. */

import { Mark } from '../tree.ts'
import type { Link, Run } from '../tree.ts'
import type { Atom } from './inline-atoms.ts'
import { listAtoms } from './inline-atoms.ts'

export type DelimiterKind = 'link' | 'italic' | 'bold' | 'strike' | 'code'

/** One pair of delimiters that is open at some place. */
export interface Delimiter {
  readonly kind: DelimiterKind
  readonly open: string
  readonly close: string
  readonly link: Link | null
  /** Offset of the opener; a negative number for a pair that is being written. Tells two equal pairs apart. */
  readonly id: number
}

/** A place where new text can be put in, with what is open there, outermost first. */
export interface Cut {
  readonly at: number
  readonly stack: readonly Delimiter[]
}

export interface LeafSource {
  /** Content only: without `#`, pipes, box. */
  readonly from: number
  readonly to: number
  readonly atoms: readonly Atom[]
  /** `cuts[i]` lie in front of atom i; the last ones behind the last atom. Never empty. */
  readonly cuts: readonly (readonly Cut[])[]
  /** What is open at each atom. */
  readonly stacks: readonly (readonly Delimiter[])[]
}

const markKinds = [
  ['italic', Mark.italic],
  ['bold', Mark.bold],
  ['strike', Mark.strike],
  ['code', Mark.code],
] as const

/** The delimiters that an atom with these marks needs. */
export function listKinds(marks: number): DelimiterKind[] {
  return markKinds.filter(([, bit]) => (marks & bit) !== 0).map(([kind]) => kind)
}

/**
 * Reads a leaf of the base.
 *
 * `[from, to)` is its content in `text`. Gives null when an atom has no place in the source: such a leaf can only
 * be written anew.
 */
export function readLeafSource(
  text: string,
  from: number,
  to: number,
  runs: readonly Run[],
): LeafSource | null {
  const atoms = listAtoms(runs)
  if (atoms.some((atom) => atom.span === null)) return null
  const cuts: Cut[][] = []
  const stacks: (readonly Delimiter[])[] = []
  let stack: readonly Delimiter[] = []
  let at = from
  for (let index = 0; index <= atoms.length; index += 1) {
    const end = atoms[index]?.span?.from ?? to
    if (end < at) return null
    const found = readGap(text, at, end, stack, atoms, index)
    cuts.push(found)
    stack = found.at(-1)?.stack ?? []
    if (index < atoms.length) stacks.push(stack)
    at = Math.max(at, atoms[index]?.span?.to ?? to)
  }
  return { from, to, atoms, cuts, stacks }
}

/** What must be open at atom `index`, and what may not stay open. */
function isNeeded(delimiter: Delimiter, atom: Atom | undefined): boolean {
  if (atom === undefined) return false
  if (delimiter.kind === 'link') return atom.link !== null && atom.link === delimiter.link
  return listKinds(atom.marks).includes(delimiter.kind)
}

function readGap(
  text: string,
  from: number,
  to: number,
  before: readonly Delimiter[],
  atoms: readonly Atom[],
  index: number,
): Cut[] {
  const atom = atoms[index]
  const cuts: Cut[] = [{ at: from, stack: before }]
  let at = from
  let stack = before
  while (at < to || stack.some((open) => !isNeeded(open, atom))) {
    const step =
      closeOne(text, at, to, stack, atom) ??
      openOne(text, at, to, stack, atoms, index) ??
      skipSpace(text, at, to, stack)
    if (step === null) return unreadable(from, to, before, atoms, index)
    at = step.at
    stack = step.stack
    cuts.push(step)
  }
  const isComplete = atom === undefined || listMissing(stack, atom).length === 0
  return isComplete ? cuts : unreadable(from, to, before, atoms, index)
}

function closeOne(
  text: string,
  at: number,
  to: number,
  stack: readonly Delimiter[],
  atom: Atom | undefined,
): Cut | null {
  const top = stack.at(-1)
  if (top === undefined) return null
  const close = matchClose(text.slice(at, to), top)
  if (close === null) return null
  // `**a****b**`: nothing need close, but nothing is missing either, so the marks end and begin again.
  const mustClose = stack.some((open) => !isNeeded(open, atom))
  if (!mustClose && atom !== undefined && listMissing(stack, atom).length > 0) return null
  return { at: at + close, stack: stack.slice(0, -1) }
}

function matchClose(source: string, top: Delimiter): number | null {
  if (top.kind === 'code') {
    const match = /^[ \r\n]?(`+)/.exec(source)
    return match !== null && match[1] === top.close.trim() ? match[0].length : null
  }
  return top.close !== '' && source.startsWith(top.close) ? top.close.length : null
}

/** The kinds that an atom needs and that are not open, the one that reaches furthest first: it is the outermost. */
function listMissing(stack: readonly Delimiter[], atom: Atom): DelimiterKind[] {
  const open = new Set(stack.map((delimiter) => delimiter.kind))
  const kinds: DelimiterKind[] =
    atom.link !== null ? ['link', ...listKinds(atom.marks)] : listKinds(atom.marks)
  return kinds.filter((kind) => !open.has(kind))
}

const openers: Record<DelimiterKind, RegExp> = {
  link: /^\[/,
  italic: /^[*_]/,
  bold: /^(?:\*\*|__)/,
  strike: /^~~?/,
  code: /^`+[ \r\n]?/,
}

function openOne(
  text: string,
  at: number,
  to: number,
  stack: readonly Delimiter[],
  atoms: readonly Atom[],
  index: number,
): Cut | null {
  const atom = atoms[index]
  if (atom === undefined || stack.some((open) => !isNeeded(open, atom))) return null
  const source = text.slice(at, to)
  const missing = listMissing(stack, atom)
  const ordered = missing.toSorted((one, other) => reachOf(atoms, index, other) - reachOf(atoms, index, one))
  for (const kind of ordered) {
    // A lone `**` cannot open italic while bold is missing too: `***` is shared out by reach.
    if (kind === 'italic' && missing.includes('bold') && /^(?:\*\*(?!\*)|__(?!_))/.test(source)) continue
    const open = openers[kind].exec(source)?.[0]
    if (open === undefined) continue
    const close = kind === 'link' ? (atom.link?.closing ?? ']') : kind === 'code' ? open.trim() : open
    const delimiter = { kind, open, close, link: kind === 'link' ? atom.link : null, id: at }
    return { at: at + open.length, stack: [...stack, delimiter] }
  }
  return null
}

/** The index behind the last atom that shares this mark or link with atom `index`. */
function reachOf(atoms: readonly Atom[], index: number, kind: DelimiterKind): number {
  const link = atoms[index]?.link
  let end = index
  while (end < atoms.length) {
    const atom = atoms[end]
    if (atom === undefined) break
    if (kind === 'link' ? atom.link !== link : !listKinds(atom.marks).includes(kind)) break
    end += 1
  }
  return end
}

function skipSpace(text: string, at: number, to: number, stack: readonly Delimiter[]): Cut | null {
  const space = /^[ \t\r\n>]+/.exec(text.slice(at, to))
  return space === null ? null : { at: at + space[0].length, stack }
}

/** Markup that was not understood is never cut: only its two ends are offered, with what must be open there. */
function unreadable(
  from: number,
  to: number,
  before: readonly Delimiter[],
  atoms: readonly Atom[],
  index: number,
): Cut[] {
  const atom = atoms[index]
  const kept = before.filter((open) => isNeeded(open, atom))
  const missing = atom === undefined ? [] : listMissing(kept, atom)
  const assumed = missing.map((kind, offset) =>
    assumeDelimiter(kind, atom?.link ?? null, to * 8 + offset + 1),
  )
  return [
    { at: from, stack: before },
    { at: to, stack: [...kept, ...assumed] },
  ]
}

function assumeDelimiter(kind: DelimiterKind, link: Link | null, id: number): Delimiter {
  const mark = { link: '[', italic: '*', bold: '**', strike: '~~', code: '`' }[kind]
  const isLink = kind === 'link'
  return { kind, open: mark, close: isLink ? (link?.closing ?? ']') : mark, link: isLink ? link : null, id }
}
