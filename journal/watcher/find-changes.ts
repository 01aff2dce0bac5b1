import { setTimeout as wait } from 'node:timers/promises'
import type { EventPayload } from '../../shared/contract/events.ts'
import type { EntryPath, Revision } from '../../shared/entry/entry-path.ts'
import { readEntryBytes } from '../entry-file/read-entry.ts'

export type EntryChange = EventPayload<'entriesChanged'>[number]

/** The revision that the journal last wrote or reported for a path; null: it reported that the file is gone. */
export type KnownRevisions = Map<EntryPath, Revision | null>

/**
 * A missing file is looked at again after this, ms: many programs save by deleting and writing anew, and cloud drives
 * take their time.
 */
const deletionPauseMs = 300

/**
 * Looks at a path that something happened to, and tells what changed since the journal last knew it.
 *
 * Silent when the disk holds what is known: our own write, a `touch`, an event that lied. Content decides, never the
 * event or the time. Must run alone on the path, so that no write of ours falls between the look and the comparison.
 *
 * @returns null when nothing changed or the file cannot be read now
 */
export async function findChange(
  root: string,
  entry: EntryPath,
  known: KnownRevisions,
): Promise<EntryChange | null> {
  let read = await readEntryBytes(root, entry)
  if (isGone(read)) {
    await wait(deletionPauseMs)
    read = await readEntryBytes(root, entry)
  }
  if (!read.ok && !isGone(read)) return null
  const revision = read.ok ? read.value.revision : null
  if (known.get(entry) === revision) return null
  known.set(entry, revision)
  return read.ok
    ? { path: entry, revision, size: read.value.size, modifiedMs: read.value.modifiedMs }
    : { path: entry, revision: null, size: 0, modifiedMs: 0 }
}

function isGone(read: { readonly ok: boolean; readonly error?: { readonly code: string } }): boolean {
  return !read.ok && read.error?.code === 'not-found'
}
