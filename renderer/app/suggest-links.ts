import { entryName, type EntryPath } from '../../shared/entry/entry-path.ts'
import { entryLinkSource, linkStyleOf } from '../../shared/entry/link-source.ts'
import { visitLeaves } from '../../shared/entry/leaves.ts'
import { plainText } from '../../shared/entry/plain-text.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import { localDay } from '../../shared/entry/iso-day.ts'
import { findEntryByName } from '../../shared/links/find-entry-by-name.ts'
import type { LinkTrigger } from '../../shared/links/link-trigger.ts'
import { personKey, personOfPath } from '../../shared/resources/person-names.ts'
import type { LinkSuggestion } from '../entry-editor/completion.ts'
import { isNameShared } from './link-writer.ts'
import type { Stores } from './stores.ts'

/** Suggestions in a list that one looks over while typing. */
const mostSuggested = 6

/** Where the link will stand. */
export interface LinkPlace {
  readonly path: EntryPath
  /** The entry's text as it is. */
  readonly readText: () => string
}

/** What the link may mean that is being typed: entries and their headings by name, people. */
export function suggestLinks(
  stores: Stores,
  place: LinkPlace,
  trigger: LinkTrigger,
): Promise<readonly LinkSuggestion[]> {
  if (trigger.kind === 'page') return suggestPages(stores, place, trigger.query)
  return trigger.kind === 'heading'
    ? suggestHeadings(stores, place, trigger)
    : suggestPeople(stores, trigger.query)
}

/** Letters that mean something in a query, where only words are wanted. */
function wordsOf(query: string): string {
  return query.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ').trim()
}

async function suggestPages(stores: Stores, place: LinkPlace, query: string): Promise<LinkSuggestion[]> {
  const words = wordsOf(query)
  if (words === '') return []
  const answer = await stores.journalApi.search({
    number: 0,
    text: words
      .split(' ')
      .map((word) => `in:title ${word}`)
      .join(' '),
    limitPerLane: mostSuggested,
    isFuzzy: stores.layout.getState().settings.isSearchFuzzy,
  })
  if (!answer.ok) return []
  return answer.value.hits
    .filter(
      ({ lane, path }) =>
        (lane === 'entries' || lane === 'drafts' || lane === 'pages') && path !== place.path,
    )
    .slice(0, mostSuggested)
    .map(({ path, title, date }) => ({
      key: path,
      kind: 'entry' as const,
      label: title.text,
      detail: date === null ? path : `${date} · ${path}`,
      markdown: linkTo(stores, place, path as EntryPath, title.text, ''),
    }))
}

async function suggestHeadings(
  stores: Stores,
  place: LinkPlace,
  { page, query }: Extract<LinkTrigger, { readonly kind: 'heading' }>,
): Promise<LinkSuggestion[]> {
  const path = page === '' ? place.path : findEntryByName(stores.entries.getState().listings.keys(), page)
  if (path === null) return []
  const read = path === place.path ? null : await stores.journalApi.readEntry({ path })
  if (read !== null && !read.ok) return []
  const text = read === null ? place.readText() : read.value.text
  const wanted = query.toLowerCase()
  return headingsOf(text)
    .filter((heading) => heading.toLowerCase().includes(wanted))
    .slice(0, mostSuggested)
    .map((heading) => ({
      key: heading,
      kind: 'heading' as const,
      label: heading,
      detail: path === place.path ? 'in this entry' : path,
      markdown: path === place.path ? `[[#${heading}]]` : linkTo(stores, place, path, heading, heading),
    }))
}

function headingsOf(text: string): string[] {
  const headings: string[] = []
  visitLeaves(parseEntry(text).blocks, (leaf) => {
    if (leaf.type === 'heading') headings.push(plainText(leaf.runs))
  })
  return headings
}

/** A text that links no entry yet gets what was begun: `[[…]]`. */
function linkTo(stores: Stores, place: LinkPlace, path: EntryPath, title: string, heading: string): string {
  const style = linkStyleOf(place.readText(), 'wiki')
  return entryLinkSource(
    place.path,
    { path, title, heading, isNameShared: isNameShared(stores.entries, path) },
    style,
  )
}

async function suggestPeople(stores: Stores, query: string): Promise<LinkSuggestion[]> {
  const answer = await stores.journalApi.listPeople({
    limit: mostSuggested,
    text: wordsOf(query),
    today: localDay(),
    order: 'mentions',
    isDescending: true,
  })
  if (!answer.ok) return []
  const pages = pagesOfPeople(stores)
  return answer.value.rows.map(({ name, key }) => {
    const page = pages.get(key)
    return {
      key,
      kind: 'person' as const,
      label: name,
      detail: page ?? 'person',
      // A name of several words is one person with full stops between them, as without.
      markdown:
        page === undefined
          ? `@${name.replace(/\.?\s+/g, '.')}`
          : `[[${page.replace(/\.(md|markdown)$/i, '')}]]`,
    }
  })
}

function pagesOfPeople({ entries }: Stores): ReadonlyMap<string, EntryPath> {
  const pages = new Map<string, EntryPath>()
  for (const path of entries.getState().listings.keys()) {
    const name = personOfPath(path)
    if (name !== null && entryName(path) !== '') pages.set(personKey(name), path)
  }
  return pages
}
