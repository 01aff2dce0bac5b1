import type { Lane } from '../contract/search.ts'
import { foldText } from './fold.ts'
import { kindLanes, readDayRange, type DayRange } from './query-values.ts'
import { Field, Flag } from './segment.ts'
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

/** A query, understood. A part that was not understood is named and otherwise ignored; nothing throws. */
export interface ParsedQuery {
  readonly words: readonly QueryWord[]
  readonly phrases: readonly QueryPhrase[]
  readonly excludedWords: readonly string[]
  readonly tags: readonly string[]
  readonly excludedTags: readonly string[]
  /** Lanes that may answer; null: all. */
  readonly lanes: ReadonlySet<Lane> | null
  readonly days: DayRange
  /** Bits of `Flag` of which an item must have each. */
  readonly flags: number
  readonly notUnderstood: readonly string[]
}

/** Bit for words that must stand in running text, beside those of `Field`. */
export const bodyField = 256

/** More words than this are a pasted text; the first ones find it. */
const mostWords = 16

interface Draft {
  words: QueryWord[]
  phrases: QueryPhrase[]
  excludedWords: string[]
  tags: string[]
  excludedTags: string[]
  lanes: Set<Lane> | null
  days: DayRange
  flags: number
  fields: number
  notUnderstood: string[]
}

/** `-key:"value"`, `-"phrase"`, `-word`; a quote that is still open reaches to the end. */
const part = /(-?)(?:([a-z]+):)?(?:["“”„]([^"“”„]*)(?:["“”„]|$)|(\S+))/giu
const keys = new Set(['tag', 'kind', 'by', 'in', 'before', 'after', 'on', 'is', 'has'])

/**
 * Reads a query: words, `"exact phrase"`, `-not`, `tag:`, `kind:`, `by:`, `in:`, `before:`, `after:`, `on:`, `is:`,
 * `has:`. An unknown `key:` is taken as words.
 */
export function parseQuery(text: string): ParsedQuery {
  const draft: Draft = {
    words: [],
    phrases: [],
    excludedWords: [],
    tags: [],
    excludedTags: [],
    lanes: null,
    days: { from: null, to: null },
    flags: 0,
    fields: 0,
    notUnderstood: [],
  }
  for (const match of text.matchAll(part)) readPart(draft, match)
  const { fields } = draft
  const words = draft.words.map((word) => (word.fields === 0 ? { ...word, fields } : word))
  return { ...draft, words: words.slice(0, mostWords) }
}

function readPart(draft: Draft, match: RegExpMatchArray): void {
  const [whole, minus, key, quoted, bare] = match
  const isExcluded = minus === '-'
  // `tag:` with nothing behind it yet is a filter being typed, not the word tag.
  if (key === undefined && bare?.endsWith(':') === true && keys.has(bare.slice(0, -1).toLowerCase())) return
  if (key !== undefined && keys.has(key.toLowerCase())) {
    readFilter(draft, key.toLowerCase(), quoted ?? bare ?? '', isExcluded, whole)
    return
  }
  if (key === undefined && quoted !== undefined) {
    addPhrase(draft, quoted, isExcluded)
    return
  }
  // A lone dash is being typed; `well-known:x` and addresses are words.
  const plain = isExcluded ? whole.slice(1) : whole
  for (const word of plainWords(plain)) {
    if (isExcluded) draft.excludedWords.push(word.term)
    else draft.words.push({ ...word, fields: 0, isLiteral: false })
  }
}

function plainWords(text: string): { readonly term: string; readonly typed: string }[] {
  return listTokens(text)
    .filter((token) => token.role === TokenRole.whole || token.role === TokenRole.address)
    .map((token) => ({ term: token.term, typed: text.slice(token.from, token.to) }))
}

function addPhrase(draft: Draft, quoted: string, isExcluded: boolean): void {
  const words = plainWords(quoted)
  if (words.length === 0) return
  if (words.length > 1) draft.phrases.push({ terms: words.map((word) => word.term), isExcluded })
  if (!isExcluded) for (const word of words) draft.words.push({ ...word, fields: 0, isLiteral: true })
  else if (words.length === 1) draft.excludedWords.push(words[0]?.term ?? '')
}

function readFilter(draft: Draft, key: string, value: string, isExcluded: boolean, whole: string): void {
  if (value === '') return
  const isUnderstood =
    key === 'tag' ? readTag(draft, value, isExcluded) : !isExcluded && readPositive(draft, key, value)
  if (!isUnderstood) draft.notUnderstood.push(whole)
}

function readTag(draft: Draft, value: string, isExcluded: boolean): boolean {
  const tag = foldText(value.replace(/^#/, '')).text
  if (tag !== '') (isExcluded ? draft.excludedTags : draft.tags).push(tag)
  return true
}

function readPositive(draft: Draft, key: string, value: string): boolean {
  switch (key) {
    case 'by':
      for (const word of plainWords(value))
        draft.words.push({ ...word, fields: Field.author, isLiteral: false })
      return true
    case 'kind':
      return readKind(draft, value)
    case 'in':
      return readPlace(draft, value)
    case 'is':
      return readFlag(draft, value, { open: Flag.open, done: Flag.done })
    case 'has':
      return readFlag(draft, value, { star: Flag.star })
    default:
      return readDays(draft, key, value)
  }
}

function readKind(draft: Draft, value: string): boolean {
  const lanes = kindLanes(value)
  if (lanes === null) return false
  draft.lanes = new Set([...(draft.lanes ?? []), ...lanes])
  return true
}

function readPlace(draft: Draft, value: string): boolean {
  const places: Readonly<Record<string, number>> = {
    title: Field.title,
    heading: Field.heading,
    link: Field.link | Field.author | Field.address | Field.note,
    body: bodyField,
  }
  const field = places[value.toLowerCase()]
  if (field === undefined) return false
  draft.fields |= field
  return true
}

function readFlag(draft: Draft, value: string, known: Readonly<Record<string, number>>): boolean {
  const flag = known[value.toLowerCase()]
  if (flag === undefined) return false
  draft.flags |= flag
  return true
}

function readDays(draft: Draft, key: string, value: string): boolean {
  const range = readDayRange(key, value)
  if (range === null) return false
  draft.days = {
    from: larger(draft.days.from, range.from),
    to:
      draft.days.to === null
        ? range.to
        : range.to === null
          ? draft.days.to
          : Math.min(draft.days.to, range.to),
  }
  return true
}

function larger(left: number | null, right: number | null): number | null {
  return left === null ? right : right === null ? left : Math.max(left, right)
}

/** True when the query asks for nothing at all. */
export function isEmptyQuery(query: ParsedQuery): boolean {
  const { words, tags, lanes, days, flags } = query
  return (
    words.length === 0 &&
    tags.length === 0 &&
    lanes === null &&
    days.from === null &&
    days.to === null &&
    flags === 0
  )
}
