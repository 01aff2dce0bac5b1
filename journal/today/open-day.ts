import type { EntryListing } from '../../shared/contract/requests.ts'
import { succeed, type Outcome } from '../../shared/contract/errors.ts'
import { entryName, parseEntryPath, type EntryPath } from '../../shared/entry/entry-path.ts'
import type { EntryCard, IsoDay } from '../../shared/entry/summary.ts'
import { decodeEntry } from '../entry-file/decode-entry.ts'
import { readEntryBytes } from '../entry-file/read-entry.ts'
import { saveEntry, type SavedEntry } from '../entry-file/save-entry.ts'
import { listEntries } from '../folder/list-entries.ts'
import { readDailyNoteSettings } from './daily-note-settings.ts'
import { fillTemplate } from './fill-template.ts'
import { chooseDailyPath, findEntryOfDay, type DaySearch } from './find-today.ts'
import { readNewestCards } from './read-newest-cards.ts'

export interface OpenedDay {
  readonly path: EntryPath
  /** What was written; null when the entry was there already. */
  readonly created: SavedEntry | null
}

/**
 * Finds the entry of a day, or makes it where the journal keeps its dailies: empty, or from Obsidian's template when
 * one is set up. The folder is read anew, so that an entry another program made a moment ago is found.
 *
 * @param cards what the index knows, for dates in front matter
 * @param now local time, for `{{time}}` in a template
 */
export async function openDay(
  root: string,
  day: IsoDay,
  cards: readonly EntryCard[],
  now: Date,
): Promise<Outcome<OpenedDay>> {
  const listing = await listEntries(root)
  if (!listing.ok) return listing
  const obsidian = await readDailyNoteSettings(root)
  const search = { day, cards, obsidian, paths: listing.value.entries.map((entry) => entry.path) }
  const existing = findEntryOfDay(search) ?? (await findAmongNewest(root, search, listing.value.entries))
  if (existing !== null) return succeed({ path: existing, created: null })

  const path = chooseDailyPath(search)
  const text = obsidian === null ? '' : await makeText(root, path, obsidian.template, day, now)
  const saved = await saveEntry(root, path, { text, baseRevision: null })
  if (saved.ok) return succeed({ path, created: saved.value.wasWritten ? saved.value : null })
  // Another program made it between the listing and now: then it is the day's entry.
  return saved.error.code === 'conflict' ? succeed({ path, created: null }) : saved
}

/**
 * Scenario: the day's entry is known by its front matter alone, and the key is pressed right after the start, before
 * the index has read it. A second entry of the day would be the worst answer, so the newest files are read themselves.
 */
async function findAmongNewest(
  root: string,
  search: DaySearch,
  listings: readonly EntryListing[],
): Promise<EntryPath | null> {
  return findEntryOfDay({ ...search, cards: await readNewestCards(root, listings) })
}

async function makeText(
  root: string,
  path: EntryPath,
  template: string,
  day: IsoDay,
  now: Date,
): Promise<string> {
  const templatePath = parseEntryPath(/\.(md|markdown)$/i.test(template) ? template : `${template}.md`)
  const read = template === '' || templatePath === null ? null : await readEntryBytes(root, templatePath)
  // A template that is missing must not keep anybody from writing today.
  if (read === null || !read.ok) return ''
  const { text, isUtf8 } = decodeEntry(read.value.bytes)
  if (!isUtf8) return ''
  const moment = { day, hour: now.getHours(), minute: now.getMinutes(), second: now.getSeconds() }
  return fillTemplate(text, entryName(path), moment)
}
