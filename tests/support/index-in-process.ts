import { createJournalIndexer, type JournalIndexer } from '../../journal/index/journal-indexer.ts'

/** The index of a folder, complete, in this thread and without a cache. */
export async function indexInProcess(root: string): Promise<JournalIndexer> {
  const indexer = createJournalIndexer({
    root,
    actionHeadings: ['actions'],
    onCards: () => undefined,
    onProgress: () => undefined,
    savedIndex: null,
    saveIndex: async () => undefined,
    clock: () => performance.now(),
    letOthersWork: () => new Promise((resolve) => setImmediate(resolve)),
  })
  await indexer.readAll()
  return indexer
}
