import { statSync } from 'node:fs'
import type { SearchAnswer, SearchHit, SearchQuestion } from '../../shared/contract/search.ts'
import { documentKind, documentKindName, type DocumentKind } from '../../shared/documents/document-kind.ts'
import { describeUnreadable, type DocumentReading } from '../../shared/documents/document-reading.ts'
import { joinPages, pageAt } from '../../shared/documents/document-text.ts'
import { localDay } from '../../shared/entry/iso-day.ts'
import type { DocumentUse } from '../../shared/facts/document-table.ts'
import { createSearchIndex, type SearchIndex } from '../../shared/search/search-index.ts'
import { isFileError } from '../file-failure.ts'
import { resolveInside } from '../inside-path.ts'
import type { DocumentReader } from './document-reader.ts'
import { indexedDocument } from './indexed-document.ts'
import type { FileStamp, KeptDocuments } from './kept-documents.ts'

export interface DocumentShelfOptions {
  /** Real path of the journal. */
  readonly root: string
  readonly reader: DocumentReader
  readonly kept: KeptDocuments
  /** An index from an earlier run; null when there is none. */
  readonly savedIndex: SearchIndex | null
  readonly saveIndex: (index: SearchIndex) => Promise<void>
  /** Milliseconds, rising. */
  readonly clock: () => number
  /** Resolves after waiting messages have had their turn. */
  readonly letOthersWork: () => Promise<void>
  /** Other documents can be found than before: who has asked may ask again. */
  readonly onChanged: () => void
  /** Entries that link a document. */
  readonly usesOf: (path: string) => readonly DocumentUse[]
}

/** The PDFs and saved pages of a journal, and what is written in them. */
export interface DocumentShelf {
  /**
   * Takes in what the folder holds: every file that is no entry. Resolves when the text of all documents among them
   * can be found. Asked again meanwhile, it ends with the newest list.
   */
  follow(files: readonly string[]): Promise<void>
  /** These files came, changed or went. */
  noteChanged(files: readonly string[]): Promise<void>
  search(question: SearchQuestion): SearchAnswer
  /** Ends the thread that reads, and saves the index when it is another than the saved one. */
  close(): Promise<void>
}

export function createDocumentShelf(options: DocumentShelfOptions): DocumentShelf {
  const { root, reader, kept, clock } = options
  const index = options.savedIndex ?? createSearchIndex()
  let savedChanges = options.savedIndex === null ? 0 : index.changes
  const waiting = new Set<string>()
  let isClosed = false
  let working: Promise<void> = Promise.resolve()

  function readWaiting(): Promise<void> {
    working = working.then(async () => {
      for (const path of waiting) {
        if (isClosed) return
        waiting.delete(path)
        await takeIn(path)
      }
      reader.rest()
      await merge()
      await save()
    })
    return working
  }

  async function merge(): Promise<void> {
    const steps = index.startMerge(false)
    while (steps !== null && !isClosed && steps.next().done !== true) await options.letOthersWork()
  }

  /** A document as it is now; one that is gone is forgotten. */
  async function takeIn(path: string): Promise<void> {
    const kind = documentKind(path)
    const place = await resolveInside(root, path)
    const stamp = place.ok ? stampOf(place.value) : null
    if (kind === null || !place.ok || stamp === null) return index.remove([path])
    const known = index.stampOf(path)
    if (known !== null && known.size === stamp.size && known.modifiedMs === stamp.modifiedMs) return
    const found = kept.find(path, stamp)
    const reading = found ?? (await reader.read({ file: place.value, kind }))
    // The thread was ended with the journal: that says nothing of the document.
    if (isClosed) return
    if (found === null) kept.keep(path, stamp, reading)
    index.add([indexedDocument(path, stamp, reading)])
  }

  async function save(): Promise<void> {
    if (index.changes === savedChanges) return
    savedChanges = index.changes
    options.onChanged()
    await options.saveIndex(index)
  }

  function readText(path: string): string | null {
    const reading = kept.latest(path)
    return reading === null ? null : indexedDocument(path, { size: 0, modifiedMs: 0 }, reading).text
  }

  return {
    follow(files) {
      const documents = files.filter((file) => documentKind(file) !== null)
      const held = new Set(documents)
      index.remove(index.listPaths().filter((path) => !held.has(path)))
      kept.keepOnly(documents)
      for (const path of documents) waiting.add(path)
      return readWaiting()
    },
    noteChanged(files) {
      for (const path of files) if (documentKind(path) !== null) waiting.add(path)
      return readWaiting()
    },
    search(question) {
      const answer = index.search(question, { readText, clock, today: localDay() })
      return {
        ...answer,
        hits: answer.hits.map((hit) => describe(hit, kept.latest(hit.path), options.usesOf(hit.path))),
      }
    },
    async close() {
      isClosed = true
      reader.rest()
      // What went wrong there was told whoever waited for it.
      await working.catch(() => undefined)
      await save()
    },
  }
}

/** A hit as it is shown: the page it is on, and the entry to go to. */
function describe(hit: SearchHit, reading: DocumentReading | null, uses: readonly DocumentUse[]): SearchHit {
  const kind = documentKind(hit.path) ?? 'pdf'
  const page = pageOf(hit, kind, reading)
  const document = { path: hit.path, page }
  const shown: SearchHit = {
    ...hit,
    where: describePlace(kind, page, reading),
    document,
  }
  const [use] = uses
  if (use === undefined) return { ...shown, from: 0 }
  return { ...shown, path: use.entry.path, from: use.from, entryTitle: use.entry.title, date: use.entry.date }
}

function describePlace(kind: DocumentKind, page: number | null, reading: DocumentReading | null): string {
  const name = documentKindName(kind)
  if (reading?.state === 'unreadable') return `${name}, ${describeUnreadable(reading.reason)}`
  return page === null ? name : `${name}, page ${page}`
}

/** Null for what has no pages, and for a word that stands in the name alone. */
function pageOf(hit: SearchHit, kind: DocumentKind, reading: DocumentReading | null): number | null {
  const from = hit.passages[0]?.from ?? null
  if (kind !== 'pdf' || from === null || reading?.state !== 'read' || from >= joinPages(reading).length)
    return null
  return pageAt(reading, from)
}

function stampOf(file: string): FileStamp | null {
  try {
    const status = statSync(file)
    return status.isFile() ? { size: status.size, modifiedMs: status.mtimeMs } : null
  } catch (error) {
    if (!isFileError(error)) throw error
    return null
  }
}
