import { Worker } from 'node:worker_threads'
import type { DocumentKind } from '../../shared/documents/document-kind.ts'
import type { DocumentReading } from '../../shared/documents/document-reading.ts'

/** What the worker is told. */
export interface DocumentTask {
  /** Real path. */
  readonly file: string
  readonly kind: DocumentKind
}

/** Reads the text of documents, on a thread that is there only while there is something to read. */
export interface DocumentReader {
  /** One document at a time: ask for the next when the answer is there. Never rejects for a bad document. */
  read(task: DocumentTask): Promise<DocumentReading>
  /** Ends the thread; the next `read` starts another. Call it when nothing is left to read. */
  rest(): void
}

export interface DocumentReaderOptions {
  /** The bundled worker. */
  readonly workerFile: string
  /** Time for one document, ms. */
  readonly longestMs?: number
  /** Memory for one document, MB: one that fills it ends the thread, and not the app. */
  readonly mostMemory?: number
}

/** A paper of 40 pages takes about a second on a slow machine; a book of 1,000 about twenty. */
const usualLongestMs = 60_000
/** PDF.js holds a scanned book's pages one by one, and the file whole. */
const usualMostMemory = 768

/**
 * Makes a reader. A document that takes too long, fills the memory, or ends the thread in some other way counts as
 * unreadable; the thread is ended and the next document gets a new one.
 */
export function createDocumentReader({
  workerFile,
  longestMs = usualLongestMs,
  mostMemory = usualMostMemory,
}: DocumentReaderOptions): DocumentReader {
  let worker: Worker | null = null

  function rest(): void {
    void worker?.terminate()
    worker = null
  }

  return {
    rest,
    read(task) {
      worker ??= new Worker(workerFile, {
        resourceLimits: { maxOldGenerationSizeMb: mostMemory },
        // PDF.js says there what it finds odd in a file.
        stdout: true,
        stderr: true,
      })
      const reading = worker
      return new Promise((resolve) => {
        const settle = (outcome: DocumentReading): void => {
          clearTimeout(timer)
          reading.off('message', settle).off('error', onEnd).off('exit', onEnd)
          resolve(outcome)
        }
        const giveUp = (reason: 'too-slow' | 'broken'): void => {
          settle({ state: 'unreadable', reason })
          // What is still to come of a thread that was given up is of no interest, but must not be unheard.
          reading.on('error', () => undefined)
          rest()
        }
        const onEnd = (): void => giveUp('broken')
        const timer = setTimeout(() => giveUp('too-slow'), longestMs)
        reading.on('message', settle).on('error', onEnd).on('exit', onEnd)
        reading.postMessage(task)
      })
    },
  }
}
