import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createIndexHost } from '../../../../journal/index/index-host.ts'
import { createJournalIndexer } from '../../../../journal/index/journal-indexer.ts'
import type { JournalIndex } from '../../../../journal/journal-index.ts'
import type { SearchAnswer } from '../../../../shared/contract/search.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'
import { bundleWorker } from './bundle-worker.ts'

let workerFile = ''
beforeAll(async () => {
  workerFile = await bundleWorker()
})

interface Started {
  readonly index: JournalIndex
  /** Entries in each batch of cards, since the start. */
  readonly batches: number[]
  readonly failures: unknown[]
}

/** Starts an index in its worker; resolves when everything has been read. */
function startIndex(root: string, cacheFile: string | null = null): Promise<Started> {
  const batches: number[] = []
  const failures: unknown[] = []
  return new Promise((resolve) => {
    const index = createIndexHost({
      workerFile,
      root,
      actionHeadings: ['actions'],
      cacheFile,
      onCards: ({ cards }) => batches.push(cards.length),
      onProgress: ({ isDone }) => {
        // Told within the constructor's own turn at the earliest, so `index` is there.
        if (isDone) setImmediate(() => resolve({ index, batches, failures }))
      },
      onFailure: (error) => failures.push(error),
    })
    onTestFinished(() => index.dispose())
  })
}

async function untilTrue(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve))
}

const ask = (index: Pick<JournalIndex, 'search'>, text: string, number = 1): Promise<SearchAnswer> =>
  index.search({ number, text, limitPerLane: 5, isFuzzy: false })
const countOf = ({ totals }: SearchAnswer): number => totals['pages'] ?? 0

it('takes a thousand changed files up in batches, and answers every search meanwhile', async () => {
  const names = Array.from({ length: 1000 }, (_, at) => `n${at}.md`)
  const root = makeTemporaryFolder(Object.fromEntries(names.map((name) => [name, 'about quetzals\n'])))
  const { index, batches, failures } = await startIndex(root)
  expect(countOf(await ask(index, 'quetzals'))).toBe(1000)
  batches.length = 0
  for (const name of names) writeFileSync(path.join(root, name), 'about axolotls\n')
  index.noteChanged(names as EntryPath[])
  let before = 0
  for (let number = 2, found = 0; found < 1000; number += 1) {
    const answer = await ask(index, 'axolotls', number)
    found = countOf(answer)
    // Each entry stands in the index once, by its old words or by its new ones.
    expect(answer).toMatchObject({ number, totalEntries: 1000 })
    expect(found).toBeGreaterThanOrEqual(before)
    before = found
  }
  expect(countOf(await ask(index, 'quetzals', 1e6))).toBe(0)
  expect(batches.reduce((sum, cards) => sum + cards, 0)).toBe(1000)
  expect(batches.length).toBeLessThan(250)
  expect(failures).toEqual([])
})

describe('an index that was kept', () => {
  const files = { 'a.md': 'about quetzals\n', 'b.md': '# Axolotls\n\nthey stay young\n' }

  const defects: Readonly<Record<string, (bytes: Buffer) => Buffer | null>> = {
    empty: () => Buffer.alloc(0),
    'cut off': (bytes) => bytes.subarray(0, bytes.length / 2),
    'of an older format': (bytes) => Buffer.concat([Buffer.from('CAIRNIX0'), bytes.subarray(8)]),
    'another program’s': () => Buffer.from('SQLite format 3\0'.repeat(200)),
    damaged: (bytes) => Buffer.from(bytes.map((byte, at) => (at === bytes.length >> 1 ? byte ^ 255 : byte))),
    // What the entries hold stands at the end, and is read when the names are shown already.
    'damaged in its last part': (bytes) => {
      const changed = Buffer.from(bytes)
      changed.write('?', bytes.lastIndexOf('"resources":'))
      return changed
    },
    deleted: () => null,
  }

  it('and is empty, cut off, foreign, damaged or deleted is made again without a word', async () => {
    const root = makeTemporaryFolder(files)
    const cacheFile = path.join(makeTemporaryFolder(), 'kept', 'journal.index')
    const first = await startIndex(root, cacheFile)
    await untilTrue(() => existsSync(cacheFile))
    await first.index.dispose()
    const kept = readFileSync(cacheFile)
    for (const [what, change] of Object.entries(defects)) {
      const changed = change(kept)
      if (changed === null) rmSync(path.dirname(cacheFile), { recursive: true })
      else writeFileSync(cacheFile, changed)
      const { index, failures } = await startIndex(root, cacheFile)
      await untilTrue(() => existsSync(cacheFile) && changed?.equals(readFileSync(cacheFile)) !== true)
      const found = (await ask(index, 'quetzals')).hits.map((hit) => hit.path)
      await index.dispose()
      const length = readFileSync(cacheFile).length
      expect({ what, found, failures, length }).toEqual({
        what,
        found: ['a.md'],
        failures: [],
        length: kept.length,
      })
    }
  })

  it('cannot be kept where a folder stands in its place, and searching goes on', async () => {
    const root = makeTemporaryFolder(files)
    const cacheFile = path.join(makeTemporaryFolder(), 'journal.index')
    mkdirSync(cacheFile)
    const { index, failures } = await startIndex(root, cacheFile)
    expect(countOf(await ask(index, 'quetzals'))).toBe(1)
    await index.dispose()
    expect(failures).toEqual([])
  })
})

it('tells nothing wrong while it is being built: names at once, words as they are read, never more than there is', async () => {
  const names = Array.from({ length: 600 }, (_, at) => `page ${at}.md`)
  const files: Readonly<Record<string, string>> = Object.fromEntries(
    names.map((name, at) => [name, at % 3 === 0 ? 'about quetzals\n' : 'about axolotls\n']),
  )
  const root = makeTemporaryFolder(files)
  const seen: { readonly named: number; readonly found: number; readonly searched: number }[] = []
  let now = 0
  let turns = 0
  const indexer = createJournalIndexer({
    root,
    actionHeadings: [],
    onCards: () => undefined,
    onProgress: () => undefined,
    savedIndex: null,
    saveIndex: async () => undefined,
    // Each look at the clock is a long time later, so that others have their turn as often as can be.
    clock: () => (now += 100),
    letOthersWork: async () => {
      turns += 1
      if (turns % 20 !== 0 || indexer.index.counts.entries === 0) return
      const question = { number: 1, limitPerLane: 3, isFuzzy: false }
      const words = indexer.search({ ...question, text: 'quetzals' })
      for (const hit of words.hits) expect(files[hit.path]).toContain('quetzals')
      const named = countOf(indexer.search({ ...question, text: 'in:title page' }))
      seen.push({ named, found: countOf(words), searched: words.searchedEntries })
    },
  })
  await indexer.readAll()
  const whole = seen.slice(seen.findIndex(({ named }) => named === 600))
  expect(whole[0]).toMatchObject({ found: 0, searched: 0 })
  expect(whole.every(({ named }) => named === 600)).toBe(true)
  const founds = whole.map(({ found }) => found)
  expect(founds).toEqual(founds.toSorted((left, right) => left - right))
  expect(new Set(founds).size).toBeGreaterThan(2)
  expect(countOf(indexer.search({ number: 2, text: 'quetzals', limitPerLane: 3, isFuzzy: false }))).toBe(200)
})
