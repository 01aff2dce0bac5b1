import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import * as v from 'valibot'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createIndexHost } from '../../../../journal/index/index-host.ts'
import type { JournalIndex } from '../../../../journal/journal-index.ts'
import { quotesQuestionSchema, resourcesQuestionSchema } from '../../../../shared/contract/facts.ts'
import type { SearchAnswer } from '../../../../shared/contract/search.ts'
import type { EntryPath } from '../../../../shared/entry/entry-path.ts'
import type { EntryCard } from '../../../../shared/entry/summary.ts'
import { bundleWorker } from './bundle-worker.ts'

let workerFile = ''
let root = ''
let host: JournalIndex | null = null
const failures: unknown[] = []

beforeAll(async () => {
  workerFile = await bundleWorker()
})
beforeEach(() => {
  root = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'cairn-index-')))
  failures.length = 0
})
afterEach(async () => {
  await host?.dispose()
  host = null
  rmSync(root, { recursive: true, force: true })
})

function write(name: string, text: string | Buffer): EntryPath {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), text)
  return name as EntryPath
}

/** Starts an index; resolves when everything has been read. */
function startIndex(
  file = workerFile,
): Promise<{ index: JournalIndex; cards: EntryCard[]; gone: EntryPath[] }> {
  const cards: EntryCard[] = []
  const gone: EntryPath[] = []
  return new Promise((resolve, reject) => {
    host = createIndexHost({
      workerFile: file,
      root,
      actionHeadings: ['actions'],
      onCards: (batch) => {
        cards.push(...batch.cards)
        gone.push(...batch.gone)
      },
      onProgress: ({ isDone }) => {
        if (isDone && host !== null) resolve({ index: host, cards, gone })
      },
      onFailure: (error) => {
        failures.push(error)
        reject(error)
      },
    })
  })
}

function ask(index: JournalIndex, text: string, number = 1): Promise<SearchAnswer> {
  return index.search({ number, text, limitPerLane: 5, isFuzzy: true })
}

async function untilFound(
  index: JournalIndex,
  text: string,
  isFound: (answer: SearchAnswer) => boolean,
): Promise<SearchAnswer> {
  for (;;) {
    const answer = await ask(index, text)
    if (isFound(answer)) return answer
    await new Promise((resolve) => setImmediate(resolve))
  }
}

