import type { QueryValues } from '../contract/search.ts'
import { foldText } from './fold.ts'
import { kindValues, partValues, stateValues } from './query-filters.ts'
import { filterKeys, scanQuery, type FilterKey } from './query-tokens.ts'

/** A way to go on with a query: put `text` in place of `[from, to)`, and the caret behind it. */
export interface QueryCompletion {
  readonly from: number
  readonly to: number
  readonly text: string
  /** What it means, in words; '' when the text says it. */
  readonly explanation: string
}

/** What each key asks for. */
export const keyExplanations: Readonly<Record<FilterKey, string>> = {
  tag: 'with a tag',
  kind: 'of a kind: entry, draft, resource, action…',
  path: 'in a folder or file',
  before: 'dated before a day, a month, a year',
  after: 'dated after a day, a month, a year',
  on: 'dated on a day, in a month, in a year',
  has: 'with an action, a picture, a quote, a star, a link',
  is: 'open, done, overdue, draft, unread',
  by: 'by an author',
  in: 'words in the title, a heading, a link, the text',
  site: 'with a link to a site',
}

const placeValues = { title: 'in the title', heading: 'in a heading', link: 'in a link', body: 'in the text' }
const dayValues = ['today', 'yesterday', 'this week', 'last week', 'this month', 'last month', 'last year']

const mostCompletions = 8

/**
 * Completes the part of a query that the caret stands in: the key of a filter, or its value.
 *
 * @param caret offset in `text`, UTF-16 code units.
 * @returns best first; none where there is nothing to complete.
 */
export function completeQuery(text: string, caret: number, values: QueryValues): readonly QueryCompletion[] {
  const token = scanQuery(text).find(({ from, to }) => from < caret && caret <= to)
  if (token === undefined) return []
  if (token.kind === 'filter') {
    if (caret < token.valueFrom) return []
    const typed = text.slice(token.valueFrom, caret)
    const from = token.from + (token.isExcluded ? 1 : 0) + token.key.length + 1
    return valuesOf(token.key as FilterKey, values)
      .filter(({ value }) => isBegun(value, typed))
      .sort((left, right) => rankOf(left.value, typed) - rankOf(right.value, typed))
      .filter(({ value }) => value !== text.slice(token.valueFrom, token.to))
      .slice(0, mostCompletions)
      .map(({ value, explanation }) => ({ from, to: token.to, text: quoted(value), explanation }))
  }
  if (token.kind !== 'words' || caret !== token.to) return []
  const typed = token.value.toLowerCase()
  return filterKeys
    .filter((key) => typed !== '' && key.startsWith(typed))
    .map((key) => ({
      from: token.valueFrom,
      to: token.to,
      text: `${key}:`,
      explanation: keyExplanations[key],
    }))
}

interface Value {
  readonly value: string
  readonly explanation: string
}

function valuesOf(key: FilterKey, { tags, authors, folders, hosts }: QueryValues): readonly Value[] {
  switch (key) {
    case 'tag':
      return plain(tags)
    case 'by':
      return plain(authors)
    case 'path':
      return plain(folders)
    case 'site':
      return plain(hosts)
    case 'kind':
      return plain(kindValues)
    case 'is':
      return explained(stateValues)
    case 'has':
      return explained(partValues)
    case 'in':
      return explained(placeValues)
    default:
      return plain(dayValues)
  }
}

function plain(values: readonly string[]): Value[] {
  return values.map((value) => ({ value, explanation: '' }))
}

function explained(values: Readonly<Record<string, string>>): Value[] {
  return Object.entries(values).map(([value, explanation]) => ({ value, explanation }))
}

/** The value begins with what was typed, or one of its words does: `nan` for Neel Nanda. */
function isBegun(value: string, typed: string): boolean {
  return Number.isFinite(rankOf(value, typed))
}

function rankOf(value: string, typed: string): number {
  const wanted = foldText(typed.replace(/^#/, '')).text
  const folded = foldText(value).text
  if (folded.startsWith(wanted)) return 0
  return folded.split(/[\s/.-]+/).some((word) => word.startsWith(wanted)) ? 1 : Infinity
}

function quoted(value: string): string {
  return /[\s()]/.test(value) ? `"${value}"` : value
}
