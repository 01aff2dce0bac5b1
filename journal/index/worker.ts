import { parentPort, workerData } from 'node:worker_threads'
import type { FactVerb } from '../../shared/contract/facts.ts'
import { openShelf } from '../documents/open-shelf.ts'
import { loadIndex, saveIndex } from './index-cache.ts'
import { createJournalIndexer } from './journal-indexer.ts'
import type { FromWorker, ToWorker, WorkerStart, WorkerVerb, WorkerQuestions } from './protocol.ts'

/** The index worker's entry: it owns the index, reads the files itself, and answers one message after the other. */
function startWorker(): void {
  const port = parentPort
  if (port === null) throw new Error('The index worker must be started as a worker thread.')
  const { root, actionHeadings, cacheFile, code, documentWorkerFile } = workerData as WorkerStart
  const stamp = { root, actionHeadings, code }
  const post = (message: FromWorker): void => port.postMessage(message)
  const answer = <V extends WorkerVerb>(
    _verb: V,
    sequence: number,
    output: WorkerQuestions[V]['output'],
  ): void => post({ kind: 'answered', sequence, output })
  const indexer = createJournalIndexer({
    root,
    actionHeadings,
    onCards: (batch) => post({ kind: 'cards', batch }),
    onProgress: (progress) => post({ kind: 'progress', progress }),
    savedIndex: cacheFile === null ? null : loadIndex(cacheFile, stamp),
    saveIndex: async (known) => {
      if (cacheFile !== null) await saveIndex(cacheFile, stamp, known)
    },
    openShelf: (surroundings) =>
      openShelf({ root, workerFile: documentWorkerFile, cacheFile, stamp }, surroundings),
    clock: () => performance.now(),
    letOthersWork: () => new Promise((resolve) => setImmediate(resolve)),
  })
  const askFacts = <V extends FactVerb>(verb: V, question: unknown): WorkerQuestions[V]['output'] =>
    (indexer.facts[verb] as (input: unknown) => WorkerQuestions[V]['output'])(question)
  port.on('message', (message: ToWorker) => {
    switch (message.kind) {
      case 'search':
        return answer('search', message.sequence, indexer.search(message.input))
      case 'markEntry':
        return answer('markEntry', message.sequence, indexer.markEntry(message.input))
      case 'listQueryValues':
        return void indexer
          .listQueryValues()
          .then((values) => answer('listQueryValues', message.sequence, values))
      case 'findRelated':
        return answer('findRelated', message.sequence, indexer.findRelated(message.input))
      case 'planReplacements':
        return void indexer
          .planReplacements(message.input)
          .then((plan) => answer('planReplacements', message.sequence, plan))
      case 'planRename':
        return void indexer
          .planRename(message.input)
          .then((plan) => answer('planRename', message.sequence, plan))
      case 'findUses':
        return answer('findUses', message.sequence, indexer.findUses(message.input))
      case 'noteChanged':
        return indexer.noteChanged(message.paths)
      case 'noteOtherFiles':
        return indexer.noteOtherFiles(message.paths)
      case 'noteDatesCorrected':
        return indexer.noteDatesCorrected()
      case 'close':
        return void indexer.close().then(() => answer('close', message.sequence, null))
      default:
        return answer(message.kind, message.sequence, askFacts(message.kind, message.input))
    }
  })
  // Unhandled on purpose: a rejection ends the worker, and the host sees why.
  void indexer.readAll().then(indexer.readDocuments)
}

startWorker()
