import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  loadIndex,
  saveIndex,
  type CacheStamp,
  type JournalKnowledge,
} from '../../../../journal/index/index-cache.ts'
import { createJournalIndexer } from '../../../../journal/index/journal-indexer.ts'
import * as v from 'valibot'
import {
  agendaQuestionSchema,
  peopleQuestionSchema,
  resourcesQuestionSchema,
} from '../../../../shared/contract/facts.ts'
import { createFactBook, type FactBook } from '../../../../shared/facts/fact-book.ts'
import type { SearchIndex } from '../../../../shared/search/search-index.ts'
import { createSearchFixture, toIndexedEntry } from '../../shared/search/search-fixture.ts'

let folder = ''
let file = ''
const stamp: CacheStamp = { root: '/a', actionHeadings: ['actions'], code: 'one' }

beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'cairn-cache-')))
  file = path.join(folder, 'cache', 'index')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const texts = {
  '2025-09-20.md':
    '---\ntags: [career]\n---\n# mentorship ⭐\n\n[advice](https://example.org/a) by Richard Ngo\n',
  'b.md': 'about quetzals, 機械学習\n\n- [ ] write to a professor\n',
  'gone.md': 'about axolotls\n',
}

function ask(index: SearchIndex, text: string): unknown {
  const question = { number: 1, text, limitPerLane: 10, isFuzzy: true }
  return index.search(question, { readText: () => null, clock: () => 0, today: '2026-11-24' })
}

function know(): JournalKnowledge {
  const facts = createFactBook()
  for (const [name, text] of Object.entries(texts)) facts.put(toIndexedEntry(name, text).summary)
  return { index: createSearchFixture(texts).index, facts, corrections: [] }
}

async function saveFixture(): Promise<JournalKnowledge> {
  const known = know()
  known.index.remove(['gone.md'])
  known.facts.remove('gone.md')
  expect(await saveIndex(file, stamp, known)).toBe(true)
  return known
}

function load(): JournalKnowledge {
  const loaded = loadIndex(file, stamp)
  if (loaded === null) throw new Error('nothing was loaded')
  return loaded
}

describe('a saved index', () => {
  it('answers as it did before', async () => {
    const { index: saved } = await saveFixture()
    const { index: loaded } = load()
    for (const query of [
      'mentroship',
      'quetzals',
      '学習',
      'tag:career',
      'by:ngo',
      'professor',
      'axolotls',
      'is:open',
    ]) {
      expect(ask(loaded, query)).toEqual(ask(saved, query))
    }
    expect(loaded.findUses(['https://example.org/a'])).toEqual(saved.findUses(['https://example.org/a']))
    expect(loaded.listCards()).toEqual(saved.listCards())
  })

  it('holds the same facts as before, and takes changes in', async () => {
    const { facts: saved } = await saveFixture()
    const { facts: loaded } = load()
    const questions = [
      (facts: FactBook) => facts.listResources(v.parse(resourcesQuestionSchema, {})),
      (facts: FactBook) => facts.listAgenda(v.parse(agendaQuestionSchema, { today: '2025-10-01' })),
      (facts: FactBook) => facts.listPeople(v.parse(peopleQuestionSchema, { today: '2026-11-24' })),
    ]
    expect(questions.map((question) => question(loaded).total)).toEqual([1, 1, 1])
    for (const question of questions) expect(question(loaded)).toEqual(question(saved))
    loaded.put(toIndexedEntry('b.md', '- [ ] one\n- [ ] two\n').summary)
    expect(questions.map((question) => question(loaded).total)).toEqual([1, 2, 1])
    expect(
      loaded
        .saved()
        .map((entry) => entry.path)
        .toSorted(),
    ).toEqual(['2025-09-20.md', 'b.md'])
  })

  it('takes changes in after it was loaded', async () => {
    await saveFixture()
    const { index: loaded } = load()
    loaded.add([toIndexedEntry('c.md', 'more quetzals')])
    const steps = loaded.startMerge(true)
    while (steps !== null && steps.next().done !== true);
    expect(JSON.stringify(ask(loaded, 'quetzals'))).toContain('c.md')
  })

  it('is not used for another folder, other settings or other code', async () => {
    await saveFixture()
    expect(loadIndex(file, { ...stamp, root: '/b' })).toBeNull()
    expect(loadIndex(file, { ...stamp, actionHeadings: ['todo'] })).toBeNull()
    expect(loadIndex(file, { ...stamp, code: 'two' })).toBeNull()
    expect(loadIndex(path.join(folder, 'none'), stamp)).toBeNull()
  })

  it('is not used when a byte of it is wrong or missing', async () => {
    await saveFixture()
    const bytes = readFileSync(file)
    const indexed = bytes.indexOf('quetzals')
    for (const at of [0, 9, 40, indexed, bytes.length - 1]) {
      const broken = Buffer.from(bytes)
      broken[at] = (broken[at] ?? 0) ^ 1
      writeFileSync(file, broken)
      expect(loadIndex(file, stamp)).toBeNull()
    }
    for (const length of [0, 7, 30, bytes.length - 1]) {
      writeFileSync(file, bytes.subarray(0, length))
      expect(loadIndex(file, stamp)).toBeNull()
    }
  })

  it('says so and is gone when what it keeps of the entries is damaged', async () => {
    await saveFixture()
    const bytes = readFileSync(file)
    bytes.write('?', bytes.lastIndexOf('"resources":'))
    writeFileSync(file, bytes)
    const { facts } = load()
    expect(() => facts.saved()).toThrow('damaged')
    expect(loadIndex(file, stamp)).toBeNull()
  })

  it('is not asked for what it keeps of an entry that was read anew meanwhile', async () => {
    await saveFixture()
    const { facts } = load()
    facts.remove('b.md')
    facts.put(toIndexedEntry('c.md', 'new').summary)
    expect(facts.saved().map((entry) => entry.path)).toEqual(['2025-09-20.md', 'c.md'])
  })

  it('does without when the disk does not allow it', async () => {
    writeFileSync(path.join(folder, 'cache'), 'a file where the folder should be')
    expect(await saveIndex(file, stamp, know())).toBe(false)
  })
})

