import { entryFolder, parseEntryPath, type EntryPath } from '../../shared/entry/entry-path.ts'
import type { EntryCard, IsoDay } from '../../shared/entry/summary.ts'
import type { DailyNoteSettings } from './daily-note-settings.ts'
import { readDatedPath, type DatedPath } from './daily-path.ts'
import { formatMoment } from './moment-format.ts'

/** What is known of the journal when a day's entry is looked for. */
export interface DaySearch {
  readonly day: IsoDay
  /** Every entry of the journal. */
  readonly paths: readonly EntryPath[]
  /** What the index has read so far, with the dates of front matter. */
  readonly cards: readonly EntryCard[]
  readonly obsidian: DailyNoteSettings | null
}

/**
 * The entry of a day that is already there, or null.
 *
 * In this order: where Obsidian would keep it; a name that is just the date; an entry without a day in its name whose
 * front matter carries the date; a name that begins with the date. Drafts are left out. Of several, the one nearest
 * to the top of the journal, then the first by name.
 */
export function findEntryOfDay(search: DaySearch): EntryPath | null {
  const { day, paths, cards, obsidian } = search
  if (obsidian !== null) {
    const there = findIgnoringCase(paths, makeDailyPath(day, obsidian))
    if (there !== null) return there
  }
  const kinds = new Map(cards.map((card) => [card.path, card.kind]))
  const dated = paths
    .map((path) => ({ path, dated: readDatedPath(path) }))
    .filter(({ path, dated: found }) => found?.day === day && kinds.get(path) !== 'draft')
  const plain = dated.filter(({ dated: found }) => found?.isPlain === true).map(({ path }) => path)
  const byFrontMatter = cards
    .filter((card) => card.date === day && card.kind !== 'draft' && readDatedPath(card.path) === null)
    .map((card) => card.path)
  return nearest(plain) ?? nearest(byFrontMatter) ?? nearest(dated.map(({ path }) => path))
}

/** Only the newest entries say how dailies are named now; habits change over the years. */
const newestDailies = 30

/**
 * Where a new entry of a day belongs: where Obsidian would make it, else in the folder and form that most of the newest
 * dailies use, else `2026-11-24.md` at the top.
 */
export function chooseDailyPath(search: DaySearch): EntryPath {
  const { day, paths, cards, obsidian } = search
  if (obsidian !== null) return makeDailyPath(day, obsidian)
  const drafts = new Set(cards.filter((card) => card.kind === 'draft').map((card) => card.path))
  const dated = paths
    .filter((path) => !drafts.has(path))
    .map(readDatedPath)
    .filter((found): found is DatedPath => found !== null)
    .sort((first, second) => (first.day < second.day ? 1 : -1))
    .slice(0, newestDailies)
  const pattern = mostCommon(dated.map((found) => found.pattern)) ?? 'YYYY-MM-DD'
  return makeDailyPath(day, { format: pattern, folder: '', template: '' })
}

/** The path Obsidian gives a day; its default form at the top when the settings make no path at all. */
function makeDailyPath(day: IsoDay, settings: DailyNoteSettings): EntryPath {
  const below = formatMoment({ day, hour: 0, minute: 0, second: 0 }, settings.format)
  const whole = settings.folder === '' ? below : `${settings.folder}/${below}`
  return parseEntryPath(`${whole}.md`) ?? (`${day}.md` as EntryPath)
}

function findIgnoringCase(paths: readonly EntryPath[], wanted: EntryPath): EntryPath | null {
  const folded = wanted.toLowerCase()
  return paths.find((path) => path === wanted) ?? paths.find((path) => path.toLowerCase() === folded) ?? null
}

function nearest(paths: readonly EntryPath[]): EntryPath | null {
  const depth = (path: EntryPath): number => entryFolder(path).split('/').length
  return (
    [...paths].sort((first, second) => depth(first) - depth(second) || (first < second ? -1 : 1))[0] ?? null
  )
}

/** The value that occurs most often, the earliest of equals. */
function mostCommon(values: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best: string | null = null
  for (const [value, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = value
  return best
}
