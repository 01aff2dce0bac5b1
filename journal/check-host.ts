import { Worker } from 'node:worker_threads'
import type { AppError, Outcome } from '../shared/contract/errors.ts'
import { succeed } from '../shared/contract/errors.ts'
import type { EventPayload } from '../shared/contract/events.ts'
import type { FileCheck } from '../shared/contract/file-check.ts'

/** What the worker is started with. */
export interface CheckStart {
  /** Real path of the folder. */
  readonly root: string
  /** Random edits in each file, in memory. */
  readonly edits: number
  readonly seed: number
}

/** From the worker to the host; `checked` or `failed` is the last message. */
export type FromCheckWorker =
  | ({ readonly kind: 'progress' } & EventPayload<'fileCheckProgressed'>)
  | { readonly kind: 'checked'; readonly check: FileCheck }
  | { readonly kind: 'failed'; readonly error: AppError }

export interface CheckHost {
  /**
   * Opens and saves every entry below `root` in memory. One check at a time: another one ends the one before.
   *
   * @returns null when it was cancelled. Rejects when the worker dies.
   */
  run(start: CheckStart): Promise<Outcome<FileCheck | null>>
  cancel(): void
}

/**
 * Checks folders in a worker thread, so that neither the window nor the main process waits.
 *
 * @param workerFile the bundled worker
 */
export function createCheckHost(
  workerFile: string,
  onProgress: (progress: EventPayload<'fileCheckProgressed'>) => void,
): CheckHost {
  let cancelRunning = (): void => undefined

  return {
    run(start) {
      cancelRunning()
      const worker = new Worker(workerFile, { workerData: start })
      return new Promise<Outcome<FileCheck | null>>((resolve, reject) => {
        cancelRunning = () => resolve(succeed(null))
        worker.on('message', (message: FromCheckWorker) => {
          if (message.kind === 'progress') onProgress({ done: message.done, total: message.total })
          else
            resolve(message.kind === 'checked' ? succeed(message.check) : { ok: false, error: message.error })
        })
        worker.on('error', reject)
        worker.on('exit', (code) => reject(new Error(`The check worker ended with code ${code}.`)))
      }).finally(() => worker.terminate())
    },
    cancel: () => cancelRunning(),
  }
}
