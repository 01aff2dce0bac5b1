/**
 * The ladder of a changed leaf: spellings of its new content, from the smallest change of the source to the largest.
 * The caller takes the first one that parses as meant.
 */

import { Mark } from '../tree.ts'
import type { Link } from '../tree.ts'
import { sourceAtoms } from './atom-match.ts'
import type { Donor } from './atom-match.ts'
import type { EscapeLevel } from './escape.ts'
import type { Atom } from './inline-atoms.ts'
import { isSameAtom } from './inline-atoms.ts'
import type { Cut, Delimiter } from './inline-source.ts'
import { writeInline } from './write-inline.ts'
import type { InlineStyle, WrittenInline } from './write-inline.ts'

export interface LeafTask {
  /** The entry's text. */
  readonly text: string
  /** How the leaf is written now; null for a new leaf, or one whose source cannot be read. */
  readonly own: Donor | null
  readonly donors: readonly Donor[]
  /** The new content. */
  readonly atoms: readonly Atom[]
  readonly leaf: 'paragraph' | 'heading' | 'cell'
  readonly prefix: string
  readonly lineEnding: string
  readonly style: InlineStyle
  readonly labelOf: (link: Link) => string
  /** False for leaves with TeX, shortcodes or comments over several lines: escaping would damage what is hidden in them. */
  readonly mayEscapeAll: boolean
}

/** One way to write the leaf. */
export interface LeafCandidate {
  readonly rung: number
  readonly content: string
}

/**
 * How much is written anew: the changed characters; a dozen more on both sides; their lines; whole inline nodes; the
 * leaf.
 */
type Width = 'middle' | 'around' | 'line' | 'node' | 'leaf'

interface Rung {
  readonly width: Width
  readonly level: EscapeLevel
  /** The other emphasis character and the other hard break. */
  readonly isAlternate: boolean
  readonly keepsSource: boolean
  /** A space as an entity stands in front: HTML at the start of a line would begin a block. */
  readonly isShielded: boolean
  /** Addresses become plain text: an escape or an entity would be part of one. */
  readonly defuses: boolean
}

function rung(width: Width, level: EscapeLevel, more: Partial<Rung> = {}): Rung {
  return { width, level, isAlternate: false, keepsSource: true, isShielded: false, defuses: false, ...more }
}

const rungs: readonly Rung[] = [
  rung('middle', 'raw'),
  rung('middle', 'needed'),
  rung('middle', 'raw', { isAlternate: true }),
  rung('middle', 'needed', { isAlternate: true }),
  rung('node', 'raw'),
  rung('around', 'needed'),
  rung('line', 'needed'),
  rung('line', 'needed', { isAlternate: true }),
  rung('node', 'needed'),
  rung('node', 'needed', { isAlternate: true }),
  rung('middle', 'entities'),
  // Scenario: a pipe more in the first line gives it as many cells as the line of dashes below has columns.
  rung('middle', 'all'),
  rung('around', 'all'),
  rung('line', 'all'),
  rung('leaf', 'raw'),
  rung('leaf', 'needed'),
  rung('leaf', 'needed', { isAlternate: true }),
  rung('leaf', 'all', { keepsSource: false }),
  rung('leaf', 'all', { isAlternate: true, keepsSource: false }),
  rung('leaf', 'entities'),
  rung('leaf', 'entities', { isAlternate: true, keepsSource: false }),
  rung('leaf', 'raw', { isShielded: true }),
  rung('leaf', 'needed', { isShielded: true }),
  // Scenario: `<!-- x -->` typed in the middle of an address, or an address right in front of an escaped `</div>`.
  rung('line', 'entities', { defuses: true }),
  rung('leaf', 'entities', { defuses: true }),
]

/** How many pairs of cuts are tried on one rung: the best one nearly always does. */
const cutPairLimit = 4

/** Candidates from rung `from` on, without repetitions. Lazy: later ones cost nothing until they are asked for. */
export function* listLeafCandidates(task: LeafTask, from = 0): Generator<LeafCandidate> {
  const seen = new Set<string>()
  for (let index = from; index < rungs.length; index += 1) {
    const step = rungs[index]
    if (step === undefined || ((step.level === 'all' || !step.keepsSource) && !task.mayEscapeAll)) continue
    if (step.isShielded && task.atoms.find((atom) => !isSpace(atom))?.kind !== 'opaque') continue
    for (const content of writeRung(task, step)) {
      if (seen.has(content)) continue
      seen.add(content)
      yield { rung: index, content }
    }
  }
}

