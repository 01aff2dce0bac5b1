// The index of a folder on disk, as the app's worker makes it: built, saved, loaded, and one saved entry taken in; beside
// reading the same files and looking at each, in the same run.
// npm run bench -- index [--notes 10000] [--json]
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { loadIndex, saveIndex, type JournalKnowledge } from '../journal/index/index-cache.ts'
import { createJournalIndexer, type JournalIndexer } from '../journal/index/journal-indexer.ts'
import type { EntryPath } from '../shared/entry/entry-path.ts'
import { processorMs } from './support/processor-time.ts'
import { generateJournal } from './support/generate-journal.ts'
import { printFigures, quantile, type Figure } from './support/report.ts'

const given = Number(process.argv[process.argv.indexOf('--notes') + 1])
const count = process.argv.includes('--notes') && given > 0 ? given : 10_000
const rounds = 3
const saves = 20

const root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-bench-')))
const cache = path.join(root, '.cache', 'index')
const stamp = { root, actionHeadings: ['actions'], code: 'bench' }
try {
  printFigures(await measure(writeJournal()))
} finally {
  fs.rmSync(root, { recursive: true, force: true })
}

async function measure(files: readonly string[]): Promise<Figure[]> {
  const wasCold = makeCold(files)
  const readFrom = performance.now()
  const readMs = timed(() => files.forEach((file) => fs.readFileSync(file)))
  const readClockMs = performance.now() - readFrom
  makeCold(files)
  const builtMs = processorMs()
  const builtFrom = performance.now()
  const built = await startIndexer(null)
  const buildMs = processorMs() - builtMs
  const buildClockMs = performance.now() - builtFrom
  const { index, facts } = built
  await saveIndex(cache, stamp, { index, facts, corrections: [] })
  const statMs = lowest(() => files.forEach((file) => fs.statSync(file)))
  const loadMs = lowest(() => loadIndex(cache, stamp))
  const restartMs = await measureRestart()
  const found = await measureSaves(built, files)
  const reading = `reading the files, ${wasCold ? 'cold' : 'warm'}`
  return [
    figure(`${count} files: ${reading}`, readMs, null, null),
    figure('all indexed, from nothing', buildMs, readMs, reading),
    // Reading cold mostly waits for the disk, which the processor's time leaves out.
    figure(`${reading}, by the clock`, readClockMs, null, null),
    figure('all indexed, by the clock', buildClockMs, readClockMs, `${reading}, by the clock`),
    figure('a stat of every file', statMs, null, null),
    figure('loading the saved index', loadMs, statMs, 'a stat of every file'),
    figure('all of a start: loaded, compared, facts gathered', restartMs, statMs, 'a stat of every file'),
    figure('a saved entry found, p50', quantile(found, 0.5), null, null),
    figure('a saved entry found, longest', Math.max(...found), null, null),
  ]
}

async function startIndexer(savedIndex: JournalKnowledge | null): Promise<JournalIndexer> {
  const indexer = createJournalIndexer({
    root,
    actionHeadings: stamp.actionHeadings,
    onCards: () => undefined,
    onProgress: () => undefined,
    clock: () => performance.now(),
    letOthersWork: () => new Promise((resolve) => setImmediate(resolve)),
    savedIndex,
    saveIndex: async () => undefined,
  })
  await indexer.readAll()
  return indexer
}

async function measureRestart(): Promise<number> {
  const start = processorMs()
  await startIndexer(loadIndex(cache, stamp))
  return processorMs() - start
}

/** From the moment a file was written to the first answer that has it. */
async function measureSaves(indexer: JournalIndexer, files: readonly string[]): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < saves; at += 1) {
    const file = files[(at * 97) % files.length] ?? ''
    const word = `savednow${String.fromCharCode(97 + at)}q`
    fs.appendFileSync(file, `\n${word}\n`)
    const start = processorMs()
    indexer.noteChanged([path.relative(root, file).split(path.sep).join('/') as EntryPath])
    while (!holds(indexer, word)) await new Promise((resolve) => setImmediate(resolve))
    times.push(processorMs() - start)
  }
  return times
}

function holds(indexer: JournalIndexer, word: string): boolean {
  return indexer.search({ number: 1, text: `"${word}"`, limitPerLane: 1, isFuzzy: false }).hits.length > 0
}

function writeJournal(): string[] {
  return Array.from(generateJournal(count), (note) => {
    const file = path.join(root, note.path)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, note.text)
    return file
  })
}

/** Has the system forget what is in the files, where Python is there to ask it; gives whether it did. */
function makeCold(files: readonly string[]): boolean {
  const script = `
import os, sys
os.sync()
for name in sys.stdin.read().split("\\n"):
    file = os.open(name, os.O_RDONLY)
    os.posix_fadvise(file, 0, 0, os.POSIX_FADV_DONTNEED)
    os.close(file)
`
  return spawnSync('python3', ['-c', script], { input: files.join('\n') }).status === 0
}

function timed(work: () => unknown): number {
  const start = processorMs()
  work()
  return processorMs() - start
}

function lowest(work: () => unknown): number {
  return Math.min(...Array.from({ length: rounds }, () => timed(work)))
}

function figure(name: string, value: number, other: number | null, against: string | null): Figure {
  return { name, value, unit: 'ms', ratio: other === null ? null : value / other, against }
}
