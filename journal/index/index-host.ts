import { Worker } from 'node:worker_threads'
import type { SearchAnswer, SearchQuestion } from '../../shared/contract/search.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { EntryCard } from '../../shared/entry/summary.ts'
import { documentWorkerBeside } from '../documents/open-shelf.ts'
import type { IndexListener, JournalIndex } from '../journal-index.ts'
import { readCodeStamp } from './index-cache.ts'
import type { FromWorker, ToWorker, WorkerQuestions, WorkerStart, WorkerVerb } from './protocol.ts'

export interface IndexHostOptions extends IndexListener {
  /** The bundled worker. */
  readonly workerFile: string
  /** Real path of the journal. */
  readonly root: string
  /** Words that make a heading an actions heading. */
  readonly actionHeadings: readonly string[]
  /** Where the index is kept between runs, outside the journal; left out or null: nowhere. */
  readonly cacheFile?: string | null
}

interface Pending {
  readonly message: ToWorker
  readonly resolve: (output: unknown) => void
  readonly reject: (error: Error) => void
}

/** How long a worker may take to save its index when the journal is closed. */
const closingMs = 2000

/**
 * Runs the index of a journal in a worker thread.
 *
 * Of searches one runs and the newest waits; those between are answered empty, since whoever asked has asked again.
 * A worker that dies is started again, once for each cause; what it was asked is asked again. When the same cause
 * comes back the index stays down: `onFailure` is told, and every question rejects.
 */
export function createIndexHost(options: IndexHostOptions): JournalIndex {
  let start: WorkerStart = {
    root: options.root,
    actionHeadings: options.actionHeadings,
    cacheFile: options.cacheFile ?? null,
    documentWorkerFile: documentWorkerBeside(options.workerFile),
    code: options.cacheFile == null ? '' : readCodeStamp(options.workerFile),
  }
  const cards = new Map<EntryPath, EntryCard>()
  const pending = new Map<number, Pending>()
  const causes = new Set<string>()
  let sequence = 0
  let failure: Error | null = null
  let isDisposed = false
  let runningSearch: number | null = null
  let waitingSearch: {
    readonly question: SearchQuestion
    readonly resolve: (answer: Promise<SearchAnswer>) => void
  } | null = null
  let worker: Worker | null = null
  if (options.whenCalm === undefined) worker = launch()
  else options.whenCalm.then(launchFirst, options.onFailure)

  /** What was asked meanwhile is asked now. What was noted is read with everything else. */
  function launchFirst(): void {
    if (isDisposed) return
    relaunch()
  }

  function relaunch(): void {
    worker = launch()
    for (const { message } of pending.values()) worker.postMessage(message)
  }

  function launch(): Worker {
    const launched = new Worker(options.workerFile, { workerData: start })
    let cause: unknown = null
    // What one that was replaced still says is of the words before.
    launched.on('message', (message: FromWorker) => (launched === worker ? receive(message) : undefined))
    launched.on('error', (error) => {
      cause = error
    })
    launched.on('exit', (code) => {
      if (!isDisposed && launched === worker)
        recover(cause ?? new Error(`The index worker ended with code ${code}.`))
    })
    return launched
  }

  function recover(cause: unknown): void {
    const error = cause instanceof Error ? cause : new Error(String(cause))
    if (causes.has(error.message)) {
      failure = error
      for (const question of pending.values()) question.reject(error)
      pending.clear()
      options.onFailure(error)
      return
    }
    causes.add(error.message)
    relaunch()
  }

  function receive(message: FromWorker): void {
    switch (message.kind) {
      case 'answered': {
        const question = pending.get(message.sequence)
        pending.delete(message.sequence)
        question?.resolve(message.output)
        return
      }
      case 'cards':
        for (const path of message.batch.gone) cards.delete(path)
        for (const card of message.batch.cards) cards.set(card.path, card)
        return options.onCards(message.batch)
      case 'progress':
        return options.onProgress(message.progress)
    }
  }

  function ask<V extends WorkerVerb>(
    kind: V,
    input: WorkerQuestions[V]['input'],
  ): Promise<WorkerQuestions[V]['output']> {
    if (failure !== null) return Promise.reject(failure)
    if (isDisposed && worker === null) return Promise.reject(new Error('The journal was closed.'))
    sequence += 1
    const message = { kind, sequence, input } as ToWorker
    return new Promise((resolve, reject) => {
      pending.set(sequence, { message, resolve: resolve as (output: unknown) => void, reject })
      worker?.postMessage(message)
    })
  }

  function search(question: SearchQuestion): Promise<SearchAnswer> {
    if (runningSearch === null) return runSearch(question)
    waitingSearch?.resolve(Promise.resolve(emptyAnswer(waitingSearch.question)))
    return new Promise((resolve) => {
      waitingSearch = { question, resolve }
    })
  }

  async function runSearch(question: SearchQuestion): Promise<SearchAnswer> {
    runningSearch = question.number
    try {
      return await ask('search', question)
    } finally {
      runningSearch = null
      const next = waitingSearch
      waitingSearch = null
      next?.resolve(runSearch(next.question))
    }
  }

  return {
    search,
    markEntry: (question) => ask('markEntry', question),
    listQueryValues: () => ask('listQueryValues', null),
    findRelated: (path) => ask('findRelated', path),
    planReplacements: (question) => ask('planReplacements', question),
    planRename: (question) => ask('planRename', question),
    findResourceUses: (keys) => ask('findUses', keys),
    askFacts: ask,
    noteChanged(paths) {
      // A dead worker reads every file when it is started again, these among them.
      if (failure === null) worker?.postMessage({ kind: 'noteChanged', paths } satisfies ToWorker)
    },
    noteOtherFiles(paths) {
      if (failure === null) worker?.postMessage({ kind: 'noteOtherFiles', paths } satisfies ToWorker)
    },
    noteDatesCorrected() {
      if (failure === null) worker?.postMessage({ kind: 'noteDatesCorrected' } satisfies ToWorker)
    },
    useActionHeadings(words) {
      // Another setting of the journal was written: reading every entry again would find the same.
      if (words.join('\n') === start.actionHeadings.join('\n')) return
      start = { ...start, actionHeadings: words }
      // One that has not begun, or does not begin any more, is not hurried.
      if (isDisposed || failure !== null || worker === null) return
      const former = worker
      relaunch()
      void former.terminate()
    },
    allCards: () => Array.from(cards.values()),
    async dispose() {
      if (isDisposed) return
      isDisposed = true
      if (failure === null && worker !== null) await Promise.race([ask('close', null), wait(closingMs)])
      await worker?.terminate()
      for (const question of pending.values()) question.reject(new Error('The journal was closed.'))
      pending.clear()
    },
  }
}

function wait(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
}

function emptyAnswer(question: SearchQuestion): SearchAnswer {
  return {
    number: question.number,
    hits: [],
    totals: {},
    corrections: [],
    searchedEntries: 0,
    totalEntries: 0,
    tookMs: 0,
  }
}