function writeRung(task: LeafTask, rung: Rung): string[] {
  const { own } = task
  const shield = rung.isShielded ? '&#32;' : ''
  if (own === null) return rung.width === 'leaf' ? [shield + writeStretch(task, rung, 0, 0, null).text] : []
  const edit = findEdit(own.leaf.atoms, task.atoms)
  const [prefix, suffix] = widen(task, rung, edit.prefix, edit.suffix)
  const oldEnd = own.leaf.atoms.length - suffix
  const pairs = listCutPairs(
    rung,
    own.leaf.cuts[prefix] ?? [],
    own.leaf.cuts[oldEnd] ?? [],
    prefix === 0,
    suffix === 0,
  )
  return pairs
    .map(([before, after]) => {
      const written = writeStretch(task, rung, prefix, suffix, [before, after])
      const content =
        shield +
        task.text.slice(own.leaf.from, before.at) +
        written.text +
        task.text.slice(after.at, own.leaf.to)
      return { content, cost: written.delimiterCount * 1000 - (after.at - before.at) }
    })
    .toSorted((one, other) => one.cost - other.cost)
    .slice(0, cutPairLimit)
    .map(({ content }) => content)
}

/** The number of equal atoms at the start and at the end. */
function findEdit(old: readonly Atom[], wanted: readonly Atom[]): { prefix: number; suffix: number } {
  const most = Math.min(old.length, wanted.length)
  let prefix = 0
  while (prefix < most && areSame(old[prefix], wanted[prefix])) prefix += 1
  let suffix = 0
  while (suffix < most - prefix && areSame(old[old.length - 1 - suffix], wanted[wanted.length - 1 - suffix]))
    suffix += 1
  // Nothing changed but what stands around the leaf: its first characters are in question.
  if (prefix === old.length && prefix === wanted.length) return { prefix: 0, suffix: wanted.length }
  // White space that comes to the edge of a line is gone: it belongs to the edit.
  while (prefix > 0 && isSpace(wanted[prefix - 1]) && isEdge(wanted[prefix]) && !isEdge(old[prefix]))
    prefix -= 1
  const oldAt = () => old.length - suffix
  const at = () => wanted.length - suffix
  while (suffix > 0 && isSpace(wanted[at()]) && isEdge(wanted[at() - 1]) && !isEdge(old[oldAt() - 1]))
    suffix -= 1
  // The parts of one entity stay together.
  while (prefix > 0 && old[prefix]?.isGlued === true) prefix -= 1
  while (suffix > 0 && old[old.length - suffix]?.isGlued === true) suffix -= 1
  return { prefix, suffix }
}

function isSpace(atom: Atom | undefined): boolean {
  return atom?.kind === 'character' && /^[ \t]$/.test(atom.text) && (atom.settled & Mark.code) === 0
}

/** The edge of a line. */
function isEdge(atom: Atom | undefined): boolean {
  return atom === undefined || atom.kind === 'break'
}

/** Drops white space at the edges of lines, which Markdown cannot say, and breaks at the edges of the leaf. */
function trimStretch(task: LeafTask, prefix: number, suffix: number): Atom[] {
  const { atoms } = task
  const end = atoms.length - suffix
  const isAtEdge = (from: number, step: 1 | -1) => {
    let at = from
    while (isSpace(atoms[at])) at += step
    return isEdge(atoms[at])
  }
  const hasWords = (from: number, to: number) =>
    atoms.slice(from, to).some((atom) => !isSpace(atom) && atom.kind !== 'break')
  return atoms.slice(prefix, end).filter((atom, offset) => {
    const at = prefix + offset
    if (atom.kind === 'break') return hasWords(0, at) && hasWords(at + 1, atoms.length)
    return !isSpace(atom) || !(isAtEdge(at, 1) || isAtEdge(at, -1))
  })
}

function areSame(one: Atom | undefined, other: Atom | undefined): boolean {
  return one !== undefined && other !== undefined && isSameAtom(one, other)
}

function widen(task: LeafTask, rung: Rung, prefix: number, suffix: number): [number, number] {
  const leaf = task.own?.leaf
  if (leaf === undefined || rung.width === 'leaf') return [0, 0]
  let start = prefix
  let end = suffix
  if (rung.level !== 'raw') {
    // A kept character beside the edit may have become markup: it can be escaped too.
    start = Math.max(0, start - 1)
    end = Math.max(0, end - 1 - countLineStart(task.atoms, start, end))
  }
  if (rung.width === 'around') {
    start = Math.max(findStartOfLine(task.atoms, start), start - aroundLength)
    end =
      task.atoms.length -
      Math.min(findEndOfLine(task.atoms, task.atoms.length - end), task.atoms.length - end + aroundLength)
  }
  if (rung.width === 'line') {
    start = findStartOfLine(task.atoms, start)
    end = task.atoms.length - findEndOfLine(task.atoms, task.atoms.length - end)
  }
  if (rung.width === 'node') {
    while (start > 0 && !hasOpenCut(leaf.cuts[start])) start -= 1
    while (end > 0 && !hasOpenCut(leaf.cuts[leaf.atoms.length - end])) end -= 1
  }
  return [start, end]
}

