/** Which atoms of an edited leaf were there before, and how they were written. */

import { Mark } from '../tree.ts'
import type { Marks } from '../tree.ts'
import type { Atom } from './inline-atoms.ts'
import { isSameCharacter } from './inline-atoms.ts'
import type { Delimiter, LeafSource } from './inline-source.ts'
import { replacePrefix, splitLines } from './columns.ts'
import type { SourcedAtom } from './write-inline.ts'

/** A leaf of the base whose spelling may be kept, with the prefix of its lines. */
export interface Donor {
  readonly leaf: LeafSource
  readonly prefix: string
}

/** A stretch of atoms of one leaf. */
interface Stretch {
  readonly donor: Donor
  readonly from: number
  readonly to: number
}

/** Above this many comparisons a stretch is not searched for kept characters; they are then written anew. */
const comparisonLimit = 4_000_000

/**
 * Gives each atom its spelling where it has one: first from the stretch it replaces, then from the donors (the other
 * half of a split, the block that was merged in).
 */
export function sourceAtoms(
  text: string,
  atoms: readonly Atom[],
  own: Stretch | null,
  donors: readonly Donor[],
  prefix: string,
  newLine: string,
): SourcedAtom[] {
  const found: (SourcedAtom | null)[] = atoms.map(() => null)
  const stretches = [
    ...(own === null ? [] : [own]),
    ...donors.map((donor) => ({ donor, from: 0, to: donor.leaf.atoms.length })),
  ]
  for (const stretch of stretches) {
    const open = atoms.map((_, index) => index).filter((index) => found[index] === null)
    if (open.length === 0) break
    matchStretch(text, atoms, open, stretch, found, prefix, newLine)
  }
  return atoms.map((atom, index) => found[index] ?? { atom, source: null, stack: [], marks: atom.settled })
}

function matchStretch(
  text: string,
  atoms: readonly Atom[],
  open: readonly number[],
  stretch: Stretch,
  found: (SourcedAtom | null)[],
  prefix: string,
  newLine: string,
): void {
  const { leaf } = stretch.donor
  const old = leaf.atoms.slice(stretch.from, stretch.to)
  const wanted = open.map((index) => atoms[index]).filter((atom): atom is Atom => atom !== undefined)
  for (const [oldIndex, newIndex] of matchAtoms(old, wanted)) {
    const atom = wanted[newIndex]
    const kept = old[oldIndex]
    const at = open[newIndex]
    if (atom === undefined || kept === undefined || kept.span === null || at === undefined) continue
    // The second half of an entity is nothing without the first.
    if (kept.isGlued && found[at - 1]?.source === null) continue
    const source = text.slice(kept.span.from, kept.span.to)
    const stack = leaf.stacks[stretch.from + oldIndex] ?? []
    found[at] = {
      atom,
      // A break between two bold words need not be bold: it stays as it was, and so does the line above it.
      marks: atom.kind === 'break' ? atom.settled & marksOf(stack) : atom.settled,
      source: movedSource(kept, source, stretch.donor.prefix, prefix, newLine),
      stack,
    }
  }
}

function marksOf(stack: readonly Delimiter[]): Marks {
  return stack.reduce((marks, { kind }) => (kind === 'link' ? marks : marks | Mark[kind]), 0)
}

/** Source over several lines gets the prefix of its new place. */
function movedSource(atom: Atom, source: string, from: string, to: string, newLine: string): string {
  if (from === to) return source
  if (atom.kind === 'break') return (splitLines(source)[0]?.content ?? '') + newLine
  return replacePrefix(source, from, to)
}

/** Pairs of indexes of a longest common subsequence, after the common start and end. */
function matchAtoms(old: readonly Atom[], wanted: readonly Atom[]): [number, number][] {
  const pairs: [number, number][] = []
  let start = 0
  while (isSameAt(old, start, wanted, start)) {
    pairs.push([start, start])
    start += 1
  }
  let end = 0
  while (
    end < old.length - start &&
    end < wanted.length - start &&
    isSameAt(old, old.length - 1 - end, wanted, wanted.length - 1 - end)
  ) {
    pairs.push([old.length - 1 - end, wanted.length - 1 - end])
    end += 1
  }
  const middle = findLongestCommon(
    old.slice(start, old.length - end),
    wanted.slice(start, wanted.length - end),
  )
  for (const [one, other] of middle) pairs.push([one + start, other + start])
  return pairs.toSorted((one, other) => one[1] - other[1])
}

function isSameAt(old: readonly Atom[], oldAt: number, wanted: readonly Atom[], wantedAt: number): boolean {
  const one = old[oldAt]
  const other = wanted[wantedAt]
  return one !== undefined && other !== undefined && isSameCharacter(one, other)
}

function findLongestCommon(old: readonly Atom[], wanted: readonly Atom[]): [number, number][] {
  const rows = old.length
  const columns = wanted.length
  if (rows === 0 || columns === 0 || rows * columns > comparisonLimit) return []
  const width = columns + 1
  const lengths = new Uint32Array((rows + 1) * width)
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      const at = row * width + column
      lengths[at] = isSameAt(old, row, wanted, column)
        ? (lengths[at + width + 1] ?? 0) + 1
        : Math.max(lengths[at + width] ?? 0, lengths[at + 1] ?? 0)
    }
  }
  const pairs: [number, number][] = []
  let row = 0
  let column = 0
  while (row < rows && column < columns) {
    const at = row * width + column
    if (isSameAt(old, row, wanted, column)) {
      pairs.push([row, column])
      row += 1
      column += 1
    } else if ((lengths[at + width] ?? 0) >= (lengths[at + 1] ?? 0)) row += 1
    else column += 1
  }
  return pairs
}
