// Opening a journal of many entries in the real app, against reading the same files one after the other.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startElectron } from './support/app-runs.ts'
import { generateJournal } from './support/generate-journal.ts'
import { printFigures, quantile } from './support/report.ts'

const entryCount = 10_000
const rounds = 3
/** Only so that a bench that cannot end does, ms. */
const patienceMs = 180_000
const journal = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-many-'))
const files = writeJournal(journal)

interface Opening {
  readonly readMs: number
  readonly usableMs: number
  readonly listedMs: number
  readonly indexedMs: number
}

const openings: Opening[] = []
for (let round = 0; round < rounds; round++) openings.push({ readMs: readAll(), ...(await openOnce()) })
fs.rmSync(journal, { recursive: true, force: true })

const read = median('readMs')
const of = `${entryCount.toLocaleString('en')} entries`
printFigures([
  { name: `readFileSync of ${of}, warm`, value: read, unit: 'ms', ratio: null, against: null },
  compare('start to the newest entry open to write in', 'usableMs'),
  compare(`start to all ${of} in the rail`, 'listedMs'),
  compare('start to everything read and searchable', 'indexedMs'),
])

function compare(name: string, key: keyof Opening): Parameters<typeof printFigures>[0][number] {
  const value = median(key)
  return { name, value, unit: 'ms', ratio: value / read, against: 'reading the files' }
}

function median(key: keyof Opening): number {
  return quantile(
    openings.map((opening) => opening[key]),
    0.5,
  )
}

/** A new user each time, so that no index of an earlier run is there. */
async function openOnce(): Promise<Omit<Opening, 'readMs'>> {
  const { app, page, startedMs } = await startElectron(process.cwd(), ['--journal', journal])
  const since = (): number => performance.now() - startedMs
  const usable = page.waitForSelector('[contenteditable="true"]', { timeout: patienceMs }).then(since)
  const listed = page.waitForFunction(isListed, entryCount, { timeout: patienceMs }).then(since)
  const indexed = page.waitForFunction(isIndexed, null, { timeout: patienceMs }).then(since)
  const [usableMs, listedMs, indexedMs] = await Promise.all([usable, listed, indexed])
  await app.close()
  return { usableMs, listedMs, indexedMs }
}

/** Runs in the page: folded sections say how many entries they hold, so what is unfolded is folded first. */
function isListed(count: number): boolean {
  let sum = 0
  for (const caption of document.querySelectorAll<HTMLElement>('.rail-list [aria-level="1"]')) {
    if (caption.ariaExpanded === 'true') caption.click()
    sum += Number(caption.querySelector('.n')?.textContent ?? 0)
  }
  return sum === count
}

/** Runs in the page: while entries are read, the foot of the rail says so; before and after it counts the files. */
function isIndexed(): boolean {
  const text = document.querySelector('.rail .foot')?.textContent ?? ''
  if (text.includes('Reading')) document.documentElement.dataset['wasReading'] = ''
  return document.documentElement.dataset['wasReading'] === '' && text.includes(' files')
}

function writeJournal(folder: string): string[] {
  const written: string[] = []
  for (const note of generateJournal(entryCount)) {
    const file = path.join(folder, note.path)
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, note.text)
    written.push(file)
  }
  return written
}

function readAll(): number {
  const startedMs = performance.now()
  for (const file of files) fs.readFileSync(file)
  return performance.now() - startedMs
}
