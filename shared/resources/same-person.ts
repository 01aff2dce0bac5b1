import { createEditMeter, longestMeasured } from '../search/edit-distance.ts'
import { personKey } from './person-names.ts'

/** Spellings that the author said are one person; the first is the name that is shown. */
export type Spellings = readonly string[]

/** What is remembered of who is who, as `.cairn/people.json` holds it. */
export interface PeopleMemory {
  readonly same: readonly Spellings[]
  /** Pairs that look alike and are two people. */
  readonly different: readonly (readonly [string, string])[]
}

/** Two people made one: the spellings of both in one group, `name` first. */
export function withSame({ same, different }: PeopleMemory, name: string, other: string): PeopleMemory {
  const isMeant = (group: Spellings): boolean => holds(group, name) || holds(group, other)
  const joined = [name, ...same.filter(isMeant).flat(), other]
  const group = joined.filter((each, at) => joined.findIndex((one) => isSpelledAlike(one, each)) === at)
  return {
    same: [...same.filter((each) => !isMeant(each)), group],
    different: different.filter((pair) => !isPair(pair, name, other)),
  }
}

/** Two names that are two people: `other` leaves the group of `name`, and is not proposed for it again. */
export function withDifferent({ same, different }: PeopleMemory, name: string, other: string): PeopleMemory {
  const parted = same.map((group) =>
    holds(group, name) ? group.filter((each) => !isSpelledAlike(each, other)) : group,
  )
  return {
    same: parted.filter((group) => group.length > 1),
    different: different.some((pair) => isPair(pair, name, other))
      ? different
      : [...different, [name, other]],
  }
}

/**
 * True when two names may be spellings of one person: one is a part of the other (`nanda`, `Neel Nanda`), given names
 * are initials (`N. Nanda`), or a letter differs in a name that is long enough for that to be a slip.
 */
export function mayBeSame(one: string, other: string): boolean {
  const [short = [], long = []] = [wordsOf(one), wordsOf(other)].toSorted(
    (left, right) => left.length - right.length,
  )
  if (short.length === 0 || isSpelledAlike(one, other)) return false
  const whole = [short.join(''), long.join('')] as const
  if (short.length === long.length && isSlip(...whole)) return true
  const isAbbreviated = short.every((word) =>
    long.some((each) => each === word || isInitial(word, each) || isInitial(each, word)),
  )
  const shared = short.filter((word) => word.length > 2 && long.includes(word))
  return isAbbreviated && shared.length > 0
}

/** One letter more, less, other or swapped, in a name long enough for two people not to differ by that. */
function isSlip(one: string, other: string): boolean {
  const isMeasured = one.length >= 6 && one.length <= longestMeasured
  return isMeasured && createEditMeter(one).distance(other) <= 1
}

/** Groups as `personKey`s, for who looks people up by key. */
export function sameKeys(same: readonly Spellings[]): readonly (readonly string[])[] {
  return same.map((group) => group.map(personKey))
}

export function isKnownDifferent({ different }: PeopleMemory, name: string, other: string): boolean {
  return different.some((pair) => isPair(pair, name, other))
}

function wordsOf(name: string): readonly string[] {
  return personKey(name)
    .split(/[\s_-]+/)
    .filter((word) => word !== '')
}

function isInitial(short: string, long: string): boolean {
  return short.length === 1 && long.startsWith(short)
}

function holds(group: Spellings, name: string): boolean {
  return group.some((each) => isSpelledAlike(each, name))
}

function isPair([one, other]: readonly [string, string], name: string, second: string): boolean {
  return (
    (isSpelledAlike(one, name) && isSpelledAlike(other, second)) ||
    (isSpelledAlike(one, second) && isSpelledAlike(other, name))
  )
}

function isSpelledAlike(one: string, other: string): boolean {
  return personKey(one) === personKey(other)
}
