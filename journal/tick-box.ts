import { fail, succeed, type Outcome } from '../shared/contract/errors.ts'
import type { EntryPath, Revision } from '../shared/entry/entry-path.ts'
import { decodeEntry } from './entry-file/decode-entry.ts'
import { readEntryBytes } from './entry-file/read-entry.ts'
import { saveEntry } from './entry-file/save-entry.ts'

export interface TickRequest {
  /** The revision the item was found in. */
  readonly revision: Revision
  /** Number of the item among all list items of the entry, from 0. */
  readonly itemNumber: number
  /** Plain text of the item, as `Action.text`. */
  readonly text: string
  readonly box: ' ' | 'x'
}

/** Where the box of an item is; null when the entry has no such item, or the item no box. */
export type LocateBox = (
  text: string,
  itemNumber: number,
) => { readonly text: string; readonly boxAt: number } | null

/**
 * Changes the one character in an item's box, on disk, for an entry that no window has open.
 *
 * When the entry, the item's number and its text no longer agree, nothing is written: `conflict`.
 *
 * @returns the new revision
 */
export async function tickBox(
  root: string,
  entry: EntryPath,
  request: TickRequest,
  locateBox: LocateBox,
): Promise<Outcome<Revision>> {
  const read = await readEntryBytes(root, entry)
  if (!read.ok) return read
  const { text, isUtf8 } = decodeEntry(read.value.bytes)
  if (!isUtf8) return fail('read-only', 'The file is not UTF-8, so Cairn shows it and never writes it.')
  const theirs = { text, revision: read.value.revision }
  if (read.value.revision !== request.revision)
    return fail('conflict', 'The entry was changed meanwhile.', theirs)
  const found = locateBox(text, request.itemNumber)
  if (found === null || found.text !== request.text) {
    return fail('conflict', 'The item is no longer where it was.', theirs)
  }
  const ticked = text.slice(0, found.boxAt) + request.box + text.slice(found.boxAt + 1)
  const saved = await saveEntry(root, entry, { text: ticked, baseRevision: request.revision })
  return saved.ok ? succeed(saved.value.revision) : saved
}
