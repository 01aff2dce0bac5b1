import { realpath } from 'node:fs/promises'
import { createEntrySession } from '../editor/create-entry-session.ts'
import { decodeEntry, encodeEntry } from '../journal/entry-file/decode-entry.ts'
import { readEntryBytes } from '../journal/entry-file/read-entry.ts'
import { withFileFailures } from '../journal/file-failure.ts'
import { listEntries } from '../journal/folder/list-entries.ts'
import { succeed, type Outcome } from '../shared/contract/errors.ts'
import type { EntryPath } from '../shared/entry/entry-path.ts'

/** One file that did not come back as it was. `line` counts from 1. */
export interface VerifyFailure {
  readonly path: EntryPath
  readonly line: number
  readonly reason: string
}

export interface VerifyResult {
  readonly files: number
  /** Files whose bytes are the same after opening and saving. */
  readonly identical: number
  /** Of those, files that are not UTF-8: Cairn shows them and never writes them. */
  readonly readOnly: number
  readonly failures: readonly VerifyFailure[]
}

/**
 * Opens every entry of a folder through the real editor mapping, without a window, and compares what a save would
 * write with what is on disk. Writes nothing.
 *
 * Fails when the folder cannot be read; a file that cannot is a failure in the result.
 */
export async function verifyFolder(
  folder: string,
  onProgress: (progress: { readonly done: number; readonly total: number }) => void,
): Promise<Outcome<VerifyResult>> {
  const root = await withFileFailures(async () => succeed(await realpath(folder)))
  if (!root.ok) return root
  const listing = await listEntries(root.value)
  if (!listing.ok) return listing
  const paths = listing.value.entries.map((entry) => entry.path).sort()
  const failures: VerifyFailure[] = []
  let readOnly = 0
  for (const [index, path] of paths.entries()) {
    const outcome = await verifyEntry(root.value, path)
    if (outcome.kind === 'failed') failures.push({ path, line: outcome.line, reason: outcome.reason })
    if (outcome.kind === 'read-only') readOnly += 1
    onProgress({ done: index + 1, total: paths.length })
  }
  return succeed({ files: paths.length, identical: paths.length - failures.length, readOnly, failures })
}

type EntryVerdict =
  | { readonly kind: 'identical' | 'read-only' }
  | { readonly kind: 'failed'; readonly line: number; readonly reason: string }

async function verifyEntry(root: string, path: EntryPath): Promise<EntryVerdict> {
  const read = await readEntryBytes(root, path)
  if (!read.ok) return { kind: 'failed', line: 1, reason: read.error.message }
  const { text, isUtf8 } = decodeEntry(read.value.bytes)
  if (!isUtf8) return { kind: 'read-only' }
  const session = createEntrySession({ text, isEditable: true, onEdited: () => undefined })
  const saved = session.readText()
  session.dispose()
  if (encodeEntry(saved.text).equals(read.value.bytes)) return { kind: 'identical' }
  const reason = saved.refused[0]?.reason ?? 'the saved text differs'
  return { kind: 'failed', line: findFirstDifference(text, saved.text), reason }
}

function findFirstDifference(before: string, after: string): number {
  const beforeLines = before.split(/\r\n|\r|\n/)
  const afterLines = after.split(/\r\n|\r|\n/)
  const index = beforeLines.findIndex((line, number) => line !== afterLines[number])
  return (index < 0 ? beforeLines.length : index) + 1
}
