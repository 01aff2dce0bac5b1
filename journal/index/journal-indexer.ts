import type { EventPayload } from '../../shared/contract/events.ts'
import type { RelatedItem } from '../../shared/contract/related.ts'
import type { ReplacePlan, ReplaceQuestion } from '../../shared/contract/replace.ts'
import type { Outcome } from '../../shared/contract/errors.ts'
import type { RenamePlan, RenameQuestion } from '../../shared/contract/rename.ts'
import { findRelated } from '../../shared/related/find-related.ts'
import { findChangedEntryDays, toDateCorrections } from '../../shared/actions/date-corrections.ts'
import type { DateCorrection } from '../../shared/contract/journal-memory.ts'
import { readMemoryNow } from '../memory/memory-files.ts'
import { listScope } from '../../shared/replace/list-scope.ts'
import { planRenameInFolder } from '../rename/plan-rename.ts'
import { planReplacements } from '../replace/plan-replacements.ts'
import type { EntryListing, ResourceUseElsewhere } from '../../shared/contract/requests.ts'
import type {
  MarkAnswer,
  MarkQuestion,
  QueryValues,
  SearchAnswer,
  SearchQuestion,
} from '../../shared/contract/search.ts'
import type { EntryPath, Revision } from '../../shared/entry/entry-path.ts'
import { localDay } from '../../shared/entry/iso-day.ts'
import { summarizeEntry } from '../../shared/entry/summarize.ts'
import type { EntryCard, Summary } from '../../shared/entry/summary.ts'
import { createFactBook, type FactBook } from '../../shared/facts/fact-book.ts'
import { joinAnswers } from '../../shared/search/join-answers.ts'
import type { SearchSurroundings } from '../../shared/search/run-query.ts'
import type { IndexedEntry } from '../../shared/search/indexed-entry.ts'
import { createSearchIndex, type SearchIndex } from '../../shared/search/search-index.ts'
import type { DocumentShelf, DocumentShelfOptions } from '../documents/document-shelf.ts'
import { isSkippedName, listEntries } from '../folder/list-entries.ts'
import { resolveInside } from '../inside-path.ts'
import { createCardSender } from './card-sender.ts'
import type { JournalKnowledge } from './index-cache.ts'
import { readEntryText } from './read-entry-text.ts'
import { createTextCache } from './text-cache.ts'

/** What the indexer needs: the journal, the clock, someone to tell, and a way to let others have a turn. */
export interface IndexerOptions {
  readonly root: string
  readonly actionHeadings: readonly string[]
  readonly onCards: (batch: EventPayload<'cardsRead'>) => void
  readonly onProgress: (progress: EventPayload<'indexProgressed'>) => void
  /** Milliseconds, rising. */
  readonly clock: () => number
  /** Resolves after waiting messages have had their turn. */
  readonly letOthersWork: () => Promise<void>
  /** An index from an earlier run; null when there is none. */
  readonly savedIndex: JournalKnowledge | null
  /** Keeps the index for the next run. */
  readonly saveIndex: (known: JournalKnowledge) => Promise<void>
  /** The PDFs and saved pages of the journal, told which entries link them; left out: not searched. */
  readonly openShelf?: (surroundings: Pick<DocumentShelfOptions, 'usesOf' | 'onChanged'>) => DocumentShelf
}

/** Keeps what is known of a folder, its search index and its facts, true to its files. */
export interface JournalIndexer {
  /** Reads the journal: names at once, then every text that is new or changed. Resolves when all is indexed. */
  readAll(): Promise<void>
  /** The user corrected how words of dates are read: the entries with these words are read again. */
  noteDatesCorrected(): void
  /** These files were written, made or removed. They are read when the current batch is done. */
  noteChanged(paths: readonly EntryPath[]): void
  /** Reads the documents that are new or changed, once all entries are read. Resolves when all can be found. */
  readDocuments(): Promise<void>
  /** These files, no entries, came, changed or went; null: which, nobody knows. */
  noteOtherFiles(paths: readonly string[] | null): void
  search(question: SearchQuestion): SearchAnswer
  /** Where a query's words stand in one entry of the journal. */
  markEntry(question: MarkQuestion): MarkAnswer
  listQueryValues(): Promise<QueryValues>
  findRelated(path: EntryPath): RelatedItem[]
  planReplacements(question: ReplaceQuestion): Promise<ReplacePlan>
  planRename(question: RenameQuestion): Promise<Outcome<RenamePlan>>
  findUses(keys: readonly string[]): Record<string, ResourceUseElsewhere[]>
  /** Stops reading after the current batch, and saves when that is worth it. */
  close(): Promise<void>
  readonly index: SearchIndex
  readonly facts: FactBook
}

/** Work between two turns of others: short enough that a search during the build is answered within a frame or two. */
const turnMs = 12
/** Text gathered before it becomes a segment: large enough for few segments, small enough to be searchable soon. */
const segmentLetters = 512 * 1024
const segmentEntries = 256
/** Entries that came or went since the index was saved, for saving it again when the journal is closed. */
const changesWorthSaving = 500
/** Names are short; many of them make a segment before the first file has been read. */
const namesAtOnce = 1024

