import { createBackground, type Background, type BackgroundThread } from '../background/background.ts'
import { createEntryReader } from '../background/entry-reader.ts'
import type { JournalApi } from '../journal-api.ts'
import { createAgendaStore, type AgendaStore } from '../state/agenda.ts'
import { createCalendarFileStore, type CalendarFileStore } from '../state/calendar-file.ts'
import { currentDay } from '../state/days.ts'
import { createEntriesStore, type EntriesStore } from '../state/entries.ts'
import { createFileCheckStore, type FileCheckStore } from '../state/file-check.ts'
import { createHistoryStore, type HistoryStore } from '../state/history.ts'
import {
  createJournalMemoryStore,
  toReadingRules,
  type JournalMemoryStore,
  type ReadingRules,
} from '../state/journal-memory.ts'
import { createJournalStore, type JournalStore } from '../state/journal.ts'
import { createLayoutStore, type LayoutStore } from '../state/layout.ts'
import { createLibraryStore, type LibraryStore } from '../state/library.ts'
import { createNoticesStore, type NoticesStore } from '../state/notices.ts'
import { createOpenEntryStore, type OpenEntryStore, type PaneName } from '../state/open-entry.ts'
import { createOverviewStore, type OverviewStore } from '../state/overview.ts'
import { createRepairsStore, type RepairsStore } from '../state/repairs.ts'
import { createRelatedStore, type RelatedStore } from '../state/related.ts'
import { createRenameStore, type RenameStore } from '../state/rename.ts'
import { createReplaceStore, type ReplaceStore } from '../state/replace.ts'
import { createReviewStore, type ReviewStore } from '../state/review.ts'
import { createPeopleStore, type PeopleStore } from '../state/people.ts'
import { createQuotesStore, type QuotesStore } from '../state/quotes.ts'
import { createSavedSearchesStore, type SavedSearchesStore } from '../state/saved-searches.ts'
import { createQueryValuesStore, type QueryValuesStore } from '../state/query-values.ts'
import { createPreviewStore, type PreviewStore } from '../state/search-preview.ts'
import { createSearchStore, type SearchStore } from '../state/search.ts'
import { createSummaryStore, type SummaryStore } from '../state/summary.ts'
import { createWeekStore, type WeekStore } from '../state/week.ts'
import { createDayQuestionStore, type DayQuestionStore } from './day-question.ts'
import { createDialogStore, type DialogStore } from './dialog-store.ts'
import { moveFile } from './rename-effects.ts'

export interface Stores {
  readonly journalApi: JournalApi
  readonly journal: JournalStore
  readonly entries: EntriesStore
  readonly openEntry: OpenEntryStore
  /** What is known of the entry in each pane. */
  readonly summaries: Readonly<Record<PaneName, SummaryStore>>
  readonly search: SearchStore
  readonly preview: PreviewStore
  readonly queryValues: QueryValuesStore
  readonly savedSearches: SavedSearchesStore
  readonly related: RelatedStore
  readonly rename: RenameStore
  readonly replace: ReplaceStore
  readonly review: ReviewStore
  readonly overview: OverviewStore
  readonly agenda: AgendaStore
  readonly week: WeekStore
  readonly library: LibraryStore
  readonly people: PeopleStore
  readonly memory: JournalMemoryStore
  /** What entries are read by now. */
  readonly rules: () => ReadingRules
  readonly quotes: QuotesStore
  readonly layout: LayoutStore
  readonly history: HistoryStore
  readonly notices: NoticesStore
  readonly repairs: RepairsStore
  readonly fileCheck: FileCheckStore
  readonly calendarFile: CalendarFileStore
  readonly dialog: DialogStore
  readonly dayQuestion: DayQuestionStore
  /** Null where there are no threads: then long texts are worked on in the window. */
  readonly background: Background | null
}

/** Everything the window knows, around one journal API. `startThread` starts the thread for work on long texts. */
export function createStores(journalApi: JournalApi, startThread?: () => BackgroundThread): Stores {
  const layout = createLayoutStore(journalApi)
  const openEntry = createOpenEntryStore(journalApi)
  const entries = createEntriesStore(journalApi)
  const history = createHistoryStore()
  const isFuzzy = () => layout.getState().settings.isSearchFuzzy
  const search = createSearchStore(journalApi, isFuzzy)
  const memory = createJournalMemoryStore(journalApi)
  const rules = () => toReadingRules(memory.getState(), layout.getState().settings.actionHeadings)
  const reader = createEntryReader(rules)
  const log = (message: string, error: unknown): void => console.error(message, error)
  const background = startThread ? createBackground({ startThread, rules, log }) : null
  const readAside = background?.readEntry ?? null
  return {
    journalApi,
    layout,
    openEntry,
    memory,
    rules,
    journal: createJournalStore(journalApi),
    entries,
    summaries: {
      first: createSummaryStore(journalApi, openEntry, 'first', reader, readAside),
      second: createSummaryStore(journalApi, openEntry, 'second', reader, readAside),
    },
    search,
    queryValues: createQueryValuesStore(journalApi),
    preview: createPreviewStore(journalApi, isFuzzy),
    savedSearches: createSavedSearchesStore(journalApi, {
      isFuzzy,
      isSearching: () => search.getState().isOpen,
    }),
    related: createRelatedStore(journalApi, openEntry),
    rename: createRenameStore({
      journalApi,
      flushAll: openEntry.flushAll,
      settle: openEntry.checkFiles,
      move: (from, to) => moveFile({ journalApi, entries, openEntry, history }, from, to),
    }),
    replace: createReplaceStore(journalApi, openEntry.flushAll),
    review: createReviewStore(journalApi, openEntry.flushAll),
    overview: createOverviewStore(),
    people: createPeopleStore(journalApi, memory, () => currentDay(layout.getState().settings.dayStartHour)),
    library: createLibraryStore(journalApi, () => memory.getState().resources),
    quotes: createQuotesStore(journalApi),
    agenda: createAgendaStore(journalApi, () => currentDay(layout.getState().settings.dayStartHour)),
    week: createWeekStore(journalApi, () => currentDay(layout.getState().settings.dayStartHour)),
    history,
    notices: createNoticesStore(),
    repairs: createRepairsStore(),
    fileCheck: createFileCheckStore(journalApi),
    calendarFile: createCalendarFileStore(journalApi),
    dialog: createDialogStore(),
    dayQuestion: createDayQuestionStore(),
    background,
  }
}

/** What is known of the entry in the active pane. */
export function activeSummary({ openEntry, summaries }: Stores): SummaryStore {
  return summaries[openEntry.getState().activePane]
}
