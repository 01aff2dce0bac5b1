import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createDocumentReader, type DocumentReader } from '../../../../journal/documents/document-reader.ts'
import { bundleDocumentWorker } from '../../../support/bundle-document-worker.ts'
import { makePdf } from '../../../support/make-pdf.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

let workerFile = ''
beforeAll(async () => {
  workerFile = await bundleDocumentWorker()
}, 60_000)

function startReader(file: string, longestMs = 30_000): DocumentReader {
  const reader = createDocumentReader({ workerFile: file, longestMs, mostMemory: 64 })
  onTestFinished(() => reader.rest())
  return reader
}

/** A worker that does with every document what `body` says; `port` and `task` are there. */
function writeWorker(body: string): string {
  const folder = makeTemporaryFolder({
    'worker.cjs': `const { parentPort: port } = require('node:worker_threads')\nport.on('message', (task) => { ${body} })`,
  })
  return path.join(folder, 'worker.cjs')
}

const task = { file: 'any.pdf', kind: 'pdf' } as const
const answer = "port.postMessage({ state: 'read', title: null, pages: ['read'] })"

describe('the thread that reads documents', () => {
  it('reads one after the other, starts again after a rest, and survives a bad file', async () => {
    const folder = makeTemporaryFolder({ 'page.html': '<p>a page', 'bad.pdf': 'bad' })
    writeFileSync(path.join(folder, 'good.pdf'), makePdf([['a paper']]))
    const reader = startReader(workerFile)
    const read = (name: string, kind: 'pdf' | 'html') => reader.read({ file: path.join(folder, name), kind })
    expect(await read('good.pdf', 'pdf')).toEqual({ state: 'read', title: null, pages: ['a paper'] })
    expect(await read('bad.pdf', 'pdf')).toEqual({ state: 'unreadable', reason: 'broken' })
    expect(await read('gone.pdf', 'pdf')).toEqual({ state: 'unreadable', reason: 'broken' })
    reader.rest()
    expect(await read('page.html', 'html')).toEqual({ state: 'read', title: null, pages: ['a page'] })
  })

  it('is ended by a document that never ends, and the next one gets another', async () => {
    const reader = startReader(writeWorker(`if (task.file === 'loop.pdf') for (;;); else ${answer}`), 2000)
    expect(await reader.read({ ...task, file: 'loop.pdf' })).toEqual({
      state: 'unreadable',
      reason: 'too-slow',
    })
    expect(await reader.read(task)).toMatchObject({ state: 'read' })
  })

  it.each([
    ['dies', 'process.exit(1)'],
    ['throws', "throw new Error('a document made it')"],
    ['rejects', "Promise.reject(new Error('a document made it'))"],
    ['fills its memory', 'const all = []; for (;;) all.push(new Array(1e6).fill(all.length))'],
  ])('%s with one document and lives on with the next', async (_how, body) => {
    const reader = startReader(writeWorker(`if (task.file === 'bad.pdf') { ${body} } else ${answer}`))
    expect(await reader.read({ ...task, file: 'bad.pdf' })).toEqual({ state: 'unreadable', reason: 'broken' })
    expect(await reader.read(task)).toMatchObject({ state: 'read' })
  })
})
