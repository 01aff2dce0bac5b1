import type { ReadText } from './find-phrase.ts'
import { foldText } from './fold.ts'
import { visitPostings } from './postings.ts'
import type { QueryBranch } from './query.ts'
import type { PatternScans } from './pattern-scans.ts'
import type { QueryFilter } from './query-filters.ts'
import { readEntryRecord, readResourceRecord } from './record.ts'
import { entryCountOf, Group, groupOf, noDay, type Segment } from './segment.ts'
import { findString, termRange } from './string-table.ts'
import { dayNumber } from './summary-parts.ts'
import { foldWord } from './tokenize.ts'

/** What filters need beside the segment. */
export interface FilterRoom {
  /** For phrases whose words are near each other, but not surely neighbours; null: those do not count. */
  readonly readForPhrases: ReadText | null
  /** The tags of the query that some entry of the journal has, spelled exactly so. */
  readonly completeTags: ReadonlySet<string>
  /** For patterns. */
  readonly readText: ReadText
  readonly patterns: PatternScans
  /** A resource's key, by its number. */
  readonly keyAt: (key: number) => string
}

/** True when the item, of that entry, has what the filter asks. */
export type ItemTest = (item: number, entry: number) => boolean

/** Prepares one filter for one segment. Filters for lanes are not prepared here: lanes are told apart before. */
export function compileFilter(segment: Segment, filter: QueryFilter, room: FilterRoom): ItemTest {
  switch (filter.kind) {
    case 'lanes':
      return () => true
    case 'tag': {
      const entries = taggedEntries(segment, filter.tag, room.completeTags)
      return (_, entry) => entries[entry] === 1
    }
    case 'flag':
      return (item) => ((segment.itemFlags[item] ?? 0) & filter.flag) !== 0
    case 'overdue': {
      const today = dayNumber(filter.today)
      return (item) => {
        const due = segment.dueDays[item] ?? noDay
        return due !== noDay && due < today
      }
    }
    case 'days': {
      const from = filter.days.from === null ? -Infinity : dayNumber(filter.days.from)
      const to = filter.days.to === null ? Infinity : dayNumber(filter.days.to)
      return (_, entry) => {
        const day = segment.days[entry] ?? noDay
        return day !== noDay && day >= from && day <= to
      }
    }
    case 'path':
      return rememberByEntry(segment, (entry) =>
        foldText(readEntryRecord(segment, entry).path).text.includes(filter.path),
      )
    case 'pattern':
      return (item) => room.patterns.isIn(filter.pattern, segment, item, room.readText)
    case 'site':
      return compileSite(segment, filter.host, room)
  }
}

/** Entries are asked about many times: for themselves and for each thing in them. */
function rememberByEntry(segment: Segment, test: (entry: number) => boolean): ItemTest {
  const known = new Uint8Array(entryCountOf(segment))
  return (_, entry) => {
    if (known[entry] === 0) known[entry] = test(entry) ? 2 : 1
    return known[entry] === 2
  }
}

/** Entries with a tag; with one that begins so, while no tag is called exactly that. */
function taggedEntries(segment: Segment, tag: string, completeTags: ReadonlySet<string>): Uint8Array {
  const term = tagTerm(tag)
  const exact = findString(segment.terms, term)
  const range = completeTags.has(tag)
    ? exact < 0
      ? [0, 0]
      : [exact, exact + 1]
    : termRange(segment.terms, term)
  const entries = new Uint8Array(entryCountOf(segment))
  for (let at = range[0] ?? 0; at < (range[1] ?? 0); at += 1)
    visitPostings(segment, at, (item) => {
      if (item < entries.length) entries[item] = 1
    })
  return entries
}

function tagTerm(tag: string): string {
  return `#${tag}`.slice(0, 64)
}

/** The tags of a query that some entry has, spelled exactly so. */
export function findCompleteTags(
  segments: readonly Segment[],
  branches: readonly QueryBranch[],
): ReadonlySet<string> {
  const tags = branches.flatMap(({ filters }) =>
    filters.flatMap(({ filter }) => (filter.kind === 'tag' ? [filter.tag] : [])),
  )
  return new Set(tags.filter((tag) => segments.some(({ terms }) => findString(terms, tagTerm(tag)) >= 0)))
}

/**
 * Links to a host, and the entries that hold one. The words of addresses are in the index, so only links with the
 * longest part of the host are compared.
 */
function compileSite(segment: Segment, host: string, { keyAt }: FilterRoom): ItemTest {
  const isPart = !host.includes('.')
  const label = host.split('.').reduce((longest, each) => (each.length > longest.length ? each : longest), '')
  const term = foldWord(label)
  const exact = findString(segment.terms, term)
  const [from, to] = isPart ? termRange(segment.terms, term) : [exact, exact < 0 ? exact : exact + 1]
  const resourcesFrom = segment.groupStarts[Group.resource] ?? 0
  const resources = new Set<number>()
  const entries = new Set<number>()
  for (let at = from; at < to; at += 1)
    visitPostings(segment, at, (item) => {
      if (groupOf(segment, item) !== Group.resource) return
      const address = readResourceRecord(segment, item).address
      if (!isOfHost(address ?? keyAt(segment.resourceKeys[item - resourcesFrom] ?? 0), host, isPart)) return
      resources.add(item)
      entries.add(segment.itemEntries[item] ?? 0)
    })
  return (item, entry) => {
    const group = groupOf(segment, item)
    return group === Group.resource ? resources.has(item) : group === Group.entry && entries.has(entry)
  }
}

function isOfHost(key: string, wanted: string, isPart: boolean): boolean {
  const host = hostOf(key)
  if (isPart) return host.split('.').some((label) => label.startsWith(wanted))
  return host === wanted || host.endsWith(`.${wanted}`)
}

/** Host of an address, folded and without `www.`; '' for addresses that have none. */
export function hostOf(key: string): string {
  const match = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/@]*@)?(?:www\.)?([^/:?#]+)/i.exec(key)
  return match === null ? '' : foldText(match[1] ?? '').text
}
