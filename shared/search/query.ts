import type { IsoDay } from '../entry/summary.ts'
import { readFilter, type QueryFilter } from './query-filters.ts'
import { createPatternMatcher } from './pattern/match-pattern.ts'
import { scanQuery, type QueryToken } from './query-tokens.ts'
import { branchesOf, type QueryNode } from './query-branches.ts'
import { Field } from './segment.ts'
import { listTokens, TokenRole } from './tokenize.ts'

/** A word that must be found, and the fields it may stand in (0: anywhere). */
export interface QueryWord {
  readonly term: string
  readonly typed: string
  readonly fields: number
  /** Words inside a phrase are taken as typed: no prefix, no stem, no typo. */
  readonly isLiteral: boolean
}

export interface QueryPhrase {
  readonly terms: readonly string[]
  readonly isExcluded: boolean
}

/** What must all hold of an item for it to answer. */
export interface QueryBranch {
  readonly words: readonly QueryWord[]
  readonly phrases: readonly QueryPhrase[]
  /** Groups of words: an item that holds all of one is out. */
  readonly excluded: readonly (readonly QueryWord[])[]
  readonly filters: readonly { readonly filter: QueryFilter; readonly isExcluded: boolean }[]
}

/** What a piece of the query was understood as. */
export type PartMeaning =
  | { readonly kind: 'words'; readonly words: readonly QueryWord[] }
  | { readonly kind: 'phrase'; readonly words: readonly QueryWord[] }
  | { readonly kind: 'filter'; readonly filter: QueryFilter }
  | { readonly kind: 'place'; readonly fields: number }
  | { readonly kind: 'or' | 'open' | 'close' }
  /** Still being typed: `tag:`, a lone dash. */
  | { readonly kind: 'unfinished' }
  /** Left out, because it means nothing. */
  | { readonly kind: 'problem'; readonly problem: string }

export interface QueryPart extends QueryToken {
  readonly meaning: PartMeaning
}

/** A query, understood. A part that was not understood is named and otherwise ignored; nothing throws. */
export interface ParsedQuery {
  /** An item answers when one of these holds; at least one. Without `or` it is one. */
  readonly branches: readonly QueryBranch[]
  /** In the order of the text. */
  readonly parts: readonly QueryPart[]
  readonly notUnderstood: readonly string[]
}

/** Bit for words that must stand in running text, beside those of `Field`. */
export const bodyField = 256

const places: Readonly<Record<string, number>> = {
  title: Field.title,
  heading: Field.heading,
  link: Field.link | Field.author | Field.address | Field.note,
  body: bodyField,
}

/**
 * Reads a query: words, `"exact phrase"`, `-not`, `or`, parentheses, and the filters of `filterKeys`. `or` joins what
 * stands on its two sides; all else must hold together. `/…/` is a regular expression. An unknown `key:` is taken as words.
 *
 * @param today what dates in words are meant from.
 */
export function parseQuery(text: string, today: IsoDay): ParsedQuery {
  const parts = scanQuery(text).map((token) => ({ ...token, meaning: readToken(token, today) }))
  const fields = parts.reduce(
    (bits, { meaning }) => (meaning.kind === 'place' ? bits | meaning.fields : bits),
    0,
  )
  return {
    branches: branchesOf(readNodes(parts), fields),
    parts,
    notUnderstood: parts
      .filter(({ meaning }) => meaning.kind === 'problem')
      .map(({ from, to }) => text.slice(from, to)),
  }
}

function readToken(token: QueryToken, today: IsoDay): PartMeaning {
  switch (token.kind) {
    case 'filter':
      return readFilterToken(token, today)
    case 'phrase': {
      const words = wordsOf(token.value, 0, true)
      return words.length === 0 ? { kind: 'unfinished' } : { kind: 'phrase', words }
    }
    case 'words': {
      const words = wordsOf(token.value, 0, false)
      return words.length === 0 ? { kind: 'unfinished' } : { kind: 'words', words }
    }
    case 'pattern':
      return readPattern(token.value)
    default:
      return { kind: token.kind }
  }
}

