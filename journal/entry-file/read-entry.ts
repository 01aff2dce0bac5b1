import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { OpenedEntry } from '../../shared/contract/requests.ts'
import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import type { EntryPath, Revision } from '../../shared/entry/entry-path.ts'
import { withFileFailures } from '../file-failure.ts'
import { resolveInside } from '../inside-path.ts'
import { canWrite } from './access.ts'
import { decodeEntry, revisionOf } from './decode-entry.ts'

/** The largest file that is opened, in bytes: three times what Markdown mode is meant for. */
export const largestEntryBytes = 64 * 1024 * 1024

/** The bytes of an entry on disk, with what names them. */
export interface EntryBytes {
  /** Real path of the file. */
  readonly file: string
  readonly bytes: Buffer
  readonly revision: Revision
  readonly size: number
  readonly modifiedMs: number
}

/**
 * Reads the bytes of an entry. Fails with `not-found` (also for a folder named `x.md`), `too-large`,
 * `outside-journal`, or what the disk said.
 */
export function readEntryBytes(root: string, entry: EntryPath): Promise<Outcome<EntryBytes>> {
  return withFileFailures(async () => {
    const place = await resolveInside(root, entry)
    if (!place.ok) return place
    const file = place.value
    const status = await stat(file)
    if (!status.isFile()) return fail('not-found', 'This is a folder or device, not an entry.')
    if (status.size > largestEntryBytes) {
      return fail(
        'too-large',
        `The file has ${Math.round(status.size / 1024 / 1024)} MB. Cairn opens files up to 64 MB.`,
      )
    }
    const bytes = await readFile(file)
    return succeed({
      file,
      bytes,
      revision: revisionOf(bytes),
      size: status.size,
      modifiedMs: status.mtimeMs,
    })
  })
}

/**
 * The revision an entry has on disk, null when there is no such file.
 *
 * Other failures are those of `readEntryBytes`.
 */
export async function readRevision(root: string, entry: EntryPath): Promise<Outcome<Revision | null>> {
  const read = await readEntryBytes(root, entry)
  if (read.ok) return succeed(read.value.revision)
  return read.error.code === 'not-found' ? succeed(null) : read
}

/** Opens an entry for the window: its text, its revision, and why it cannot be written, if so. */
export async function readEntry(
  root: string,
  entry: EntryPath,
  isReadOnlyJournal: boolean,
): Promise<Outcome<OpenedEntry>> {
  const read = await readEntryBytes(root, entry)
  if (!read.ok) return read
  const { text, isUtf8 } = decodeEntry(read.value.bytes)
  return succeed({
    path: entry,
    text,
    revision: read.value.revision,
    modifiedMs: read.value.modifiedMs,
    readOnly: isUtf8 ? await findWriteHindrance(read.value.file, isReadOnlyJournal) : 'not-utf8',
  })
}

async function findWriteHindrance(
  file: string,
  isReadOnlyJournal: boolean,
): Promise<OpenedEntry['readOnly']> {
  if (isReadOnlyJournal) return 'read-only-journal'
  // The folder too: an atomic save makes a file beside the entry.
  const isWritable = (await canWrite(file)) && (await canWrite(path.dirname(file)))
  return isWritable ? null : 'no-permission'
}
