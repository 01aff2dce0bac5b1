import type { Command } from '../../shared/contract/commands.ts'
import type { Lane, SearchAnswer, SearchHit } from '../../shared/contract/search.ts'
import { lanes } from '../../shared/contract/search.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { SavedSearch } from '../../shared/search/saved-searches.ts'
import { isQuestion } from '../state/search.ts'
import { findMeantLane } from './meant-lane.ts'
import { cheatSheet } from './cheat-sheet.ts'

export type PaletteItem =
  | { readonly kind: 'hit'; readonly id: string; readonly hit: SearchHit }
  | {
      readonly kind: 'entry'
      readonly id: string
      readonly path: EntryPath
      readonly title: string
      readonly date: string | null
    }
  | { readonly kind: 'command'; readonly id: string; readonly command: Command }
  /** A query that can be asked again; `name` when it is a saved one. */
  | { readonly kind: 'query'; readonly id: string; readonly query: string; readonly name: string | null }
  /** A line of the cheat sheet: what can be written, and what it finds. */
  | { readonly kind: 'syntax'; readonly id: string; readonly write: string; readonly finds: string }
  | { readonly kind: 'more'; readonly id: string; readonly lane: Lane; readonly count: number }

export interface PaletteGroup {
  readonly id: string
  readonly label: string
  readonly total: number
  readonly items: readonly PaletteItem[]
}

export const laneNames: Readonly<Record<Lane, string>> = {
  entries: 'Entries',
  drafts: 'Drafts',
  pages: 'Pages',
  headings: 'Headings',
  resources: 'Resources',
  actions: 'Actions',
  quotes: 'Quotes',
  people: 'People',
  programs: 'Programs',
  documents: 'Documents',
}

/** What the text of the field asks for: something in the journal, a command, or help. */
export function readAsk(text: string): 'nothing' | 'search' | 'commands' | 'help' {
  if (isQuestion(text)) return 'search'
  if (text.startsWith('>')) return 'commands'
  return text.trim() === '?' ? 'help' : 'nothing'
}

/** The lanes that hold something, in their fixed order, with how much. */
export function countLanes(answer: SearchAnswer): { readonly lane: Lane; readonly total: number }[] {
  return lanes.map((lane) => ({ lane, total: answer.totals[lane] ?? 0 })).filter(({ total }) => total > 0)
}

/**
 * The answer as groups of rows: every lane, or one of them.
 *
 * Together each lane shows its best, and one that holds more ends in a row that opens the whole of it, so that it can
 * be reached by keys. On top stands the lane that a filter of the query is about, else the one that holds what is
 * clearly the best of all.
 */
export function groupHits(answer: SearchAnswer, lane: Lane | 'all', query = ''): PaletteGroup[] {
  const groups = countLanes(answer)
    .filter((counted) => lane === 'all' || counted.lane === lane)
    .map((counted) => groupOf(counted.lane, counted.total, answer, lane === 'all'))
    .filter((group) => group.items.length > 0)
  return lane === 'all' ? bestFirst(groups, findMeantLane(query)) : groups
}

function groupOf(lane: Lane, total: number, answer: SearchAnswer, isTogether: boolean): PaletteGroup {
  const hits = answer.hits.filter((hit) => hit.lane === lane)
  const items: PaletteItem[] = hits.map((hit, at) => ({ kind: 'hit', id: `hit-${lane}-${at}`, hit }))
  if (isTogether && hits.length < total)
    items.push({ kind: 'more', id: `more-${lane}`, lane, count: total - hits.length })
  return { id: lane, label: laneNames[lane], total, items }
}

/** So much better (scores are about 0 to 2) must the best of a lane be for the lane to leave its place. */
const clearlyBetter = 0.05

/**
 * Moves the lane that is meant, else the one with the best hit, to the front, unless the first one is as good.
 *
 * Lanes keep their order while one types, so the page that is called exactly what was typed would stand below a draft
 * that holds the word somewhere; and the first row is the one that Enter opens.
 */
function bestFirst(groups: readonly PaletteGroup[], meant: Lane | null): PaletteGroup[] {
  let best = Math.max(
    0,
    groups.findIndex(({ id }) => id === meant),
  )
  const isMeantThere = groups[best]?.id === meant
  groups.forEach((group, at) => {
    if (!isMeantThere && scoreOf(group) > scoreOf(groups[best]) + clearlyBetter) best = at
  })
  const front = groups[best]
  return front === undefined ? [] : [front, ...groups.filter((group) => group !== front)]
}

function scoreOf(group: PaletteGroup | undefined): number {
  const [first] = group?.items ?? []
  return first?.kind === 'hit' ? first.hit.score : 0
}

/** What `>` finds: commands whose name holds every word that was typed. */
export function groupCommands(commands: readonly Command[], text: string): PaletteGroup[] {
  const words = text.replace(/^>/, '').toLowerCase().split(/\s+/).filter(Boolean)
  const found = commands.filter((command) =>
    words.every((word) => command.label.toLowerCase().includes(word)),
  )
  const items = found.map((command): PaletteItem => ({
    kind: 'command',
    id: `command-${command.id}`,
    command,
  }))
  return groupUnlessEmpty('commands', 'Commands', items)
}

export interface RecentEntry {
  readonly path: EntryPath
  readonly title: string
  readonly date: string | null
}

export interface Recents {
  /** Seen last. */
  readonly entries: readonly RecentEntry[]
  /** Asked last. */
  readonly searches: readonly string[]
  readonly saved: readonly SavedSearch[]
}

/** What stands there before anything is typed: the entries seen last, the searches made last, and the saved ones. */
export function groupRecents({ entries, searches, saved }: Recents): PaletteGroup[] {
  const queries = new Set(saved.map(({ query }) => query))
  return [
    ...groupUnlessEmpty(
      'recents',
      'Recent',
      entries.map((recent): PaletteItem => ({ kind: 'entry', id: `recent-${recent.path}`, ...recent })),
    ),
    ...groupUnlessEmpty(
      'searches',
      'Searches',
      searches
        .filter((query) => !queries.has(query))
        .map((query, at): PaletteItem => ({ kind: 'query', id: `search-${at}`, query, name: null })),
    ),
    ...groupUnlessEmpty(
      'saved',
      'Saved',
      saved.map(({ name, query }, at): PaletteItem => ({ kind: 'query', id: `saved-${at}`, query, name })),
    ),
  ]
}

/** The cheat sheet behind `?`. */
export function groupHelp(): PaletteGroup[] {
  return cheatSheet.map(({ label, lines }, group) => ({
    id: `help-${group}`,
    label,
    total: lines.length,
    items: lines.map(([write, finds], at): PaletteItem => ({
      kind: 'syntax',
      id: `help-${group}-${at}`,
      write,
      finds,
    })),
  }))
}

function groupUnlessEmpty(id: string, label: string, items: readonly PaletteItem[]): PaletteGroup[] {
  return items.length === 0 ? [] : [{ id, label, total: items.length, items }]
}