describe('an index in a worker', () => {
  it('reads the folder itself, finds an entry and says where it matched', async () => {
    write(
      '2025-09-20.md',
      '---\ntitle: Something to show\n---\n\n# mentorship\n\nClose mentorship is the fastest path.\n',
    )
    write('notes/other.md', 'nothing of that kind\n')
    const { index, cards } = await startIndex()
    const answer = await ask(index, 'fastest path', 7)
    expect(answer.number).toBe(7)
    expect(answer.totalEntries).toBe(2)
    expect(answer.searchedEntries).toBe(2)
    expect(answer.hits[0]?.path).toBe('2025-09-20.md')
    expect(answer.hits[0]?.where).toBe('text')
    expect(answer.hits[0]?.passages[0]?.text).toBe('Close mentorship is the fastest path.')
    expect(cards.map((card) => card.path).sort()).toContain('notes/other.md')
    expect(index.allCards().find((card) => card.path === '2025-09-20.md')?.title).toBe('Something to show')
  })

  it('leaves out what is no part of the journal', async () => {
    write('.obsidian/plugins/readme.md', 'quetzal')
    write('node_modules/a/readme.md', 'quetzal')
    write('.hidden.md', 'quetzal')
    write('shown.md', 'quetzal')
    const { index } = await startIndex()
    const answer = await ask(index, 'quetzal')
    expect(answer.hits.map((hit) => hit.path)).toEqual(['shown.md'])
  })

  it('answers what the entries hold, and takes a saved entry into that', async () => {
    const entry = write('a.md', '[Advice](https://a.example) by Ann Lee\n\nAnn Lee said:\n> start small\n')
    write('b.md', '[Advice](https://www.a.example/) ⭐\n')
    const { index } = await startIndex()
    const resources = () => index.askFacts('listResources', v.parse(resourcesQuestionSchema, {}))
    const [row] = (await resources()).rows
    expect(row).toMatchObject({ title: 'Advice', authors: ['Ann Lee'], uses: 2, isMustRead: true })
    const quotes = await index.askFacts('listQuotes', v.parse(quotesQuestionSchema, { person: 'ann lee' }))
    expect(quotes.rows.map(({ quote }) => quote.text)).toEqual(['start small'])
    write('a.md', 'nothing any more')
    index.noteChanged([entry])
    await expect.poll(async () => (await resources()).rows[0]?.uses).toBe(1)
  })

  it('finds a saved entry under its new words and no longer under the old ones', async () => {
    const entry = write('a.md', 'about quetzals')
    const { index } = await startIndex()
    write('a.md', 'about axolotls')
    index.noteChanged([entry])
    await untilFound(index, 'axolotls', (answer) => answer.hits.length > 0)
    expect((await ask(index, 'quetzals')).hits).toEqual([])
  })

  it('forgets a removed entry and tells so', async () => {
    const entry = write('a.md', 'about quetzals')
    write('b.md', 'about quetzals too')
    const { index, gone } = await startIndex()
    rmSync(path.join(root, 'a.md'))
    index.noteChanged([entry])
    const answer = await untilFound(index, 'quetzals', ({ hits }) => hits.length === 1 && gone.length === 1)
    expect(answer.hits[0]?.path).toBe('b.md')
    expect(gone).toEqual(['a.md'])
    expect(index.allCards().map((card) => card.path)).toEqual(['b.md'])
  })

  it('reads a file that is not UTF-8 and the beginning of a huge one', async () => {
    write('latin.md', Buffer.from('le caf\xe9 du coin', 'latin1'))
    write('huge.md', `quetzal first\n${'é word '.repeat(400_000)}\naxolotl at the end\n`)
    const { index } = await startIndex()
    expect((await ask(index, 'café coin')).hits[0]?.path).toBe('latin.md')
    expect((await ask(index, 'quetzal')).hits[0]?.path).toBe('huge.md')
    expect((await ask(index, '"axolotl"')).hits).toEqual([])
  })

  it('answers the first and the newest of many searches asked at once, the ones between empty', async () => {
    write('a.md', 'about quetzals')
    const { index } = await startIndex()
    const answers = await Promise.all([1, 2, 3, 4].map((number) => ask(index, 'quetzals', number)))
    expect(answers.map((answer) => answer.number)).toEqual([1, 2, 3, 4])
    expect(answers.map((answer) => answer.hits.length)).toEqual([1, 0, 0, 1])
  })

  it('tells every use of a resource, once per link', async () => {
    write('a.md', '[one](https://example.org/x?utm_source=mail)\n')
    write('b.md', 'see [again](https://www.example.org/x/) and [again](https://example.org/x)\n')
    const { index } = await startIndex()
    const key = (await ask(index, 'again')).hits.find((hit) => hit.lane === 'resources')?.key ?? ''
    const uses = (await index.findResourceUses([key, 'https://nowhere.example']))[key] ?? []
    expect(uses.map((use) => use.path).sort()).toEqual(['a.md', 'b.md', 'b.md'])
  })

  it('begins when it may, then answers what was asked and reads what was noted before', async () => {
    write('a.md', 'about quetzals')
    let begin = (): void => undefined
    const cards: EntryPath[] = []
    host = createIndexHost({
      workerFile,
      root,
      actionHeadings: [],
      whenCalm: new Promise((resolve) => (begin = resolve)),
      onCards: (batch) => cards.push(...batch.cards.map((card) => card.path)),
      onProgress: () => undefined,
      onFailure: (error) => failures.push(error),
    })
    const uses = host.findResourceUses(['https://example.org/x'])
    host.noteChanged([write('b.md', '[one](https://example.org/x)')])
    expect(cards).toEqual([])
    begin()
    expect(await uses).toBeDefined()
    await expect.poll(async () => (await ask(host as JournalIndex, 'one')).hits.length).toBeGreaterThan(0)
    expect(cards).toContain('a.md')
    expect(failures).toEqual([])
  })

  it('is closed before it may begin without ever reading', async () => {
    write('a.md', 'about quetzals')
    let begin = (): void => undefined
    const cards: EntryPath[] = []
    const index = createIndexHost({
      workerFile,
      root,
      actionHeadings: [],
      whenCalm: new Promise((resolve) => (begin = resolve)),
      onCards: (batch) => cards.push(...batch.cards.map((card) => card.path)),
      onProgress: () => undefined,
      onFailure: (error) => failures.push(error),
    })
    const uses = index.findResourceUses(['key'])
    await Promise.all([index.dispose(), expect(uses).rejects.toThrow('closed')])
    begin()
    await expect(index.findResourceUses(['key'])).rejects.toThrow('closed')
    expect([cards, failures]).toEqual([[], []])
  })

  it('tells that the index is down when the worker dies of the same cause twice, and answers no question', async () => {
    const broken = path.join(root, 'broken-worker.cjs')
    writeFileSync(broken, "throw new Error('out of order')")
    await expect(startIndex(broken)).rejects.toThrow('out of order')
    expect(failures).toHaveLength(1)
    await expect(ask(host as JournalIndex, 'anything')).rejects.toThrow('out of order')
  })

  it('starts a dead worker again and answers what it was asked', async () => {
    write('a.md', 'about quetzals')
    const flag = path.join(root, '.died')
    const mortal = path.join(root, 'mortal-worker.cjs')
    // Dies of its first question, once; the second life is the real worker.
    writeFileSync(
      mortal,
      `const fs = require('node:fs')
if (fs.existsSync(${JSON.stringify(flag)})) require(${JSON.stringify(workerFile)})
else require('node:worker_threads').parentPort.on('message', () => { fs.writeFileSync(${JSON.stringify(flag)}, ''); throw new Error('mortal') })`,
    )
    const ready = startIndex(mortal)
    const answer = ask(host as JournalIndex, 'quetzals', 5)
    await ready
    expect((await answer).number).toBe(5)
    expect((await ask(host as JournalIndex, 'quetzals')).hits).toHaveLength(1)
    expect(failures).toEqual([])
  })

  it('reads everything anew when other words make a heading an actions heading', async () => {
    write('a.md', '## errands\n\n- buy quetzals\n')
    const { index } = await startIndex()
    const question = { number: 1, text: 'quetzals kind:actions', limitPerLane: 10, isFuzzy: false }
    expect((await index.search(question)).hits).toEqual([])
    index.useActionHeadings(['errands'])
    await expect.poll(async () => (await index.search(question)).hits.length, { timeout: 20_000 }).toBe(1)
    index.useActionHeadings(['actions'])
    await expect.poll(async () => (await index.search(question)).hits.length, { timeout: 20_000 }).toBe(0)
    expect(failures).toEqual([])
  })

  it('reads nothing again when the words are the same as before', async () => {
    write('a.md', 'about quetzals\n')
    const { index, cards } = await startIndex()
    const told = cards.length
    index.useActionHeadings(['actions'])
    // Of a worker that had begun anew, either nothing would be searched yet, or the cards would have come again.
    expect((await ask(index, 'quetzals')).searchedEntries).toBe(1)
    expect(cards).toHaveLength(told)
  })
})
