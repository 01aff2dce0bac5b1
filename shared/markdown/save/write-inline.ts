/** Atoms to source: delimiters where marks and links begin and end, kept spelling where there is one. */

import { Mark } from '../tree.ts'
import type { Link, Marks } from '../tree.ts'
import { escapeCharacter, toEntity } from './escape.ts'
import type { EscapeLevel, Surroundings } from './escape.ts'
import type { Atom } from './inline-atoms.ts'
import type { Delimiter, DelimiterKind } from './inline-source.ts'
import { listKinds } from './inline-source.ts'
import { writeLinkClosing } from './write-link.ts'

/** An atom of the intended tree with the spelling it had, if any. */
export interface SourcedAtom {
  readonly atom: Atom
  /** How it is written in the base; null for what is new. */
  readonly source: string | null
  /** The marks it is written with. */
  readonly marks: Marks
  /** What was open at it in the base: new pairs around it are written the same way. */
  readonly stack: readonly Delimiter[]
}

export interface InlineStyle {
  readonly bold: '**' | '__'
  readonly italic: '*' | '_'
  readonly strike: '~~' | '~'
  readonly hardBreak: '  ' | '\\'
}

export interface InlineTask {
  readonly atoms: readonly SourcedAtom[]
  /** What is open in front of the text and has to be open behind it. */
  readonly before: readonly Delimiter[]
  readonly after: readonly Delimiter[]
  readonly style: InlineStyle
  /** For new characters. */
  readonly level: EscapeLevel
  /** Also escape kept characters that stand raw: their new neighbours may have made markup of them. */
  readonly escapesKept: boolean
  /** Addresses are written so that they are none, also those that are whole: nothing else can stand in them. */
  readonly defusesAddresses: boolean
  readonly leaf: 'paragraph' | 'heading' | 'cell'
  /** A heading behind `#`: breaks become spaces. */
  readonly isOneLine: boolean
  /** Visible text of the line in front of the first and behind the last atom. */
  readonly lineBefore: string
  readonly lineAfter: string
  /** Line ending with the prefix of the next line. */
  readonly newLine: string
  /** How the label of a reference link was written. */
  readonly labelOf: (link: Link) => string
}

export interface WrittenInline {
  readonly text: string
  /** How many delimiters had to be written: the fewer, the closer to what was there. */
  readonly delimiterCount: number
}

/** Writes atoms between two cuts. Pure; whether the result parses as meant is for the caller to verify. */
export function writeInline(task: InlineTask): WrittenInline {
  return new InlineWriter(task).write()
}

/**
 * Atoms inside a bare URL, where an escape would become part of the address; true for those of an address that a mark
 * or a link cuts through, false for one that is whole.
 */
function findUrlAtoms(atoms: readonly SourcedAtom[]): Map<number, boolean> {
  const starts: number[] = []
  let visible = ''
  atoms.forEach(({ atom }, index) => {
    for (let offset = 0; offset < atom.text.length; offset += 1) starts.push(index)
    visible += atom.kind === 'character' ? atom.text : ' '.repeat(atom.text.length)
  })
  const inside = new Map<number, boolean>()
  for (const match of visible.matchAll(/(?:https?:\/\/|www\.)[^\s<]+/giu)) {
    const from = starts[match.index] ?? -1
    const to = starts[match.index + match[0].length] ?? atoms.length
    const isCut = isCutAddress(atoms, from, to)
    for (let index = from; index < to; index += 1) inside.set(index, isCut)
  }
  return inside
}

/** Inside a link the address ends with the link; elsewhere what stands right behind it counts too. */
function isCutAddress(atoms: readonly SourcedAtom[], from: number, to: number): boolean {
  const first = atoms[from]?.atom
  if (first === undefined) return false
  const stretch = atoms.slice(from, to + 1)
  const linkEnd = first.link === null ? -1 : stretch.findIndex(({ atom }) => atom.link !== first.link)
  const own = linkEnd === -1 ? stretch : stretch.slice(0, linkEnd)
  return own.some(({ atom }) => atom.settled !== first.settled || atom.link !== first.link)
}

