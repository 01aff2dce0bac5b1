/** Inline content as a row of atoms: the unit in which an edit is found and source is kept. */

import { Mark } from '../tree.ts'
import type { Link, Marks, Run, Span, TextRun } from '../tree.ts'

/** One character (code point), one opaque inline or one break. */
export interface Atom {
  readonly kind: 'character' | 'opaque' | 'break'
  /** The character; the source of an opaque inline; '\n' for a break. */
  readonly text: string
  readonly isHard: boolean
  /** As the tree has them; see `settled` for what is compared. */
  readonly marks: Marks
  /** White space carries only the marks that both its neighbours have: Markdown cannot say more. */
  readonly settled: Marks
  readonly link: Link | null
  /** Its link begins here: two equal links side by side are two. */
  readonly opensLink: boolean
  /** Where it is written; null in the intended tree. */
  readonly span: Span | null
  /**
   * The second and later code points of one escape or entity stand at its end with an empty span: they cannot be
   * kept without the first.
   */
  readonly isGlued: boolean
}

type Draft = Omit<Atom, 'settled' | 'opensLink'>

/** Runs to atoms. The same function serves both trees, so that equal content gives equal atoms. */
export function listAtoms(runs: readonly Run[]): Atom[] {
  const drafts: Draft[] = []
  for (const run of runs) {
    if (run.kind === 'text') addCharacters(run, drafts)
    else {
      drafts.push({
        kind: run.kind === 'opaque' ? 'opaque' : 'break',
        text: run.kind === 'opaque' ? run.source : '\n',
        isHard: run.kind === 'break' && run.hard,
        marks: run.marks & ~Mark.code,
        link: run.link,
        span: run.span ?? null,
        isGlued: false,
      })
    }
  }
  return settle(drafts)
}

function addCharacters(run: TextRun, drafts: Draft[]): void {
  const spans = run.segments === undefined ? null : spreadSegments(run)
  let at = 0
  for (const character of run.text) {
    const place = spans?.[at] ?? null
    drafts.push({
      kind: 'character',
      text: character,
      isHard: false,
      marks: run.marks,
      link: run.link,
      span: place === null ? null : place.span,
      isGlued: place?.isGlued ?? false,
    })
    at += character.length
  }
}

/** For each code unit of the run that begins a code point: its place in the source. */
function spreadSegments(run: TextRun): ({ span: Span; isGlued: boolean } | null)[] {
  const places: ({ span: Span; isGlued: boolean } | null)[] = []
  for (const segment of run.segments ?? []) {
    const isPlain = segment.to - segment.from === segment.length
    const first = run.text.codePointAt(segment.at)
    const firstLength = first !== undefined && first > 0xffff ? 2 : 1
    for (let offset = 0; offset < segment.length; offset += 1) {
      if (isPlain) {
        const code = run.text.codePointAt(segment.at + offset)
        const length = code !== undefined && code > 0xffff ? 2 : 1
        const from = segment.from + offset
        places[segment.at + offset] = { span: { from, to: from + length }, isGlued: false }
      } else if (offset === 0) {
        places[segment.at] = { span: { from: segment.from, to: segment.to }, isGlued: false }
      } else if (offset >= firstLength) {
        places[segment.at + offset] = { span: { from: segment.to, to: segment.to }, isGlued: true }
      }
    }
  }
  return places
}

/** White space that leaves no trace at the edge of a mark: the same characters as in the content key. */
function isSpaceAtom(atom: Draft): boolean {
  if (atom.kind === 'break') return true
  return atom.kind === 'character' && (atom.marks & Mark.code) === 0 && /^[ \t\n]$/.test(atom.text)
}

function settle(drafts: readonly Draft[]): Atom[] {
  const before: Marks[] = []
  let last: Marks = 0
  drafts.forEach((atom, index) => {
    if (!isSpaceAtom(atom)) last = atom.marks
    before[index] = last
  })
  const settled: Marks[] = []
  let next: Marks = 0
  for (let index = drafts.length - 1; index >= 0; index -= 1) {
    const atom = drafts[index]
    if (atom === undefined) continue
    if (!isSpaceAtom(atom)) next = atom.marks
    settled[index] = isSpaceAtom(atom) ? (before[index] ?? 0) & next & ~Mark.code : atom.marks
  }
  return drafts.map((atom, index) => ({
    ...atom,
    settled: settled[index] ?? 0,
    opensLink: atom.link !== null && atom.link !== drafts[index - 1]?.link,
  }))
}

/** Two links that are written the same. */
function isSameLink(one: Link | null, other: Link | null): boolean {
  if (one === other) return true
  if (one === null || other === null) return false
  if (one.reference !== null || other.reference !== null)
    return one.reference?.label === other.reference?.label
  return one.url === other.url && one.title === other.title
}

/** Equal content: character, marks, link. A hard and a soft break differ; marks on a break are none. */
export function isSameAtom(one: Atom, other: Atom): boolean {
  return (
    isSameCharacter(one, other) &&
    (one.kind === 'break' || one.settled === other.settled) &&
    one.opensLink === other.opensLink &&
    isSameLink(one.link, other.link)
  )
}

/** Equal but for marks and link: its spelling can be kept. */
export function isSameCharacter(one: Atom, other: Atom): boolean {
  return one.kind === other.kind && one.text === other.text && one.isHard === other.isHard
}