function readPattern(source: string): PartMeaning {
  const compiled = createPatternMatcher(source)
  if (!compiled.isValid) return { kind: 'problem', problem: compiled.problem }
  return { kind: 'filter', filter: { kind: 'pattern', pattern: { source, matcher: compiled.matcher } } }
}

function readFilterToken({ key, value, isExcluded }: QueryToken, today: IsoDay): PartMeaning {
  // `tag:` with nothing behind it yet is a filter being typed, not the word tag.
  if (value.trim() === '') return { kind: 'unfinished' }
  if (key === 'by') {
    const words = wordsOf(value, Field.author, false)
    return words.length === 0 ? { kind: 'unfinished' } : { kind: 'words', words }
  }
  if (key === 'in') {
    const fields = places[value.toLowerCase()]
    if (fields === undefined) return { kind: 'problem', problem: problemOf(key, value) }
    if (isExcluded) return { kind: 'problem', problem: 'in: cannot be turned around' }
    return { kind: 'place', fields }
  }
  const filter = readFilter(key, value, today)
  return filter === null ? { kind: 'problem', problem: problemOf(key, value) } : { kind: 'filter', filter }
}

/** Why a value means nothing, and what would. */
function problemOf(key: string, value: string): string {
  switch (key) {
    case 'before':
    case 'after':
    case 'on':
      return `${value} is not a date: write 2025-10-03, 2025-10, yesterday or "last march"`
    case 'kind':
      return `there is no kind called ${value}`
    case 'in':
      return `${value} is not a place: write title, heading, link or body`
    case 'is':
      return `nothing is ${value}: write open, done, overdue, draft or unread`
    case 'has':
      return `nothing has ${value}: write action, image, quote, star or link`
    default:
      return `${value} says nothing here`
  }
}

function wordsOf(text: string, fields: number, isLiteral: boolean): QueryWord[] {
  return listTokens(text)
    .filter((token) => token.role === TokenRole.whole || token.role === TokenRole.address)
    .map((token) => ({ term: token.term, typed: text.slice(token.from, token.to), fields, isLiteral }))
}

/** The parts as a tree. A parenthesis without its other half reaches to the end, an `or` without a side says nothing. */
function readNodes(parts: readonly QueryPart[]): QueryNode {
  let at = 0

  function readAll(): QueryNode {
    const nodes: QueryNode[] = []
    for (; at < parts.length && parts[at]?.meaning.kind !== 'close';) nodes.push(readAlternatives())
    return { kind: 'all', nodes }
  }

  function readAlternatives(): QueryNode {
    const nodes = [readOne()]
    while (parts[at]?.meaning.kind === 'or' && canBegin(parts[at + 1])) {
      at += 1
      nodes.push(readOne())
    }
    return nodes.length === 1 ? (nodes[0] as QueryNode) : { kind: 'any', nodes }
  }

  function readOne(): QueryNode {
    const part = parts[at] as QueryPart
    at += 1
    if (part.meaning.kind !== 'open') return { kind: 'part', part }
    const inside = readAll()
    at += 1
    return part.isExcluded ? { kind: 'not', node: inside } : inside
  }

  return readAll()
}

function canBegin(part: QueryPart | undefined): boolean {
  return part !== undefined && part.meaning.kind !== 'or' && part.meaning.kind !== 'close'
}

/** True when the query asks for nothing at all. */
export function isEmptyQuery(query: ParsedQuery): boolean {
  return query.branches.every(isEmptyBranch)
}

/** True when the branch names nothing to be found, only what must not be. */
export function isEmptyBranch({ words, filters }: QueryBranch): boolean {
  return words.length === 0 && filters.every(({ isExcluded }) => isExcluded)
}
