import type { Lane } from '../contract/search.ts'
import type { IsoDay } from '../entry/summary.ts'
import { foldText } from './fold.ts'
import { readDayRange, type DayRange } from './read-days.ts'
import type { QueryPattern } from './pattern-scans.ts'
import { Flag } from './segment.ts'

/** What a query asks beside words: each narrows the items that may answer. */
export type QueryFilter =
  | { readonly kind: 'tag'; readonly tag: string }
  | { readonly kind: 'lanes'; readonly lanes: ReadonlySet<Lane> }
  | { readonly kind: 'days'; readonly days: DayRange }
  /** An item that has this bit of `Flag`. */
  | { readonly kind: 'flag'; readonly flag: number }
  /** An action that is due before `today`, and the entry it stands in. */
  | { readonly kind: 'overdue'; readonly today: IsoDay }
  /** Part of the entry's path, folded. */
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'pattern'; readonly pattern: QueryPattern }
  /** A link to this host or one below it; without a dot: whose name has this part. Folded, without `www.` */
  | { readonly kind: 'site'; readonly host: string }

const lanesByKind: Readonly<Record<string, readonly Lane[]>> = {
  entry: ['entries'],
  daily: ['entries'],
  draft: ['drafts'],
  page: ['pages'],
  heading: ['headings'],
  resource: ['resources'],
  link: ['resources'],
  action: ['actions'],
  quote: ['quotes'],
  person: ['people'],
  people: ['people'],
  program: ['programs'],
  document: ['documents'],
  pdf: ['documents'],
}
/** Values of `kind:`, as they are offered. */
export const kindValues = [
  'entry',
  'draft',
  'page',
  'heading',
  'resource',
  'action',
  'quote',
  'person',
  'program',
  'document',
] as const

/** Values of `is:` and what each says. */
export const stateValues = {
  open: 'with something still to do',
  done: 'with something done',
  overdue: 'with something to do whose date has passed',
  draft: 'drafts',
  unread: 'to be read: so marked, or must-reads without a word on how they were used',
} as const

/** Values of `has:` and what each says. */
export const partValues = {
  action: 'with an action',
  image: 'with a picture',
  quote: 'with a quote',
  star: 'with a star',
  link: 'with a link',
} as const

const flagsByState: Readonly<Record<string, number>> = {
  open: Flag.open,
  done: Flag.done,
  unread: Flag.unread,
}
const flagsByPart: Readonly<Record<string, number>> = {
  action: Flag.action,
  image: Flag.image,
  quote: Flag.quote,
  star: Flag.star,
  link: Flag.link,
}

/**
 * Reads `key:value`; `by:` and `in:` are about words and read elsewhere.
 *
 * @returns null when the value means nothing.
 */
export function readFilter(key: string, value: string, today: IsoDay): QueryFilter | null {
  const folded = foldText(value.trim()).text
  switch (key) {
    case 'tag':
      return readTag(folded)
    case 'kind':
      return readLanes(folded)
    case 'is':
      return readState(folded, today)
    case 'has':
      return readFlag(flagsByPart, folded.replace(/s$/, ''))
    case 'path':
      return { kind: 'path', path: folded }
    case 'site':
      return readSite(folded)
    default: {
      const days = readDayRange(key, folded, today)
      return days === null ? null : { kind: 'days', days }
    }
  }
}

function readTag(value: string): QueryFilter | null {
  const tag = value.replace(/^#/, '')
  return tag === '' ? null : { kind: 'tag', tag }
}

/** Kinds in singular or plural. */
function readLanes(value: string): QueryFilter | null {
  const singular = value.endsWith('ies') ? `${value.slice(0, -3)}y` : value.replace(/s$/, '')
  const lanes = lanesByKind[value] ?? lanesByKind[singular]
  return lanes === undefined ? null : { kind: 'lanes', lanes: new Set(lanes) }
}

function readState(value: string, today: IsoDay): QueryFilter | null {
  if (value === 'overdue') return { kind: 'overdue', today }
  if (value === 'draft') return { kind: 'lanes', lanes: new Set<Lane>(['drafts']) }
  return readFlag(flagsByState, value)
}

function readFlag(flags: Readonly<Record<string, number>>, value: string): QueryFilter | null {
  const flag = Object.hasOwn(flags, value) ? flags[value] : undefined
  return flag === undefined ? null : { kind: 'flag', flag }
}

function readSite(value: string): QueryFilter | null {
  const host = value
    .replace(/^https?:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/.*$/, '')
  return /[\p{L}\p{N}]/u.test(host) ? { kind: 'site', host } : null
}
