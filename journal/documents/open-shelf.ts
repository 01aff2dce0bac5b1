import path from 'node:path'
import { createFactBook } from '../../shared/facts/fact-book.ts'
import { loadIndex, saveIndex, type CacheStamp } from '../index/index-cache.ts'
import { createDocumentReader } from './document-reader.ts'
import { createDocumentShelf, type DocumentShelf, type DocumentShelfOptions } from './document-shelf.ts'
import { createKeptDocuments } from './kept-documents.ts'

export interface OpenShelfOptions {
  /** Real path of the journal. */
  readonly root: string
  /** The bundled worker that reads documents. */
  readonly workerFile: string
  /** Where the journal's own index is kept: what is read of documents stands beside it. null: in memory. */
  readonly cacheFile: string | null
  readonly stamp: CacheStamp
}

/** Opens the documents of a journal, with what earlier runs have read of them. Nothing is read before it is asked. */
export function openShelf(
  { root, workerFile, cacheFile, stamp }: OpenShelfOptions,
  surroundings: Pick<DocumentShelfOptions, 'usesOf' | 'onChanged'>,
): DocumentShelf {
  const indexFile = cacheFile === null ? null : `${cacheFile}.documents`
  return createDocumentShelf({
    root,
    ...surroundings,
    reader: createDocumentReader({ workerFile }),
    kept: createKeptDocuments(cacheFile === null ? null : `${cacheFile}.texts`),
    savedIndex: indexFile === null ? null : (loadIndex(indexFile, stamp)?.index ?? null),
    saveIndex: async (index) => {
      // The same file as that of the entries, without facts of entries.
      if (indexFile !== null)
        await saveIndex(indexFile, stamp, { index, facts: createFactBook(), corrections: [] })
    },
    clock: () => performance.now(),
    letOthersWork: () => new Promise((resolve) => setImmediate(resolve)),
  })
}

/** The worker that reads documents is built beside the program that asks for it. */
export function documentWorkerBeside(file: string): string {
  return path.join(path.dirname(file), 'document-worker.cjs')
}
