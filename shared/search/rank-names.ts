import Fuse from 'fuse.js'
import { foldText } from './fold.ts'
import type { Candidate } from './match-items.ts'
import { readOwnText, readResourceRecord } from './record.ts'
import { Group, groupOf } from './segment.ts'

interface Name {
  readonly name: string
  readonly authors: readonly string[]
}

/**
 * How much each candidate's name looks like the query, 0 to 1, by Fuse.js: titles, link names, headings, actions and
 * authors only, of at most 200 candidates. Over whole texts it would take hundreds of milliseconds a key.
 */
export function rankNames(candidates: readonly Candidate[], query: string): readonly number[] {
  const names = candidates.map(readName)
  const fuse = new Fuse(names, {
    keys: [
      { name: 'name', weight: 2 },
      { name: 'authors', weight: 1 },
    ],
    includeScore: true,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    shouldSort: false,
    threshold: 0.45,
  })
  const likeness = new Array<number>(candidates.length).fill(0)
  for (const { refIndex, score } of fuse.search(foldText(query).text.slice(0, longestPattern)))
    likeness[refIndex] = 1 - (score ?? 1)
  return likeness
}

/** Fuse.js compares 32 letters at once, and longer queries piece by piece; the first piece tells enough. */
const longestPattern = 32
/** Long names would be slow to compare and never look like a query. */
const longestName = 64

function readName({ segment, item }: Candidate): Name {
  const isResource = groupOf(segment, item) === Group.resource
  const authors = isResource ? readResourceRecord(segment, item).authors : []
  return {
    name: foldText(readOwnText(segment, item).slice(0, longestName)).text,
    authors: authors.map((author) => foldText(author).text),
  }
}
