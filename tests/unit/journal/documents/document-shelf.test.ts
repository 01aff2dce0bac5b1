import { renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { createJournalIndexer, type JournalIndexer } from '../../../../journal/index/journal-indexer.ts'
import { openShelf } from '../../../../journal/documents/open-shelf.ts'
import type { SearchHit } from '../../../../shared/contract/search.ts'
import { bundleDocumentWorker } from '../../../support/bundle-document-worker.ts'
import { makePdf } from '../../../support/make-pdf.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

let workerFile = ''
beforeAll(async () => {
  workerFile = await bundleDocumentWorker()
}, 60_000)

const paper = makePdf([['Sparse autoencoders find features'], ['The zorilla appears on page two']], {
  title: 'A Paper on Features',
})

/** A journal with an entry that links a paper, and one document that nothing links. */
function makeJournal(): string {
  const root = makeTemporaryFolder({
    '2026-11-24.md': '# Reading\n\n- [Features](https://a.org/f) by Ann Lee ([pdf](files/paper.pdf))\n',
    'files/loose.html': '<title>A saved page</title><p>The okapi &amp; the quagga</p>',
  })
  writeFileSync(path.join(root, 'files/paper.pdf'), paper)
  return root
}

function openIndexer(root: string, cacheFile: string | null = null, file = workerFile): JournalIndexer {
  const stamp = { root, actionHeadings: [], code: 'test' }
  const indexer = createJournalIndexer({
    root,
    actionHeadings: [],
    onCards: () => undefined,
    onProgress: () => undefined,
    savedIndex: null,
    saveIndex: async () => undefined,
    clock: () => performance.now(),
    letOthersWork: () => new Promise((resolve) => setImmediate(resolve)),
    openShelf: (surroundings) => openShelf({ root, workerFile: file, cacheFile, stamp }, surroundings),
  })
  onTestFinished(() => indexer.close())
  return indexer
}

async function openRead(
  root: string,
  cacheFile: string | null = null,
  file = workerFile,
): Promise<JournalIndexer> {
  const indexer = openIndexer(root, cacheFile, file)
  await indexer.readAll()
  await indexer.readDocuments()
  return indexer
}

function find(indexer: JournalIndexer, text: string): readonly SearchHit[] {
  return indexer.search({ number: 1, text, limitPerLane: 10, isFuzzy: true }).hits
}

describe('documents in the search', () => {
  it('are found by their words, with the page, and lead to the entry that links them', async () => {
    const indexer = await openRead(makeJournal())
    expect(find(indexer, 'zorilla')).toMatchObject([
      {
        lane: 'documents',
        title: { text: 'A Paper on Features' },
        where: 'PDF, page 2',
        path: '2026-11-24.md',
        from: 13,
        date: '2026-11-24',
        entryTitle: 'Reading',
        document: { path: 'files/paper.pdf', page: 2 },
        passages: [{ text: expect.stringContaining('zorilla'), marks: [[4, 11]] }],
      },
    ])
    expect(find(indexer, 'okapi quagga')).toMatchObject([
      { lane: 'documents', where: 'saved page', path: 'files/loose.html', from: 0, document: { page: null } },
    ])
  })

  it('are found by title and by file name, and told apart by kind', async () => {
    const indexer = await openRead(makeJournal())
    const where = (text: string) =>
      find(indexer, text).map(({ lane, document }) => `${lane} ${document?.path ?? ''}`)
    expect(where('loose')).toEqual(['documents files/loose.html'])
    expect(where('kind:document features')).toEqual(['documents files/paper.pdf'])
    expect(where('kind:resource features')).toEqual(['resources '])
    expect(where('features').toSorted()).toEqual(['documents files/paper.pdf', 'entries ', 'resources '])
    expect(where('path:files quagga')).toEqual(['documents files/loose.html'])
  })

  it('do not bring back what only resembles words that entries hold', async () => {
    const root = makeJournal()
    writeFileSync(path.join(root, 'note.md'), 'The zorille is misspelt here.')
    const indexer = await openRead(root)
    expect(find(indexer, 'zorille').map(({ lane }) => lane)).toEqual(['pages'])
  })

  it('follow what happens to their files', async () => {
    const root = makeJournal()
    const indexer = await openRead(root)
    rmSync(path.join(root, 'files/loose.html'))
    writeFileSync(path.join(root, 'files/new.pdf'), makePdf([['A pangolin']]))
    writeFileSync(path.join(root, 'files/paper.pdf'), makePdf([['Now about wombats']]))
    indexer.noteOtherFiles(['files/loose.html', 'files/new.pdf', 'files/paper.pdf', 'files/picture.png'])
    await vi.waitFor(() => expect(find(indexer, 'wombats')).toHaveLength(1), { timeout: 20_000 })
    expect(find(indexer, 'quagga')).toEqual([])
    expect(find(indexer, 'zorilla')).toEqual([])
    expect(find(indexer, 'pangolin')).toHaveLength(1)
    renameSync(path.join(root, 'files'), path.join(root, 'papers'))
    indexer.noteOtherFiles(null)
    await vi.waitFor(
      () => expect(find(indexer, 'pangolin').map(({ path: at }) => at)).toEqual(['papers/new.pdf']),
      { timeout: 20_000 },
    )
  })

  it('that cannot be read are found by name, say so, and keep none of the others from being read', async () => {
    const root = makeJournal()
    writeFileSync(path.join(root, 'files/broken.pdf'), 'no PDF')
    const indexer = await openRead(root)
    expect(find(indexer, 'broken')).toMatchObject([{ lane: 'documents', where: 'PDF, text cannot be read' }])
    expect(find(indexer, 'zorilla')).toHaveLength(1)
  })

  it('are read once: the next start takes what was kept, without a thread', async () => {
    const root = makeJournal()
    const cacheFile = path.join(makeTemporaryFolder({}), 'journal.index')
    await (await openRead(root, cacheFile)).close()
    const noWorker = path.join(root, 'there-is-no-worker.cjs')
    const again = await openRead(root, cacheFile, noWorker)
    expect(find(again, 'zorilla')).toMatchObject([{ where: 'PDF, page 2', passages: [{}] }])
    expect(find(again, 'quagga')).toHaveLength(1)
  })

  it('are read again when what was kept is broken', async () => {
    const root = makeJournal()
    const cacheFile = path.join(makeTemporaryFolder({}), 'journal.index')
    await (await openRead(root, cacheFile)).close()
    rmSync(`${cacheFile}.documents`)
    rmSync(`${cacheFile}.texts`, { recursive: true })
    writeFileSync(`${cacheFile}.documents`, 'no index')
    expect(find(await openRead(root, cacheFile), 'zorilla')).toHaveLength(1)
  })

  it('outside the folder are none of it, even when a link leads there', async () => {
    const root = makeJournal()
    const elsewhere = makeTemporaryFolder({ 'secret.html': 'the aardwolf' })
    const { symlinkSync } = await import('node:fs')
    symlinkSync(path.join(elsewhere, 'secret.html'), path.join(root, 'files/secret.html'))
    const indexer = await openRead(root)
    indexer.noteOtherFiles(['files/secret.html', '../secret.html'])
    await indexer.readDocuments()
    expect(find(indexer, 'aardwolf')).toEqual([])
  })
})
