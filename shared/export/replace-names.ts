import { personKey } from '../resources/person-names.ts'

/** A person who is not to be named, under every spelling that is known. */
export interface NamedPerson {
  /** The one that is shown first. */
  readonly names: readonly string[]
}

export interface ReplacedNames {
  readonly text: string
  /** Who stands for whom, in the order of the text; people that the text does not name are left out. */
  readonly pseudonyms: readonly {
    readonly name: string
    readonly pseudonym: string
    readonly places: number
  }[]
}

interface Spelling {
  readonly person: NamedPerson
  /** Source of a pattern for it. */
  readonly pattern: string
  readonly length: number
}

/**
 * A text without the names of these people: each becomes `Person 1`, `Person 2`…, in the order in which they come up,
 * the same one everywhere.
 *
 * Found are whole names in any case, also joined as in addresses and file names (`ann-lee`, `annlee`, `Ann%20Lee`),
 * `@handles`, wiki links, possessives, and a given or family name alone with its capital, unless two people share it.
 * In an address, a handle or a joined name it reads `person-1`. What nobody is known by stays: the result is to be read.
 */
export function replaceNames(text: string, people: readonly NamedPerson[]): ReplacedNames {
  const spellings = listSpellings(people)
  const numbers = new Map<NamedPerson, { number: number; places: number }>()
  if (spellings.length === 0) return { text, pseudonyms: [] }
  const groups = spellings.map(({ pattern }) => `(${pattern})`).join('|')
  const finder = new RegExp(`(?<![\\p{L}\\p{N}])(?:${groups})(?![\\p{L}\\p{N}])`, 'gu')
  const replaced = text.replace(finder, (found: string, ...rest: unknown[]) => {
    const at = rest.findIndex((group) => group !== undefined)
    const person = spellings[at]?.person
    const offset = rest.find((each): each is number => typeof each === 'number') ?? 0
    if (person === undefined) return found
    const known = numbers.get(person) ?? { number: numbers.size + 1, places: 0 }
    numbers.set(person, { ...known, places: known.places + 1 })
    const isJoined =
      /[-_.%]/.test(found) || /[@/.]$/.test(text.slice(0, offset)) || isRunTogether(found, person)
    return isJoined && !/\s/.test(found) ? `person-${known.number}` : `Person ${known.number}`
  })
  const pseudonyms = Array.from(numbers, ([{ names }, { number, places }]) => ({
    name: names[0] ?? '',
    pseudonym: `Person ${number}`,
    places,
  }))
  return { text: replaced, pseudonyms }
}

/** `annlee` for `Ann Lee`. */
function isRunTogether(found: string, { names }: NamedPerson): boolean {
  return (
    names.some((name) => /\s/.test(name.trim()) && squeezed(name) === squeezed(found)) && !/\s/.test(found)
  )
}

/** Longest first, so that `Ann Lee` is not taken for an `Ann` that a `Lee` follows. */
function listSpellings(people: readonly NamedPerson[]): readonly Spelling[] {
  const owners = new Map<string, Set<NamedPerson>>()
  for (const person of people)
    for (const part of partsOf(person)) owners.set(part, (owners.get(part) ?? new Set()).add(person))
  const spellings = people.flatMap((person) => [
    ...person.names
      .filter((name) => squeezed(name).length > 1)
      .map((name) => ({ person, pattern: wholePattern(name), length: name.length })),
    ...partsOf(person)
      .filter((part) => owners.get(part)?.size === 1)
      .map((part) => ({ person, pattern: escape(part), length: part.length })),
  ])
  return spellings.toSorted((left, right) => right.length - left.length)
}

/** Given and family names that stand for the person alone: with a capital, and long enough to be no initial. */
function partsOf({ names }: NamedPerson): readonly string[] {
  const words = names.flatMap((name) => (/\s/.test(name.trim()) ? name.trim().split(/\s+/) : []))
  return [...new Set(words.filter((word) => word.length >= 3 && /^\p{Lu}\p{Ll}/u.test(word)))]
}

/** In any case, and with whatever stands between the words of a name in text, addresses and file names. */
function wholePattern(name: string): string {
  const words = name
    .replace(/^@/, '')
    .trim()
    .split(/[\s_-]+/)
  return words.map((word) => Array.from(word, eitherCase).join('')).join('(?:\\s|%20|[._+-])*')
}

function eitherCase(letter: string): string {
  const cases = new Set([letter, letter.toLowerCase(), letter.toUpperCase()])
  return cases.size === 1 ? escape(letter) : `(?:${[...cases].map(escape).join('|')})`
}

function escape(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}

function squeezed(name: string): string {
  return personKey(name).replace(/[^\p{L}\p{N}]/gu, '')
}
