import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { documentReadingSchema, type DocumentReading } from '../../shared/documents/document-reading.ts'
import { isFileError } from '../file-failure.ts'

/** What tells one state of a file from another. */
export interface FileStamp {
  readonly size: number
  readonly modifiedMs: number
}

/** What was read of documents, kept so that none is read twice. */
export interface KeptDocuments {
  /** What was read of the document at `document` (path in the journal) in this state of its file; null: read it. */
  find(document: string, stamp: FileStamp): DocumentReading | null
  /** What was read last, whatever the file is now; null when nothing was. */
  latest(document: string): DocumentReading | null
  keep(document: string, stamp: FileStamp, reading: DocumentReading): void
  /** Forgets all but these. */
  keepOnly(documents: readonly string[]): void
}

/** Grows when documents are read in another way: what was kept before is then read anew. */
const readingVersion = 1

const keptSchema = v.object({
  version: v.literal(readingVersion),
  document: v.string(),
  size: v.number(),
  modifiedMs: v.number(),
  reading: documentReadingSchema,
})
type Kept = v.InferOutput<typeof keptSchema>

/** Documents whose text stays at hand: those of the hits of a search or two. */
const mostAtHand = 12

/**
 * Keeps texts in a folder of the cache, a file for each document; in memory when there is none.
 *
 * Nothing in the folder is needed: what is missing, broken or of another version is read again. All of it is done at
 * once, since the index has a thread of its own.
 */
export function createKeptDocuments(folder: string | null): KeptDocuments {
  const atHand = new Map<string, Kept>()

  function read(document: string): Kept | null {
    const known = atHand.get(document)
    if (known !== undefined || folder === null) return known ?? null
    const kept = readKept(path.join(folder, nameOf(document)))
    if (kept === null || kept.document !== document) return null
    hold(kept)
    return kept
  }

  function hold(kept: Kept): void {
    atHand.delete(kept.document)
    atHand.set(kept.document, kept)
    const [oldest] = atHand.keys()
    if (folder !== null && atHand.size > mostAtHand && oldest !== undefined) atHand.delete(oldest)
  }

  return {
    find(document, { size, modifiedMs }) {
      const kept = read(document)
      return kept !== null && kept.size === size && kept.modifiedMs === modifiedMs ? kept.reading : null
    },
    latest: (document) => read(document)?.reading ?? null,
    keep(document, { size, modifiedMs }, reading) {
      const kept: Kept = { version: readingVersion, document, size, modifiedMs, reading }
      hold(kept)
      if (folder !== null) writeKept(folder, nameOf(document), kept)
    },
    keepOnly(documents) {
      const wanted = new Set(documents)
      for (const document of atHand.keys()) if (!wanted.has(document)) atHand.delete(document)
      if (folder !== null) removeOthers(folder, new Set(documents.map(nameOf)))
    },
  }
}

/** Any path as a file name, of one length and without a look into the journal for those who list the cache. */
function nameOf(document: string): string {
  return `${createHash('sha256').update(document).digest('hex').slice(0, 32)}.json`
}

function readKept(file: string): Kept | null {
  try {
    const parsed = v.safeParse(keptSchema, JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.output : null
  } catch (error) {
    if (!isFileError(error) && !(error instanceof SyntaxError)) throw error
    return null
  }
}

/** Beside its place first: a crash leaves the old text or the new one. A disk that is full only costs time later. */
function writeKept(folder: string, name: string, kept: Kept): void {
  try {
    mkdirSync(folder, { recursive: true })
    const unfinished = path.join(folder, 'unfinished')
    writeFileSync(unfinished, JSON.stringify(kept), { mode: 0o600 })
    renameSync(unfinished, path.join(folder, name))
  } catch (error) {
    if (!isFileError(error)) throw error
  }
}

function removeOthers(folder: string, names: ReadonlySet<string>): void {
  try {
    for (const name of readdirSync(folder))
      if (!names.has(name)) rmSync(path.join(folder, name), { force: true })
  } catch (error) {
    if (!isFileError(error)) throw error
  }
}
