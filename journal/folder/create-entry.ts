import type { Outcome } from '../../shared/contract/errors.ts'
import { entryFolder } from '../../shared/entry/entry-path.ts'
import type { EntryCard } from '../../shared/entry/summary.ts'
import { makeEntryName } from './entry-name.ts'
import { writeNewEntry, type NewEntry } from './write-new-entry.ts'

export interface NewEntryRequest {
  readonly kind: 'draft' | 'page'
  /** As the user typed it; may be empty. */
  readonly title: string
}

/**
 * Makes a new draft or page with its title as first heading.
 *
 * A draft goes where most drafts of the journal are, else to `drafts`; a page to the top. The name is made from the
 * title, and never over another file.
 */
export function createNewEntry(
  root: string,
  request: NewEntryRequest,
  cards: readonly EntryCard[],
): Promise<Outcome<NewEntry>> {
  const title = request.title.replace(/\s+/gu, ' ').trim()
  const folder = request.kind === 'draft' ? findDraftFolder(cards) : ''
  const text = title === '' ? '' : `# ${title}\n`
  return writeNewEntry(root, folder, makeEntryName(title), text)
}

function findDraftFolder(cards: readonly EntryCard[]): string {
  const counts = new Map<string, number>()
  for (const card of cards) {
    if (card.kind !== 'draft') continue
    const folder = entryFolder(card.path)
    counts.set(folder, (counts.get(folder) ?? 0) + 1)
  }
  let best = 'drafts'
  for (const [folder, count] of counts) if (count > (counts.get(best) ?? 0)) best = folder
  return best
}