const aroundLength = 12

function findStartOfLine(atoms: readonly Atom[], at: number): number {
  let from = at
  while (from > 0 && atoms[from - 1]?.kind !== 'break') from -= 1
  return from
}

function findEndOfLine(atoms: readonly Atom[], at: number): number {
  let to = at
  while (to < atoms.length && atoms[to]?.kind !== 'break') to += 1
  return to
}

function hasOpenCut(cuts: readonly Cut[] | undefined): boolean {
  return cuts?.some((cut) => cut.stack.length === 0) ?? false
}

/** When the edit touches the start of a line: how many further kept characters there could begin a block. */
function countLineStart(atoms: readonly Atom[], start: number, suffix: number): number {
  const end = atoms.length - suffix
  const lineStart = atoms.slice(0, end).findLastIndex((atom) => atom.kind === 'break') + 1
  if (lineStart < start - 2) return 0
  const rest = atoms
    .slice(lineStart, lineStart + 12)
    .map((atom) => (atom.kind === 'character' ? atom.text : '\n'))
  const marker = /^(?:\d{1,9}[.)]|[#>+\-=|~`:*_$%]+)/.exec(rest.join(''))
  return marker === null ? 0 : Math.max(0, marker[0].length - (end - lineStart))
}

function listCutPairs(
  rung: Rung,
  starts: readonly Cut[],
  ends: readonly Cut[],
  isAtStart: boolean,
  isAtEnd: boolean,
): [Cut, Cut][] {
  if (rung.width === 'leaf') {
    const start = starts[0]
    const end = ends.at(-1)
    return start === undefined || end === undefined ? [] : [[start, end]]
  }
  const isNode = rung.width === 'node'
  // At the edges of the leaf nothing is open outside its markup.
  const usable = (cut: Cut, isEdge: boolean) => !isNode || cut.stack.length === 0 || isEdge
  const pairs: [Cut, Cut][] = []
  for (const before of starts.filter((cut) => usable(cut, isAtStart))) {
    for (const after of ends.filter((cut) => usable(cut, isAtEnd))) {
      if (before.at <= after.at) pairs.push([before, after])
    }
  }
  return pairs
}

function writeStretch(
  task: LeafTask,
  rung: Rung,
  prefix: number,
  suffix: number,
  cuts: readonly [Cut, Cut] | null,
): WrittenInline {
  const wanted = trimStretch(task, prefix, suffix)
  const newLine = task.lineEnding + task.prefix
  const own =
    task.own === null ? null : { donor: task.own, from: prefix, to: task.own.leaf.atoms.length - suffix }
  const atoms = rung.keepsSource
    ? sourceAtoms(task.text, wanted, own, task.donors, task.prefix, newLine)
    : wanted.map((atom) => ({ atom, source: null, stack: [], marks: atom.settled }))
  const outer = { paragraph: '', heading: '# ', cell: '| ' }[task.leaf]
  const before: readonly Delimiter[] = cuts?.[0].stack ?? []
  const after: readonly Delimiter[] = cuts?.[1].stack ?? []
  return writeInline({
    atoms,
    before,
    after,
    style: rung.isAlternate ? alternate(task.style) : task.style,
    level: rung.level,
    escapesKept: rung.level !== 'raw',
    defusesAddresses: rung.defuses,
    leaf: task.leaf,
    // Only a heading that has lines already, over an underline, can have further ones.
    isOneLine: task.leaf === 'heading' && !hasLines(task),
    lineBefore: readLineBefore(task.atoms, prefix, outer),
    lineAfter: readLineAfter(task.atoms, task.atoms.length - suffix),
    newLine,
    labelOf: task.labelOf,
  })
}

function hasLines(task: LeafTask): boolean {
  return task.own?.leaf.atoms.some((atom) => atom.kind === 'break') ?? false
}

function readLineBefore(atoms: readonly Atom[], to: number, outer: string): string {
  const before = atoms.slice(0, to)
  const from = before.findLastIndex((atom) => atom.kind === 'break') + 1
  const line = before
    .slice(from)
    .map((atom) => atom.text)
    .join('')
  return from === 0 ? outer + line : line
}

function readLineAfter(atoms: readonly Atom[], from: number): string {
  const after = atoms.slice(from)
  const end = after.findIndex((atom) => atom.kind === 'break')
  return after
    .slice(0, end === -1 ? after.length : end)
    .map((atom) => atom.text)
    .join('')
}

function alternate(style: InlineStyle): InlineStyle {
  return {
    bold: style.bold,
    italic: style.italic === '*' ? '_' : '*',
    strike: style.strike,
    hardBreak: style.hardBreak === '\\' ? '  ' : '\\',
  }
}
