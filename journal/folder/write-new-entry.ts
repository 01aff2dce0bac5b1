import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import { entryFolder, entryName, type EntryPath } from '../../shared/entry/entry-path.ts'
import { saveEntry, type SavedEntry } from '../entry-file/save-entry.ts'
import { entryPathOf } from './entry-name.ts'

export interface NewEntry {
  readonly path: EntryPath
  readonly saved: SavedEntry
}

/** More files of one name than this is no accident of naming any more. */
const mostAttempts = 1000

/**
 * Writes a new entry called `name`, or `name 2`, `name 3`… when the name is taken. Never over another file, even one
 * that appears in the same moment.
 *
 * @param folder relative to the journal, '' for its top; made when missing
 */
export async function writeNewEntry(
  root: string,
  folder: string,
  name: string,
  text: string,
): Promise<Outcome<NewEntry>> {
  for (let attempt = 1; attempt <= mostAttempts; attempt += 1) {
    const path = entryPathOf(folder, name, attempt)
    const saved = await saveEntry(root, path, { text, baseRevision: null })
    // `saveEntry` answers “saved” when the same bytes are there already; a new entry must still be a new file.
    if (saved.ok && saved.value.wasWritten) return succeed({ path, saved: saved.value })
    if (!saved.ok && saved.error.code !== 'conflict' && saved.error.code !== 'already-exists') return saved
  }
  return fail('already-exists', 'There are too many files of that name.')
}

/**
 * Writes `text` beside an entry as `name (mine 2026-11-24 10.47).md`: “keep both” of a conflict.
 *
 * @param now local time of the copy
 */
export function writeBeside(
  root: string,
  entry: EntryPath,
  text: string,
  now: Date,
): Promise<Outcome<NewEntry>> {
  const stamp = `(mine ${formatLocal(now)})`
  return writeNewEntry(root, entryFolder(entry), `${cutName(entryName(entry), stamp)} ${stamp}`, text)
}

/** A disk allows 255 bytes: the name gives way, so that the stamp, a number and `.md` still fit. */
function cutName(name: string, stamp: string): string {
  const room = 255 - stamp.length - ' '.length - ' 1000.md'.length
  let kept = name
  while (new TextEncoder().encode(kept).length > room) kept = [...kept].slice(0, -1).join('')
  return kept
}

function formatLocal(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
  return `${day} ${two(now.getHours())}.${two(now.getMinutes())}`
}
