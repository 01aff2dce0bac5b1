import type { IsoDay } from '../entry/summary.ts'
import { partValues, stateValues, type QueryFilter } from './query-filters.ts'
import { bodyField, parseQuery, type QueryPart } from './query.ts'
import { sayDayRange } from './read-days.ts'
import { Field, Flag } from './segment.ts'

/** A piece of a typed query and what it was understood as. */
export interface ExplainedPart {
  /** Half-open range in the text as typed, UTF-16 code units. */
  readonly from: number
  readonly to: number
  readonly kind: 'word' | 'phrase' | 'filter' | 'pattern' | 'joint' | 'unfinished' | 'problem'
  /** The key of a filter, else ''. */
  readonly key: string
  /** What stands behind the key or between quotes. */
  readonly value: string
  readonly isExcluded: boolean
  /** What it asks, in words: `entries dated before 1 October 2025`. '' for what is still being typed. */
  readonly explanation: string
  /** Why it was left out of the search, in words; null when it was understood. */
  readonly problem: string | null
}

/**
 * Explains a query part by part, in the order of the text.
 *
 * @param today what dates in words are meant from.
 */
export function explainQuery(text: string, today: IsoDay): readonly ExplainedPart[] {
  return parseQuery(text, today).parts.map((part) => ({
    from: part.from,
    to: part.to,
    kind: kindOf(part),
    key: part.key,
    value: part.value,
    isExcluded: part.isExcluded,
    explanation: explain(part),
    problem: part.meaning.kind === 'problem' ? part.meaning.problem : null,
  }))
}

function kindOf({ kind, meaning }: QueryPart): ExplainedPart['kind'] {
  switch (meaning.kind) {
    case 'problem':
    case 'unfinished':
      return meaning.kind
    case 'or':
    case 'open':
    case 'close':
      return 'joint'
    case 'phrase':
      return 'phrase'
    default:
      if (kind === 'pattern') return 'pattern'
      return kind === 'filter' ? 'filter' : 'word'
  }
}

function explain(part: QueryPart): string {
  const { meaning } = part
  const not = part.isExcluded ? 'not ' : ''
  switch (meaning.kind) {
    case 'words':
      return part.key === 'by' ? `${not}by ${part.value}` : `${not}with ${part.value}`
    case 'phrase':
      return `${not}with exactly “${part.value.trim()}”`
    case 'place':
      return `the words stand in ${placeNames(meaning.fields)}`
    case 'filter':
      return `${not}${explainFilter(meaning.filter)}`
    case 'or':
      return 'or'
    case 'open':
      return part.isExcluded ? 'none of' : ''
    default:
      return ''
  }
}

function placeNames(fields: number): string {
  if (fields === bodyField) return 'the text'
  if (fields === Field.title) return 'the title'
  return fields === Field.heading ? 'a heading' : 'a link, its author, its address or a note below it'
}

function explainFilter(filter: QueryFilter): string {
  switch (filter.kind) {
    case 'tag':
      return `tagged #${filter.tag}`
    case 'lanes':
      return Array.from(filter.lanes).join(' or ')
    case 'days':
      return `in entries dated ${sayDayRange(filter.days)}`
    case 'overdue':
      return stateValues.overdue
    case 'path':
      return `in files whose path has ${filter.path}`
    case 'site':
      return `links to ${filter.host}, and entries that hold one`
    case 'pattern':
      return `with the pattern ${filter.pattern.source}`
    case 'flag':
      return explainFlag(filter.flag)
  }
}

function explainFlag(flag: number): string {
  switch (flag) {
    case Flag.open:
      return stateValues.open
    case Flag.done:
      return stateValues.done
    case Flag.unread:
      return stateValues.unread
    case Flag.action:
      return partValues.action
    case Flag.image:
      return partValues.image
    case Flag.quote:
      return partValues.quote
    case Flag.star:
      return partValues.star
    default:
      return partValues.link
  }
}