class InlineWriter {
  readonly #task: InlineTask
  readonly #urlAtoms: ReadonlyMap<number, boolean>
  #stack: Delimiter[]
  #text = ''
  #delimiterCount = 0
  #nextId = -1
  /** Where in `#text` the text of an open link begins. */
  readonly #linkTextFrom = new Map<number, number>()

  constructor(task: InlineTask) {
    this.#task = task
    this.#stack = [...task.before]
    this.#urlAtoms = findUrlAtoms(task.atoms)
  }

  write(): WrittenInline {
    this.#task.atoms.forEach((_, index) => {
      this.#closeFor(index)
      this.#openFor(index)
      this.#text += this.#spell(index)
    })
    this.#finish()
    return { text: this.#text, delimiterCount: this.#delimiterCount }
  }

  #needs(delimiter: Delimiter, index: number): boolean {
    const sourced = this.#task.atoms[index]
    if (sourced === undefined) return false
    const { atom, marks } = sourced
    if (delimiter.kind !== 'link') return listKinds(marks).includes(delimiter.kind)
    // The link that was open in front of the text goes on, unless another one begins here.
    return (
      atom.link !== null &&
      delimiter.link !== null &&
      isOneLink(delimiter.link, atom) &&
      !this.#startsLink(index)
    )
  }

  #startsLink(index: number): boolean {
    return this.#task.atoms[index]?.atom.opensLink === true
  }

  #closeFor(index: number): void {
    const firstUnneeded = this.#stack.findIndex(
      (delimiter, depth) =>
        !this.#needs(delimiter, index) ||
        this.#endsInLink(delimiter, index) ||
        this.#endsWithStretch(delimiter, depth, index),
    )
    if (firstUnneeded === -1) return
    this.#closeDownTo(firstUnneeded)
  }

  /**
   * A mark that ends inside the link that begins here, or behind the white space here, would cut the link in two: it is
   * closed, and opened again in the link.
   */
  #endsInLink(delimiter: Delimiter, index: number): boolean {
    const { atoms } = this.#task
    let start = index
    while (!this.#startsLink(start) && isWhiteSpace(atoms[start]?.atom)) start += 1
    if (delimiter.kind === 'link' || delimiter.kind === 'code' || !this.#startsLink(start)) return false
    return this.#reachOf(start, delimiter.kind) < this.#reachOf(start, 'link')
  }

  /** A mark that is not open behind the last word of the stretch ends with that word, not with the white space. */
  #endsWithStretch(delimiter: Delimiter, depth: number, index: number): boolean {
    const { atoms, after } = this.#task
    if (after[depth]?.id === delimiter.id) return false
    if (this.#stack.slice(depth).some(({ kind }) => kind === 'link' || kind === 'code')) return false
    let end = index
    while (isWhiteSpace(atoms[end]?.atom)) end += 1
    return end === atoms.length
  }

  #closeDownTo(length: number): void {
    while (this.#stack.length > length) {
      const top = this.#stack.pop()
      if (top === undefined) return
      const linkFrom = this.#linkTextFrom.get(top.id)
      const written = top.kind === 'link' && linkFrom !== undefined ? this.#text.slice(linkFrom) : null
      this.#text += top.kind === 'link' && top.link !== null ? this.#closeLink(top, written) : top.close
      this.#delimiterCount += 1
    }
  }

  #closeLink(top: Delimiter, written: string | null): string {
    if (top.link === null) return ']'
    return written === null
      ? top.close
      : writeLinkClosing(top.link, written, this.#task.labelOf(top.link), this.#task.leaf === 'cell')
  }

  #openFor(index: number): void {
    const sourced = this.#task.atoms[index]
    if (sourced === undefined) return
    const { atom, marks } = sourced
    const open = new Set(this.#stack.map((delimiter) => delimiter.kind))
    // In front of white space no delimiter opens anything: it waits for the next word.
    const kinds = isWhiteSpace(atom) ? [] : listKinds(marks)
    const missing = (atom.link === null ? kinds : (['link', ...kinds] as DelimiterKind[])).filter(
      (kind) => !open.has(kind),
    )
    const reach = (kind: DelimiterKind) => (kind === 'code' ? -1 : this.#reachOf(index, kind))
    for (const kind of missing.toSorted((one, other) => reach(other) - reach(one))) {
      this.#push(this.#createDelimiter(kind, index))
    }
  }

  #push(delimiter: Delimiter): void {
    this.#stack.push(delimiter)
    this.#text += delimiter.open
    this.#delimiterCount += 1
    if (delimiter.kind === 'link') this.#linkTextFrom.set(delimiter.id, this.#text.length)
  }

  #reachOf(index: number, kind: DelimiterKind): number {
    const { atoms, after } = this.#task
    let end = index + 1
    while (end < atoms.length) {
      const sourced = atoms[end]
      if (sourced === undefined) break
      const { atom, marks } = sourced
      const goesOn = kind === 'link' ? atom.link !== null && !atom.opensLink : listKinds(marks).includes(kind)
      if (!goesOn) break
      end += 1
    }
    return end === atoms.length && after.some((delimiter) => delimiter.kind === kind) ? Infinity : end
  }

  #createDelimiter(kind: DelimiterKind, index: number): Delimiter {
    // The pair's closer stands behind the text already: open that pair.
    if (this.#reachOf(index, kind) === Infinity) {
      const waiting = this.#task.after.find((delimiter) => delimiter.kind === kind)
      if (waiting !== undefined) return waiting
    }
    const id = this.#nextId
    this.#nextId -= 1
    const source = this.#task.atoms[index]
    const link = kind === 'link' ? (source?.atom.link ?? null) : null
    if (kind === 'link') return { kind, open: '[', close: link?.closing ?? ']', link, id }
    if (kind === 'code') return { kind, ...this.#fenceCode(index), link, id }
    const known = source?.stack.find((delimiter) => delimiter.kind === kind)?.open
    const mark = this.#fitMark(known ?? this.#task.style[kind], kind, index)
    return { kind, open: mark, close: mark, link, id }
  }

  #fitMark(mark: string, kind: DelimiterKind, index: number): string {
    if (!mark.startsWith('_')) return mark
    const end = this.#reachOf(index, kind)
    const before = this.#task.atoms[index - 1]?.atom.text ?? this.#task.lineBefore.slice(-1)
    const after = this.#task.atoms[end]?.atom.text ?? this.#task.lineAfter.slice(0, 1)
    // Underscores inside a word are letters.
    const isInsideWord = /[\p{L}\p{N}]$/u.test(before) || /^[\p{L}\p{N}]/u.test(after)
    return isInsideWord ? '*'.repeat(mark.length) : mark
  }

  #fenceCode(index: number): { open: string; close: string } {
    const end = Math.min(this.#reachOf(index, 'code'), this.#task.atoms.length)
    const content = this.#task.atoms
      .slice(index, end)
      .map(({ atom }) => atom.text)
      .join('')
    const runs = new Set((content.match(/`+/g) ?? []).map((run) => run.length))
    let length = 1
    while (runs.has(length)) length += 1
    const isPadded =
      content.startsWith('`') || content.endsWith('`') || (/^ .* $/s.test(content) && content.trim() !== '')
    const fence = '`'.repeat(length)
    return isPadded ? { open: `${fence} `, close: ` ${fence}` } : { open: fence, close: fence }
  }

  #spell(index: number): string {
    const sourced = this.#task.atoms[index]
    if (sourced === undefined) return ''
    const { atom, source } = sourced
    if (atom.kind === 'opaque') return source ?? atom.text
    if (atom.kind === 'break') return this.#task.isOneLine ? ' ' : (source ?? this.#spellBreak(atom.isHard))
    if ((atom.settled & Mark.code) !== 0) {
      return source ?? (atom.text === '|' && this.#task.leaf === 'cell' ? '\\|' : atom.text)
    }
    // An escape or entity of the author's is kept whatever the level.
    if (source !== null && (source !== atom.text || !this.#task.escapesKept)) return source
    const { level } = this.#task
    if (level === 'entities' && this.#isBesideMark(index)) return toEntity(atom.text)
    if (this.#urlAtoms.has(index)) {
      // Without its colon or first dot it is no address, and marks in it are marks again.
      const defuses =
        level === 'entities' &&
        (this.#task.defusesAddresses || this.#urlAtoms.get(index) === true) &&
        (atom.text === ':' || (atom.text === '.' && !this.#urlAtoms.has(index - 4)))
      if (level !== 'entities' || defuses) return defuses ? toEntity(atom.text) : atom.text
    }
    return escapeCharacter(atom.text, level, this.#around(index))
  }

  #spellBreak(isHard: boolean): string {
    return (isHard ? this.#task.style.hardBreak : '') + this.#task.newLine
  }

  /**
   * A letter right outside a mark whose inside begins or ends with punctuation: there CommonMark sees no delimiter
   * (`a**"b"**`), unless the letter is an entity, which ends with punctuation. Likewise a no-break space inside.
   */
  #isBesideMark(index: number): boolean {
    const atom = this.#task.atoms[index]?.atom
    if (atom === undefined || atom.kind !== 'character') return false
    return [index - 1, index + 1].some((place) => {
      const other = this.#task.atoms[place]?.atom
      if (other === undefined || other.settled === atom.settled) return false
      if (/^[\p{L}\p{N}]$/u.test(atom.text))
        return (other.settled & ~atom.settled) !== 0 && endsWithPunctuation(other, atom)
      return /^\s$/u.test(atom.text) && !/^[ \t\n]$/.test(atom.text)
    })
  }

  #around(index: number): Surroundings {
    const { atoms } = this.#task
    let before = ''
    let from = index - 1
    for (; from >= 0 && before.length < 40; from -= 1) {
      const atom = atoms[from]?.atom
      if (atom === undefined || atom.kind === 'break') break
      before = atom.text + before
    }
    let after = ''
    let to = index + 1
    for (; to < atoms.length && after.length < 40; to += 1) {
      const atom = atoms[to]?.atom
      if (atom === undefined || atom.kind === 'break') break
      after += atom.text
    }
    return {
      lineBefore: from < 0 ? this.#task.lineBefore + before : before,
      lineAfter: to >= atoms.length ? after + this.#task.lineAfter : after,
      isInLink: atoms[index]?.atom.link !== null,
      isInCell: this.#task.leaf === 'cell',
      isBesideDelimiter: this.#isBesideDelimiter(index),
    }
  }

  #isBesideDelimiter(index: number): boolean {
    const { atoms, before, after } = this.#task
    const atom = atoms[index]?.atom
    const differs = (other: Atom | undefined, outside: readonly Delimiter[]) =>
      other === undefined ? outside.length > 0 : other.settled !== atom?.settled || other.link !== atom.link
    return differs(atoms[index - 1]?.atom, before) || differs(atoms[index + 1]?.atom, after)
  }

  /** Closes and opens what the text behind expects. */
  #finish(): void {
    const { after } = this.#task
    let shared = 0
    while (shared < after.length && this.#stack[shared]?.id === after[shared]?.id) shared += 1
    this.#closeDownTo(shared)
    for (const delimiter of after.slice(shared)) this.#push(delimiter)
  }
}

/** Whether what is written for an atom has punctuation towards its neighbour: code has its fence. */
function endsWithPunctuation(atom: Atom, neighbour: Atom): boolean {
  const isCode = (atom.settled & ~neighbour.settled & Mark.code) !== 0
  return isCode || !/^[\p{L}\p{N}]/u.test(atom.text)
}

function isWhiteSpace(atom: Atom | undefined): boolean {
  return atom?.kind === 'character' && (atom.settled & Mark.code) === 0 && /^[ \t]$/.test(atom.text)
}

function isOneLink(open: Link, atom: Atom): boolean {
  return atom.link === open || (atom.link?.url === open.url && atom.link.title === open.title)
}
