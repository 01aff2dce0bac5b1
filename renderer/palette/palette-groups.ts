import type { Command } from '../../shared/contract/commands.ts'
import type { Lane, SearchAnswer, SearchHit } from '../../shared/contract/search.ts'
import { lanes } from '../../shared/contract/search.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'

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
}

/** The lanes that hold something, in their fixed order, with how much. */
export function countLanes(answer: SearchAnswer): { readonly lane: Lane; readonly total: number }[] {
  return lanes.map((lane) => ({ lane, total: answer.totals[lane] ?? 0 })).filter(({ total }) => total > 0)
}

/**
 * The answer as groups of rows: every lane, or one of them.
 *
 * A lane that holds more than was sent ends in a row that shows the whole of it, so that it can be reached by keys.
 */
export function groupHits(answer: SearchAnswer, lane: Lane | 'all'): PaletteGroup[] {
  return countLanes(answer)
    .filter((counted) => lane === 'all' || counted.lane === lane)
    .map((counted) => {
      const hits = answer.hits.filter((hit) => hit.lane === counted.lane)
      const items: PaletteItem[] = hits.map((hit, at) => ({
        kind: 'hit',
        id: `hit-${counted.lane}-${at}`,
        hit,
      }))
      if (lane === 'all' && hits.length < counted.total) {
        items.push({
          kind: 'more',
          id: `more-${counted.lane}`,
          lane: counted.lane,
          count: counted.total - hits.length,
        })
      }
      return { id: counted.lane, label: laneNames[counted.lane], total: counted.total, items }
    })
    .filter((group) => group.items.length > 0)
}

/** What `>` finds: commands whose name holds every word that was typed. */
export function groupCommands(commands: readonly Command[], text: string): PaletteGroup[] {
  const words = text.replace(/^>/, '').toLowerCase().split(/\s+/).filter(Boolean)
  const found = commands.filter((command) =>
    words.every((word) => command.label.toLowerCase().includes(word)),
  )
  if (found.length === 0) return []
  const items = found.map((command): PaletteItem => ({
    kind: 'command',
    id: `command-${command.id}`,
    command,
  }))
  return [{ id: 'commands', label: 'Commands', total: found.length, items }]
}

export interface RecentEntry {
  readonly path: EntryPath
  readonly title: string
  readonly date: string | null
}

/** What stands there before anything is typed: the entries seen last. */
export function groupRecents(recents: readonly RecentEntry[]): PaletteGroup[] {
  if (recents.length === 0) return []
  const items = recents.map((recent): PaletteItem => ({
    kind: 'entry',
    id: `recent-${recent.path}`,
    ...recent,
  }))
  return [{ id: 'recents', label: 'Recent', total: recents.length, items }]
}

/** How a word was understood, in words: `2 letters swapped`, `1 letter off`. */
export function describeCorrection({
  typed,
  understood,
  edits,
}: SearchAnswer['corrections'][number]): string {
  if (isSwap(typed.toLowerCase(), understood.toLowerCase())) return '2 letters swapped'
  return edits === 1 ? '1 letter off' : `${edits} letters off`
}

function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  const differing = [...one].map((_, at) => at).filter((at) => one[at] !== other[at])
  const [first, second] = differing
  if (differing.length !== 2 || first === undefined || second === undefined) return false
  return one[first] === other[second] && one[second] === other[first]
}

/** So much better (scores are about 0 to 2) must a row be to be meant before the first one. */
const clearlyBetter = 0.05

/**
 * Place of the row that Enter opens when nothing was chosen: the first, unless one further down is clearly better.
 *
 * Lanes keep their order while one types, so the page that is called exactly what was typed may stand below a draft
 * that holds the word somewhere.
 */
export function findBest(items: readonly PaletteItem[]): number {
  let best = 0
  items.forEach((item, at) => {
    if (scoreOf(item) > scoreOf(items[best]) + clearlyBetter) best = at
  })
  return best
}

function scoreOf(item: PaletteItem | undefined): number {
  return item?.kind === 'hit' ? item.hit.score : 0
}
