import type { EventPayload } from '../shared/contract/events.ts'
import type { RelatedItem } from '../shared/contract/related.ts'
import type { ReplacePlan, ReplaceQuestion } from '../shared/contract/replace.ts'
import type { Outcome } from '../shared/contract/errors.ts'
import type { RenamePlan, RenameQuestion } from '../shared/contract/rename.ts'
import type { FactQuestions, FactVerb } from '../shared/contract/facts.ts'
import type { ResourceUseElsewhere } from '../shared/contract/requests.ts'
import type {
  MarkAnswer,
  MarkQuestion,
  QueryValues,
  SearchAnswer,
  SearchQuestion,
} from '../shared/contract/search.ts'
import type { EntryPath } from '../shared/entry/entry-path.ts'
import type { EntryCard } from '../shared/entry/summary.ts'

/** What the journal asks of its index, which runs in a worker thread and can be rebuilt from the files at will. */
export interface JournalIndex {
  search(question: SearchQuestion): Promise<SearchAnswer>
  /** Where a query's words stand in one entry; nothing when it is not in the journal. */
  markEntry(question: MarkQuestion): Promise<MarkAnswer>
  listQueryValues(): Promise<QueryValues>
  /** What is like an entry; nothing when it is not in the journal. */
  findRelated(path: EntryPath): Promise<readonly RelatedItem[]>
  /** Every place that would be replaced; an older question is answered with nothing when a newer one arrives. */
  planReplacements(question: ReplaceQuestion): Promise<ReplacePlan>
  /** What links must be written so that a file can get another path. */
  planRename(question: RenameQuestion): Promise<Outcome<RenamePlan>>
  findResourceUses(keys: readonly string[]): Promise<Record<string, ResourceUseElsewhere[]>>
  /** What the entries hold: actions, programs, resources, quotes, people. */
  askFacts<V extends FactVerb>(
    verb: V,
    question: FactQuestions[V]['input'],
  ): Promise<FactQuestions[V]['output']>
  /** These entries were written, made or removed: read them again. */
  noteChanged(paths: readonly EntryPath[]): void
  /** These files, no entries, came, changed or went; null: which, nobody knows. Documents among them are read. */
  noteOtherFiles(paths: readonly string[] | null): void
  /** The user corrected how words of dates are read: the entries with these words are read again. */
  noteDatesCorrected(): void
  /** These words make a heading an actions heading. Every entry is read again when they are others than before. */
  useActionHeadings(words: readonly string[]): void
  /** What has been read so far. */
  allCards(): readonly EntryCard[]
  dispose(): Promise<void>
}

/** What the index tells while it reads. */
export interface IndexListener {
  readonly onCards: (batch: EventPayload<'cardsRead'>) => void
  readonly onProgress: (progress: EventPayload<'indexProgressed'>) => void
  readonly onFailure: (error: unknown) => void
  /** The index begins when this resolves: until then the processor belongs to the window. Left out: at once. */
  readonly whenCalm?: Promise<void>
}

/** Starts an index of the folder `root` (real path). */
export type StartIndex = (root: string, listener: IndexListener) => JournalIndex