describe('a journal with a saved index', () => {
  it('reads only what changed since', async () => {
    const root = path.join(folder, 'journal')
    const write = (name: string, text: string): void => writeFileSync(path.join(root, name), text)
    mkdirSync(root)
    write('same.md', 'about quetzals')
    utimesSync(path.join(root, 'same.md'), 1000, 1000)
    write('changed.md', 'about quetzals')
    write('removed.md', 'about quetzals')
    const first = await indexFolder(root, null)
    await first.indexer.close()
    expect(existsSync(file)).toBe(true)
    // The same size and time as before: only reading it again would tell the difference.
    write('same.md', 'about axolotl!')
    utimesSync(path.join(root, 'same.md'), 1000, 1000)
    write('changed.md', 'now about something else')
    rmSync(path.join(root, 'removed.md'))
    write('new.md', 'a new page on quetzals')
    const second = await indexFolder(root, loadIndex(file, stamp))
    expect(second.progress[0]).toMatchObject({ indexed: 1, total: 3 })
    expect(second.gone).toEqual(['removed.md'])
    const found = second.indexer.search({ number: 1, text: 'quetzals', limitPerLane: 9, isFuzzy: true })
    expect(found.hits.map((hit) => hit.path).sort()).toEqual(['new.md', 'same.md'])
    const held = second.indexer.facts.saved().map((entry) => entry.path)
    expect(held.toSorted()).toEqual(['changed.md', 'new.md', 'same.md'])
  })
})

async function indexFolder(root: string, savedIndex: JournalKnowledge | null) {
  const progress: { indexed: number; total: number }[] = []
  const gone: string[] = []
  const indexer = createJournalIndexer({
    root,
    actionHeadings: ['actions'],
    onCards: (batch) => gone.push(...batch.gone),
    onProgress: (step) => progress.push(step),
    savedIndex,
    saveIndex: async (known) => {
      await saveIndex(file, stamp, known)
    },
    clock: () => performance.now(),
    letOthersWork: () => new Promise((resolve) => setImmediate(resolve)),
  })
  await indexer.readAll()
  return { indexer, progress, gone }
}
