import type { RelatedItem } from '../contract/related.ts'
import type { EntryPath } from '../entry/entry-path.ts'
import type { Summary } from '../entry/summary.ts'
import { readEntryOf } from '../search/gather-uses.ts'
import type { LivePart } from '../search/item-filter.ts'
import { visitPostings } from '../search/postings.ts'
import { readOwnText } from '../search/record.ts'
import type { SearchIndex } from '../search/search-index.ts'
import { Group, groupOf, type Segment } from '../search/segment.ts'
import { findString } from '../search/string-table.ts'
import { countEntries, findTellingWords } from './telling-words.ts'

/** Most of each kind that are told. */
const mostEntries = 5
const mostResources = 3
/** A tag that more of the journal has than this share is a drawer, not a bond. */
const largestTagShare = 0.2
/** What a link in common counts beside a rare word, and a tag. */
const linkWorth = 1.5
const tagWorth = 0.8

/** What an item shares with the entry. */
interface Bond {
  readonly segment: Segment
  readonly item: number
  score: number
  links: number
  readonly words: string[]
  readonly tags: string[]
}

/**
 * What is like an entry: entries and resources that share links with it, words that few others have, or tags.
 *
 * One rare word is chance; it takes a link, two words, or a tag and a word. Works from the index and the entry's own
 * text alone, in time that grows with what is shared and not with the journal.
 */
export function findRelated(index: SearchIndex, summary: Summary, text: string): RelatedItem[] {
  const entries = Math.max(1, index.counts.entries)
  const bonds = new Map<Segment, Map<number, Bond>>()
  for (const { term, shown, weight } of findTellingWords(index.parts, text, entries))
    addTerm(bonds, index.parts, term, weight, (bond) => bond.words.push(shown))
  for (const tag of summary.tags) {
    const term = `#${tag.toLowerCase()}`.slice(0, 64)
    const frequency = countEntries(index.parts, term, entries * largestTagShare)
    const weight = frequency < 2 ? 0 : tagWorth * Math.log(entries / frequency + 1)
    if (weight > 0) addTerm(bonds, index.parts, term, weight, (bond) => bond.tags.push(tag))
  }
  const all = Array.from(bonds.values(), (items) => Array.from(items.values())).flat()
  const links = findLinkBonds(index, summary, entries)
  return [
    ...joinEntries(all, links, summary.path).slice(0, mostEntries),
    ...listResources(all, index, summary).slice(0, mostResources),
  ]
}

function addTerm(
  bonds: Map<Segment, Map<number, Bond>>,
  parts: readonly LivePart[],
  term: string,
  weight: number,
  note: (bond: Bond) => void,
): void {
  for (const { segment, alive } of parts) {
    const at = findString(segment.terms, term)
    if (at < 0) continue
    const items = bonds.get(segment) ?? new Map<number, Bond>()
    bonds.set(segment, items)
    visitPostings(segment, at, (item, posting) => {
      const group = groupOf(segment, item)
      if ((group !== Group.entry && group !== Group.resource) || alive[segment.itemEntries[item] ?? 0] !== 1)
        return
      const bond = items.get(item) ?? { segment, item, score: 0, links: 0, words: [], tags: [] }
      items.set(item, bond)
      bond.score += weight * (0.5 + (segment.postingImpacts[posting] ?? 0) / 255)
      note(bond)
    })
  }
}

interface LinkBond {
  score: number
  links: number
  readonly title: string
  readonly date: string | null
  readonly from: number
}

/** Entries that refer to the same resources: a resource that many use binds less. */
function findLinkBonds(
  index: SearchIndex,
  { path, resources }: Summary,
  entries: number,
): Map<EntryPath, LinkBond> {
  const bonds = new Map<EntryPath, LinkBond>()
  const keys = Array.from(new Set(resources.map(({ key }) => key)))
  for (const uses of Object.values(index.findUses(keys))) {
    const users = new Map(uses.filter((use) => use.path !== path).map((use) => [use.path, use]))
    const weight = linkWorth * Math.log(entries / (users.size + 1) + 1)
    for (const [user, { entryTitle, date, from }] of users) {
      const bond = bonds.get(user) ?? { score: 0, links: 0, title: entryTitle, date, from }
      bonds.set(user, bond)
      bond.score += weight
      bond.links += 1
    }
  }
  return bonds
}

interface Ranked {
  readonly score: number
  readonly item: RelatedItem
}

function joinEntries(
  all: readonly Bond[],
  links: ReadonlyMap<EntryPath, LinkBond>,
  own: EntryPath,
): RelatedItem[] {
  const ranked: Ranked[] = []
  const seen = new Set<string>([own])
  for (const { segment, item, score, words, tags } of all) {
    if (groupOf(segment, item) !== Group.entry) continue
    const entry = readEntryOf(segment, item)
    const path = entry.path as EntryPath
    if (seen.has(path)) continue
    seen.add(path)
    const link = links.get(path)
    if (link === undefined && words.length + tags.length < 2) continue
    const common = { links: link?.links ?? 0, words, tags }
    const place = { path, title: entry.title, date: entry.date, from: link?.from ?? 0 }
    ranked.push({ score: score + (link?.score ?? 0), item: { kind: 'entry', ...place, ...common } })
  }
  for (const [path, { score, links: count, title, date, from }] of links) {
    const item = { kind: 'entry', path, title, date, from, links: count, words: [], tags: [] } as const
    if (!seen.has(path)) ranked.push({ score, item })
  }
  return bestFirst(ranked)
}

/** Resources that stand elsewhere, each once, where its words say most. */
function listResources(all: readonly Bond[], index: SearchIndex, summary: Summary): RelatedItem[] {
  const own = new Set(summary.resources.map(({ key }) => key))
  const best = new Map<string, Ranked>()
  for (const { segment, item, score, words, tags } of all) {
    if (groupOf(segment, item) !== Group.resource || words.length < 2) continue
    const number = segment.resourceKeys[item - (segment.groupStarts[Group.resource] ?? 0)] ?? 0
    const key = index.keys.at(number)
    if (own.has(key) || score <= (best.get(key)?.score ?? 0)) continue
    const { path, date } = readEntryOf(segment, item)
    const place = { path: path as EntryPath, title: readOwnText(segment, item), date }
    const from = segment.itemOffsets[item] ?? 0
    best.set(key, { score, item: { kind: 'resource', ...place, from, links: 0, words, tags } })
  }
  return bestFirst(Array.from(best.values()))
}

/** Equal ones in an order of their own, so that the list does not move. */
function bestFirst(ranked: readonly Ranked[]): RelatedItem[] {
  return ranked
    .toSorted((left, right) => right.score - left.score || (left.item.path < right.item.path ? -1 : 1))
    .map(({ item }) => item)
}
