import { fileNameOf } from './navigation.ts'
import type { Stores } from './stores.ts'

/** Goes on to another journal, or to none, only when nothing of this one is left to write; otherwise says what is. */
export async function leaveJournal(
  { openEntry, notices }: Stores,
  leave: () => Promise<void>,
): Promise<void> {
  const unsaved = await openEntry.flushAll()
  if (unsaved === null) return leave()
  notices.raise({
    id: 'unsaved',
    tone: 'warn',
    title: `${fileNameOf(unsaved.path)} is not saved yet.`,
    detail: `${unsaved.reason} The journal stays open until it is.`,
  })
}
