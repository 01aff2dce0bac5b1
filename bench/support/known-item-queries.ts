import type { GeneratedNote } from './generate-journal.ts'
import { createRandom, type RandomSource } from './random.ts'

/** A search for one note that the searcher has in mind. */
export interface KnownItemQuery {
  readonly kind: QueryKind
  readonly text: string
  /** Path of the note meant; for authors every note that names them. */
  readonly paths: ReadonlySet<string>
}

export const queryKinds = {
  a: 'exact words of the title',
  b: 'one typo',
  c: 'beginning of a word',
  d: 'a rare word of the text',
  e: 'author',
  f: 'two typos',
  g: 'two words',
  h: 'author and word',
  i: 'phrase',
  j: 'Chinese',
} as const
export type QueryKind = keyof typeof queryKinds

/**
 * Makes `each` queries of every kind for notes of the journal. Typos are letters left out, doubled, replaced or
 * swapped with a neighbour, in words of four letters and more.
 */
export function makeQueries(notes: readonly GeneratedNote[], each: number, seed = 7): KnownItemQuery[] {
  const random = createRandom(seed)
  const queries: KnownItemQuery[] = []
  for (const kind of Object.keys(queryKinds) as QueryKind[]) {
    const meant = notes.filter((note) => canBeMeant(note, kind))
    for (let at = 0; at < each && meant.length > 0; at += 1) {
      const note = random.pick(meant)
      const text = makeText(random, note, kind)
      queries.push({ kind, text, paths: meantPaths(notes, note, kind, text) })
    }
  }
  return queries
}

/** Real notes lack an author, a word of their own, a title of two words or one that no other note has. */
function canBeMeant({ title, author, rareWord, chineseWord, text }: GeneratedNote, kind: QueryKind): boolean {
  const isNamed = title.split(' ').filter((word) => word.length >= 4).length >= 2
  switch (kind) {
    case 'd':
      return rareWord !== ''
    case 'e':
      return author.includes(' ')
    case 'g':
      return isNamed && rareWord !== ''
    case 'h':
      return isNamed && author.includes(' ')
    case 'i':
      return phrasesOf(text).length > 0
    case 'j':
      return chineseWord !== null
    default:
      return isNamed
  }
}

/** Notes that answer as well as the one meant count as found. */
function meantPaths(
  notes: readonly GeneratedNote[],
  note: GeneratedNote,
  kind: QueryKind,
  text: string,
): ReadonlySet<string> {
  switch (kind) {
    case 'e':
      return pathsNaming(notes, note.author)
    case 'i':
      return pathsNaming(notes, text.slice(1, -1))
    case 'j':
      return pathsNaming(notes, text)
    default:
      return new Set(
        notes.filter(({ path, title }) => path === note.path || title === note.title).map(({ path }) => path),
      )
  }
}

function pathsNaming(notes: readonly GeneratedNote[], author: string): Set<string> {
  return new Set(notes.filter(({ text }) => text.includes(author)).map(({ path }) => path))
}

function makeText(random: RandomSource, note: GeneratedNote, kind: QueryKind): string {
  const words = note.title.toLowerCase().split(' ')
  switch (kind) {
    case 'a':
      return words.join(' ')
    case 'b':
      return addTypos(random, words, 1).join(' ')
    case 'c':
      return words
        .map((word, at) => (at === words.length - 1 && word.length > 4 ? word.slice(0, -2) : word))
        .join(' ')
    case 'd':
      return note.rareWord
    case 'e':
      return note.author.toLowerCase()
    case 'g':
      return `${random.pick(words)} ${note.rareWord}`
    case 'h':
      return `${note.author.toLowerCase()} ${random.pick(words)}`
    case 'i':
      return `"${pickPhrase(random, note.text)}"`
    case 'j':
      return note.chineseWord ?? note.rareWord
    default:
      return addTypos(random, words, 2).join(' ')
  }
}

/** Four words that follow each other in a sentence of the text. */
function pickPhrase(random: RandomSource, text: string): string {
  return random.pick(phrasesOf(text))
}

function phrasesOf(text: string): readonly string[] {
  const body = text.startsWith('---') ? text.slice(text.indexOf('---', 4)) : text
  return body.match(/(?<![A-Za-z])[a-z]{2,}(?: [a-z]{2,}){3}(?![a-z])/g) ?? []
}

function addTypos(random: RandomSource, words: readonly string[], count: number): string[] {
  const typed = [...words]
  const long = words.flatMap((word, at) => (word.length >= 4 ? [at] : []))
  for (let typo = 0; typo < count; typo += 1) {
    const at = random.pick(long)
    typed[at] = mistype(random, typed[at] ?? '')
  }
  return typed
}

function mistype(random: RandomSource, word: string): string {
  const at = 1 + random.below(Math.max(1, word.length - 2))
  const letter = word[at] ?? ''
  const other = random.pick('abcdefghijklmnopqrstuvwxyz'.split(''))
  switch (random.below(4)) {
    case 0:
      return word.slice(0, at) + word.slice(at + 1)
    case 1:
      return word.slice(0, at) + letter + word.slice(at)
    case 2:
      return word.slice(0, at) + other + word.slice(at + 1)
    default:
      return word.slice(0, at) + (word[at + 1] ?? '') + letter + word.slice(at + 2)
  }
}
