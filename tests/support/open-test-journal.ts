import { onTestFinished } from 'vitest'
import type { EventPayload } from '../../shared/contract/events.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { EntryCard } from '../../shared/entry/summary.ts'
import type { JournalIndex } from '../../journal/journal-index.ts'
import { findJournalPlace } from '../../journal/journal-place.ts'
import { openJournal, type Journal, type JournalOptions } from '../../journal/open-journal.ts'
import { valueOf } from './outcomes.ts'

/** What an open journal told, in order. */
export interface Heard {
  readonly changes: EventPayload<'entriesChanged'>
  readonly reachable: boolean[]
  /** Paths that the index was told to read again. */
  readonly noted: EntryPath[]
  /** How often the index was told that dates were corrected. */
  dateCorrections: number
  /** Words for actions headings that the index was given. */
  readonly headings: (readonly string[])[]
  readonly failures: unknown[]
}

export interface TestJournal {
  readonly journal: Journal
  readonly heard: Heard
}

/** Opens a real folder with real watching and an index that only notes what it is told. Closed when the test ends. */
export async function openTestJournal(
  root: string,
  more: {
    readonly cards?: readonly EntryCard[]
    readonly moveToSystemTrash?: JournalOptions['moveToSystemTrash']
  } = {},
): Promise<TestJournal> {
  const heard: Heard = {
    changes: [],
    reachable: [],
    noted: [],
    dateCorrections: 0,
    headings: [],
    failures: [],
  }
  const journal = openJournal({
    place: valueOf(await findJournalPlace(root, { homeFolder: '/home/nobody', isSample: false })),
    startIndex: () => makeIndex(heard, more.cards ?? []),
    actionHeadings: () => ['actions'],
    moveToSystemTrash: more.moveToSystemTrash ?? null,
    listener: {
      onEntriesChanged: (changes) => heard.changes.push(...changes),
      onReachabilityChanged: (isReachable) => heard.reachable.push(isReachable),
      onCardsRead: () => undefined,
      onIndexProgressed: () => undefined,
      onFailure: (_part, error) => heard.failures.push(error),
    },
  })
  onTestFinished(() => journal.close())
  await journal.listEntries()
  await journal.isWatching
  return { journal, heard }
}

function makeIndex(heard: Heard, cards: readonly EntryCard[]): JournalIndex {
  return {
    search: () => Promise.reject(new Error('not asked here')),
    findRelated: async () => [],
    planReplacements: async ({ number }) => ({ number, files: [], isCut: false, failure: null }),
    planRename: async () => ({ ok: true, value: { files: [] } }),
    markEntry: async () => ({ ranges: [], textLength: 0 }),
    listQueryValues: async () => ({ tags: [], authors: [], folders: [], hosts: [] }),
    findResourceUses: async () => ({}),
    askFacts: () => Promise.reject(new Error('not asked here')),
    noteChanged: (paths) => heard.noted.push(...paths),
    noteOtherFiles: () => undefined,
    noteDatesCorrected: () => (heard.dateCorrections += 1),
    useActionHeadings: (words) => heard.headings.push(words),
    allCards: () => cards,
    dispose: async () => undefined,
  }
}
