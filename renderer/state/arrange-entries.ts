import type { EntryListing } from '../../shared/contract/requests.ts'
import { dayOfPath } from '../../shared/entry/daily-names.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { titleOfPath } from '../../shared/entry/entry-title.ts'
import type { EntryCard, EntryKind, IsoDay } from '../../shared/entry/summary.ts'

export interface ArrangedEntry {
  readonly path: EntryPath
  readonly title: string
  readonly date: IsoDay | null
}

/** Entries of one month, newest first. */
export interface ArrangedMonth {
  /** `2025-09`. */
  readonly month: string
  readonly entries: readonly ArrangedEntry[]
}

export interface ArrangedEntries {
  /** Newest first. */
  readonly months: readonly ArrangedMonth[]
  readonly drafts: readonly ArrangedEntry[]
  readonly pages: readonly ArrangedEntry[]
  /** Of the whole journal, whatever the filter: most used first. */
  readonly tags: readonly { readonly tag: string; readonly count: number }[]
  readonly titles: ReadonlyMap<EntryPath, string>
  readonly total: number
}

interface Known extends ArrangedEntry {
  readonly kind: EntryKind
}

/**
 * Puts the entries in the order of the rail: dated ones by month, drafts, pages; tags with their counts.
 *
 * An entry the index has not read yet stands where its file name says: a day in the name makes it a dated entry.
 * With a `tag`, only entries that carry it are left; those without a card cannot be known to.
 */
export function arrangeEntries(
  listings: readonly EntryListing[],
  cards: ReadonlyMap<EntryPath, EntryCard>,
  tag: string | null,
): ArrangedEntries {
  const titles = new Map<EntryPath, string>()
  const tagCounts = new Map<string, number>()
  const byMonth = new Map<string, Known[]>()
  const drafts: Known[] = []
  const pages: Known[] = []

  for (const listing of listings) {
    const card = cards.get(listing.path)
    const known = card ?? guessFromName(listing.path)
    titles.set(known.path, known.title)
    for (const name of card?.tags ?? []) tagCounts.set(name, (tagCounts.get(name) ?? 0) + 1)
    if (tag !== null && !card?.tags.includes(tag)) continue
    if (known.kind === 'draft') drafts.push(known)
    else if (known.date === null) pages.push(known)
    else {
      const month = known.date.slice(0, 7)
      const entries = byMonth.get(month)
      if (entries) entries.push(known)
      else byMonth.set(month, [known])
    }
  }

  const months = [...byMonth].toSorted(([one], [other]) => compareText(other, one))
  return {
    months: months.map(([month, entries]) => ({ month, entries: entries.toSorted(newestFirst) })),
    drafts: drafts.toSorted(newestFirst),
    pages: pages.toSorted(byTitle),
    tags: [...tagCounts]
      .map(([name, count]) => ({ tag: name, count }))
      .toSorted((one, other) => other.count - one.count || compareText(one.tag, other.tag)),
    titles,
    total: listings.length,
  }
}

/** What names say, kept: thousands of entries are arranged many times before the index has read them. */
const guesses = new Map<EntryPath, Known>()
/** Enough for the largest journal this is made for; beyond, guessing again costs less than keeping. */
const mostGuesses = 50_000

function guessFromName(path: EntryPath): Known {
  const kept = guesses.get(path)
  if (kept) return kept
  const date = dayOfPath(path)
  const kind = path.toLowerCase().startsWith('drafts/') ? 'draft' : date ? 'daily' : 'page'
  const guess: Known = { path, kind, title: titleOfPath(path), date }
  if (guesses.size >= mostGuesses) guesses.clear()
  guesses.set(path, guess)
  return guess
}

/** Two texts in code-unit order: the same on every machine, and fast for ten thousand. */
function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
function newestFirst(one: Known, other: Known): number {
  return compareText(other.date ?? '', one.date ?? '') || compareText(one.path, other.path)
}
const titleOrder = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' })
function byTitle(one: Known, other: Known): number {
  return titleOrder.compare(one.title, other.title) || compareText(one.path, other.path)
}