export function createJournalIndexer(options: IndexerOptions): JournalIndexer {
  const { root, clock, letOthersWork } = options
  const { index, facts } = options.savedIndex ?? { index: createSearchIndex(), facts: createFactBook() }
  let savedChanges = options.savedIndex?.index.changes ?? -1
  const cards = createCardSender(options.onCards, clock)
  const texts = createTextCache((path) => readEntryText(root, path as EntryPath)?.text ?? null)
  const changed = new Set<EntryPath>()
  const shelf =
    options.openShelf?.({
      usesOf: (path) => facts.documentUses(path),
      onChanged() {
        const { entries, searched } = index.counts
        options.onProgress({ indexed: searched, total: entries, isDone: searched === entries })
      },
    }) ?? null
  let isStopped = false
  let latestReplace = 0
  let turnStart = clock()
  let working: Promise<void> = Promise.resolve()
  let corrections = readCorrections()
  let dateCorrections = toDateCorrections(corrections)

  function readCorrections(): readonly DateCorrection[] {
    return readMemoryNow(root, 'dates').corrections
  }

  /** Entries whose actions may be read as other days than by an earlier list of corrections. */
  function findCorrected(before: readonly DateCorrection[]): ReadonlySet<EntryPath> {
    const days = findChangedEntryDays(before, corrections)
    if (days.size === 0) return new Set()
    return new Set(index.listCards().flatMap(({ path, date }) => (days.has(date) ? [path] : [])))
  }

  function surroundings(): SearchSurroundings {
    return { readText: (path) => texts.read(path), clock, today: localDay() }
  }

  async function pause(): Promise<void> {
    if (clock() - turnStart < turnMs) return
    cards.sendDue()
    await letOthersWork()
    turnStart = clock()
  }

  function readAll(): Promise<void> {
    for (const card of index.listCards()) cards.add(card)
    cards.sendAll()
    return enqueue(async () => {
      const listed = await listEntries(root, true)
      if (!listed.ok) throw new Error(listed.error.message)
      turnStart = clock()
      const listings = newestFirst(listed.value.entries)
      removeMissing(listings)
      await addNames(listings)
      const corrected = findCorrected(options.savedIndex?.corrections ?? corrections)
      const waiting = listings.filter((listing) => !isKnown(listing) || corrected.has(listing.path))
      await readTexts(
        waiting.map(({ path }) => path),
        listings.length,
      )
      await merge(true)
      await run(facts.warm())
      if (!isStopped) await save(1)
    })
  }

  async function readDocuments(): Promise<void> {
    if (shelf === null || isStopped) return
    const listed = await listEntries(root, true)
    if (listed.ok && !isStopped) await shelf.follow(listed.value.otherFiles)
  }

  async function save(least: number): Promise<void> {
    const { changes } = index
    if (changes - savedChanges < least) return
    await options.saveIndex({ index, facts, corrections })
    savedChanges = changes
  }

  /** One task after the other: reading the journal, taking in changes, joining segments. */
  async function enqueue(task: () => Promise<void>): Promise<void> {
    const done = working.then(() => (isStopped ? undefined : task()))
    working = done.catch(() => undefined)
    // A promise of its own: one that a handler hangs on already would never end the worker.
    await done
  }

  function removeMissing(listings: readonly EntryListing[]): void {
    const paths = new Set<string>(listings.map(({ path }) => path))
    const gone = index.listPaths().filter((path) => !paths.has(path))
    index.remove(gone)
    for (const path of gone) {
      facts.remove(path)
      cards.addGone(path as EntryPath)
    }
  }

  function isKnown({ path, size, modifiedMs }: EntryListing): boolean {
    const stamp = index.stampOf(path)
    return stamp !== null && stamp.size === size && stamp.modifiedMs === modifiedMs
  }

  /** Titles can be found before a single file has been read. */
  async function addNames(listings: readonly EntryListing[]): Promise<void> {
    const known = new Set(index.listPaths())
    let batch = index.startBatch()
    for (const { path, size, modifiedMs } of listings) {
      if (known.has(path)) continue
      const summary = summarize(path, '', null)
      cards.add(toCard(summary))
      batch.add({ text: '', summary, size, modifiedMs, isNameOnly: true })
      if (batch.entryCount >= namesAtOnce) {
        batch.commit()
        batch = index.startBatch()
      }
      await pause()
    }
    batch.commit()
    cards.sendAll()
  }

  function summarize(path: EntryPath, text: string, modifiedMs: number | null): Summary {
    // The index never compares revisions, and hashing every file would cost as much as reading it.
    return summarizeEntry({
      path,
      text,
      revision: '' as Revision,
      actionHeadings: options.actionHeadings,
      dateCorrections,
      ...(modifiedMs === null ? {} : { fileDay: localDay(new Date(modifiedMs)) }),
    })
  }

  async function readTexts(paths: readonly EntryPath[], total: number): Promise<void> {
    let batch = index.startBatch()
    let indexed = total - paths.length
    options.onProgress({ indexed, total, isDone: paths.length === 0 })
    const commit = (): void => {
      batch.commit()
      batch = index.startBatch()
    }
    for (const path of paths) {
      if (isStopped) return
      const entry = readOne(path)
      if (entry !== null) batch.add(entry)
      indexed += 1
      await pause()
      if (changed.size > 0) {
        // What was read before the change must not come into the index after it.
        commit()
        await takeInChanges()
      } else if (batch.entryCount >= segmentEntries || batch.textLength >= segmentLetters) {
        commit()
        options.onProgress({ indexed, total, isDone: false })
        await merge(false)
      }
    }
    commit()
    cards.sendAll()
    if (paths.length > 0) options.onProgress({ indexed: total, total, isDone: true })
  }

  /** Null when the file is gone or cannot be read; it is then forgotten. */
  function readOne(path: EntryPath): IndexedEntry | null {
    const read = readEntryText(root, path)
    if (read === null) return forget(path)
    texts.forget(path)
    const summary = summarize(path, read.text, read.modifiedMs)
    facts.put(summary)
    cards.add(toCard(summary))
    return { text: read.text, summary, size: read.size, modifiedMs: read.modifiedMs, isNameOnly: false }
  }

  async function listQueryValues(): Promise<QueryValues> {
    const steps = index.listQueryValues()
    for (;;) {
      const step = steps.next()
      if (step.done === true) return step.value
      await letOthersWork()
    }
  }

  function forget(path: EntryPath): null {
    texts.forget(path)
    index.remove([path])
    facts.remove(path)
    cards.addGone(path)
    return null
  }

  async function merge(isThorough: boolean): Promise<void> {
    for (
      let steps = index.startMerge(isThorough);
      steps !== null;
      steps = isThorough ? null : index.startMerge(false)
    ) {
      await run(steps)
    }
  }

  /** Longer work step by step: others have their turn, and what changes meanwhile is taken in. */
  async function run(steps: Generator<undefined, void>): Promise<void> {
    while (!isStopped && steps.next().done !== true) {
      await pause()
      await takeInChanges()
    }
  }

  /** Between any two steps of longer work, so that a save is found at once however long the rest takes. */
  async function takeInChanges(): Promise<void> {
    while (changed.size > 0 && !isStopped) {
      const paths = Array.from(changed).slice(0, segmentEntries)
      const entries: IndexedEntry[] = []
      for (const path of paths) {
        changed.delete(path)
        const entry = (await isInJournal(path)) ? readOne(path) : forget(path)
        if (entry !== null) entries.push(entry)
        await pause()
      }
      index.add(entries)
      cards.sendAll()
    }
  }

  /** The path may have become a link that leads out of the journal since it was noted. */
  async function isInJournal(path: EntryPath): Promise<boolean> {
    return !path.split('/').some(isSkippedName) && (await resolveInside(root, path)).ok
  }

  function noteChanged(paths: Iterable<EntryPath>): void {
    for (const path of paths) changed.add(path)
    void enqueue(async () => {
      turnStart = clock()
      await takeInChanges()
      await merge(false)
    })
  }

  return {
    index,
    facts,
    readAll,
    readDocuments,
    noteOtherFiles(paths) {
      void (paths === null ? readDocuments() : shelf?.noteChanged(paths))
    },
    noteChanged,
    noteDatesCorrected() {
      const before = corrections
      corrections = readCorrections()
      dateCorrections = toDateCorrections(corrections)
      noteChanged(findCorrected(before))
    },
    search(question) {
      const answer = index.search(question, surroundings())
      return shelf === null ? answer : joinAnswers(answer, shelf.search(question))
    },
    markEntry: (question) => index.markEntry(question, surroundings()),
    listQueryValues,
    findRelated(path) {
      const text = texts.read(path)
      return text === null ? [] : findRelated(index, summarize(path, text, null), text)
    },
    planReplacements(question) {
      latestReplace = question.number
      return planReplacements({
        root,
        question,
        entries: listScope(index, question.scope, localDay()),
        isStale: () => isStopped || latestReplace !== question.number,
        pause,
      })
    },
    planRename: (question) => planRenameInFolder({ root, index, question, pause }),
    findUses: (keys) => index.findUses(keys),
    async close() {
      isStopped = true
      await working
      await shelf?.close()
      // Half read, it is still worth keeping. A day's edits are not: reading them again costs less than writing all.
      await save(changesWorthSaving)
    },
  }
}

/** The part of a summary that the rail needs. */
function toCard({ path, kind, title, date, tags }: Summary): EntryCard {
  return { path, kind, title, date, tags }
}

/** What was written last is looked for first. */
function newestFirst(listings: readonly EntryListing[]): readonly EntryListing[] {
  return listings.toSorted((left, right) => right.modifiedMs - left.modifiedMs)
}
