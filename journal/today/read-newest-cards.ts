import type { EntryListing } from '../../shared/contract/requests.ts'
import type { EntryCard } from '../../shared/entry/summary.ts'
import { summarizeEntry } from '../../shared/entry/summarize.ts'
import { decodeEntry } from '../entry-file/decode-entry.ts'
import { readEntryBytes } from '../entry-file/read-entry.ts'

/** An entry of today is among the files written last; a sync that wrote hundreds at once is still covered. */
const mostRead = 200

/** Front matter stands at the beginning, and a whole book need not be parsed for it, UTF-16 code units. */
const headLength = 8 * 1024

/**
 * Reads the entries that were modified last from disk: date and kind as the index would know them, even while it is
 * still being built or has not heard of the newest file.
 */
export async function readNewestCards(root: string, listings: readonly EntryListing[]): Promise<EntryCard[]> {
  const newest = [...listings]
    .sort((first, second) => second.modifiedMs - first.modifiedMs)
    .slice(0, mostRead)
  const cards: EntryCard[] = []
  for (const listing of newest) {
    const read = await readEntryBytes(root, listing.path)
    if (!read.ok) continue
    const text = decodeEntry(read.value.bytes).text.slice(0, headLength)
    const { path, kind, title, date, tags } = summarizeEntry({
      path: listing.path,
      text,
      revision: read.value.revision,
      actionHeadings: [],
    })
    cards.push({ path, kind, title, date, tags })
  }
  return cards
}
