import path from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { documentWorkerBeside, openShelf } from '../journal/documents/open-shelf.ts'
import { loadIndex, readCodeStamp, saveIndex } from '../journal/index/index-cache.ts'
import { createJournalIndexer, type JournalIndexer } from '../journal/index/journal-indexer.ts'
import { readMemoryNow } from '../journal/memory/memory-files.ts'
import { journalId } from '../journal/journal-place.ts'
import { settingsSchema } from '../shared/contract/settings.ts'

export interface OpenIndexOptions {
  /** Real path of the journal. */
  readonly folder: string
  readonly cacheFolder: string
  readonly showProgress: (line: string) => void
  /** True: every file is read, whatever was kept. */
  readonly isFresh: boolean
}

/**
 * The index of a folder, complete: the app's own, kept between commands in the user's caches, and compared with the
 * files by size and time before it answers. Nothing is written into the folder.
 *
 * Throws when the folder cannot be listed any more.
 */
export async function openIndex(options: OpenIndexOptions): Promise<JournalIndexer> {
  const { folder, showProgress } = options
  const actionHeadings =
    readMemoryNow(folder, 'settings').actionHeadings ?? v.parse(settingsSchema, {}).actionHeadings
  const file = path.join(options.cacheFolder, `${journalId(folder)}.index`)
  const thisFile = fileURLToPath(import.meta.url)
  const stamp = { root: folder, actionHeadings, code: readCodeStamp(thisFile) }
  const indexer = createJournalIndexer({
    root: folder,
    actionHeadings,
    onCards: () => undefined,
    onProgress: ({ indexed, total, isDone }) => {
      if (!isDone) showProgress(`indexed ${indexed} of ${total}`)
    },
    savedIndex: options.isFresh ? null : loadIndex(file, stamp),
    saveIndex: async (known) => {
      await saveIndex(file, stamp, known)
    },
    openShelf: (surroundings) =>
      openShelf(
        { root: folder, workerFile: documentWorkerBeside(thisFile), cacheFile: file, stamp },
        surroundings,
      ),
    clock: () => performance.now(),
    letOthersWork: () => new Promise((resolve) => setImmediate(resolve)),
  })
  await indexer.readAll()
  return indexer
}
