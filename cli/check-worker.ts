import { parentPort, workerData } from 'node:worker_threads'
import { mostFaults, type FileCheck } from '../shared/contract/file-check.ts'
import type { CheckStart, FromCheckWorker } from '../journal/check-host.ts'
import { verifyFolder, type VerifyResult } from './verify-folder.ts'

/** Progress is told this often, in ms: a window shows no more. */
const tellEveryMs = 100

/** The check worker's entry: `cairn verify` for the app, on a thread of its own. Writes nothing. */
async function runCheck(): Promise<void> {
  const port = parentPort
  if (port === null) throw new Error('The check worker must be started as a worker thread.')
  const { root, edits, seed } = workerData as CheckStart
  const post = (message: FromCheckWorker): void => port.postMessage(message)
  let toldMs = Number.NEGATIVE_INFINITY
  const verified = await verifyFolder(root, {
    edits,
    seed,
    onProgress: (progress) => {
      if (performance.now() - toldMs < tellEveryMs && progress.done < progress.total) return
      toldMs = performance.now()
      post({ kind: 'progress', done: progress.done, total: progress.total })
    },
  })
  if (verified.ok) post({ kind: 'checked', check: forWindow(verified.value, seed) })
  else post({ kind: 'failed', error: verified.error })
}

function forWindow(result: VerifyResult, seed: number): FileCheck {
  const { files, identical, readOnly, edits, exact, refused, failures } = result
  const faults = failures
    .slice(0, mostFaults)
    .map(({ path, line, op, construct }) => ({ path, line, edit: op, construct }))
  return { files, identical, readOnly, edits, exact, refused, seed, faults, faultCount: failures.length }
}

// Unhandled on purpose: a rejection ends the worker, and the host sees why.
void runCheck()
