import os from 'node:os'
import { readFile, stat } from 'node:fs/promises'
import { parentPort } from 'node:worker_threads'
import type { DocumentReading } from '../../shared/documents/document-reading.ts'
import { isFileError } from '../file-failure.ts'
import type { DocumentTask } from './document-reader.ts'
import { readDocument } from './read-document.ts'

/** Larger files are not read: PDF.js would hold several times as much. */
const mostBytes = 128 * 1024 * 1024

/** The entry of the thread that reads documents, one after the other: it is told a file and answers with its text. */
function startWorker(): void {
  const port = parentPort
  if (port === null) throw new Error('The document worker must be started as a worker thread.')
  stepBack()
  port.on('message', (task: DocumentTask) => {
    // Unhandled on purpose: a rejection ends the worker, and the file counts as broken.
    void readFileText(task).then((reading) => port.postMessage(reading))
  })
}

/**
 * Everything else goes first. On Linux the call is for the calling thread alone; elsewhere it would be for the whole
 * program, the window included.
 */
function stepBack(): void {
  if (process.platform === 'linux') os.setPriority(0, os.constants.priority.PRIORITY_BELOW_NORMAL)
}

async function readFileText({ file, kind }: DocumentTask): Promise<DocumentReading> {
  try {
    if ((await stat(file)).size > mostBytes) return { state: 'unreadable', reason: 'too-large' }
    return await readDocument(kind, await readFile(file))
  } catch (error) {
    if (!isFileError(error)) throw error
    return { state: 'unreadable', reason: 'broken' }
  }
}

startWorker()
