// Typing in the entry editor against the browser's own text box with the same blocks, real keys, in one run.
import type { CDPSession } from '@playwright/test'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import { startElectron, waitForPaint } from './support/app-runs.ts'
import { createRandom } from './support/random.ts'
import { printFigures, quantile, type Figure } from './support/report.ts'
import type { TypingPage } from './typing-page/main.ts'

const sizes = [100, 1000, 5000]
const rounds = 5
/** Slower than the slowest row answers, so that no key waits for the one before it. */
const keyEveryMs = 110
const typed = 'what i wrote today, '

type Row = 'bare' | 'bare, content-visibility' | 'Cairn text' | 'Cairn Markdown'
const rows: readonly Row[] = ['bare', 'bare, content-visibility', 'Cairn text', 'Cairn Markdown']
const floor: Row = 'bare, content-visibility'

interface Measured {
  readonly openMs: number[]
  readonly paintMs: number[]
  readonly taskMs: number[]
}

const { app, page } = await startElectron(await makeApp(), [])
const devtools = await page.context().newCDPSession(page)
await devtools.send('Performance.enable')
const figures: Figure[] = []
for (const size of sizes) figures.push(...(await measureSize(size)))
await app.close()
printFigures(figures)

async function measureSize(size: number): Promise<Figure[]> {
  const text = makeText(size)
  const html = await readHtml(text)
  const measured = new Map<Row, Measured>(rows.map((row) => [row, { openMs: [], paintMs: [], taskMs: [] }]))
  // Each round begins with another row, so that a slow moment of the machine does not always hit the same one.
  for (let round = 0; round < rounds; round += 1) {
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[(index + round) % rows.length] as Row
      await measureRow(row, text, html, measured.get(row) as Measured)
    }
  }
  return rows.flatMap((row) => describe(size, row, measured))
}

async function measureRow(row: Row, text: string, html: string, into: Measured): Promise<void> {
  await page.reload()
  const openMs = await inPage(
    (bench, [name, source, elements]) => {
      if (name === 'Cairn text') return bench.mountEditor(source, 'text')
      if (name === 'Cairn Markdown') return bench.mountEditor(source, 'markdown')
      return bench.mountBare(elements, name !== 'bare')
    },
    [row, text, html] as const,
  )
  into.openMs.push(openMs)
  await placeCaret(row, text)
  // The first keys warm the compiler up, in every row.
  await page.keyboard.type('and then ', { delay: keyEveryMs })
  await waitForPaint(page)
  const before = await readTaskMs(devtools)
  await inPage((bench) => bench.startRecording(), null)
  await page.keyboard.type(typed, { delay: keyEveryMs })
  await waitForPaint(page)
  into.taskMs.push(((await readTaskMs(devtools)) - before) / typed.length)
  into.paintMs.push(...(await inPage((bench) => bench.stopRecording(), null)))
  const isThere = await inPage((bench, text) => bench.hasText(text), `and then ${typed}`.trim())
  if (!isThere) throw new Error(`What was typed is not in the text: ${row}`)
}

async function placeCaret(row: Row, text: string): Promise<void> {
  if (row === 'Cairn Markdown') {
    await inPage((bench, source) => bench.revealMiddle(source), text)
  } else {
    const point = await inPage((bench) => bench.findMiddle(), null)
    await page.mouse.click(point.x, point.y)
  }
  await waitForPaint(page)
}

async function readHtml(text: string): Promise<string> {
  await page.reload()
  await inPage((bench, source) => bench.mountEditor(source, 'text'), text)
  await waitForPaint(page)
  return inPage((bench) => bench.readHtml(), null)
}

function describe(size: number, row: Row, all: ReadonlyMap<Row, Measured>): Figure[] {
  const own = all.get(row) as Measured
  const base = all.get(floor) as Measured
  const figure = (what: string, value: number, against: number): Figure => ({
    name: `${size} blocks, ${row}: ${what}`,
    value,
    unit: 'ms',
    ratio: row === floor ? null : value / against,
    against: row === floor ? null : floor,
  })
  return [
    figure('main thread per key', quantile(own.taskMs, 0.5), quantile(base.taskMs, 0.5)),
    figure('key to paint, median', quantile(own.paintMs, 0.5), quantile(base.paintMs, 0.5)),
    figure('key to paint, p95', quantile(own.paintMs, 0.95), quantile(base.paintMs, 0.95)),
    figure('open', quantile(own.openMs, 0.5), quantile(base.openMs, 0.5)),
  ]
}

/** Runs a function in the page, with the page's part of the bench and one argument. */
async function inPage<A, R>(
  run: (bench: TypingPage, argument: A) => R | Promise<R>,
  argument: A,
): Promise<R> {
  const bench = await page.evaluateHandle<TypingPage>('typingPage')
  return bench.evaluate(run as never, argument) as Promise<R>
}

async function readTaskMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return (metrics.find((metric) => metric.name === 'TaskDuration')?.value ?? Number.NaN) * 1000
}

/** A career journal's mixture of blocks; the same for the same size. */
function makeText(blocks: number): string {
  const random = createRandom(blocks)
  const words = 'the work i want to do next is hard to find without someone who has done it before me'.split(
    ' ',
  )
  const sentence = (length: number) => Array.from({ length }, () => random.pick(words)).join(' ')
  const make = (index: number): string => {
    if (index % 12 === 0) return `## ${sentence(4)}`
    if (index % 9 === 4)
      return `- [ ] ${sentence(8)}\n- [x] ${sentence(6)}\n  - ${sentence(7)}\n- ${sentence(9)}`
    if (index % 15 === 7) return `> ${sentence(24)}`
    return `${sentence(22)} **${sentence(3)}** ${sentence(8)} [${sentence(3)}](https://example.org/${index}) ${sentence(16)}.`
  }
  return `${Array.from({ length: blocks }, (_, index) => make(index)).join('\n\n')}\n`
}

/** One window with the built page in it. */
async function makeApp(): Promise<string> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-typing-'))
  await build({
    configFile: false,
    root: path.join(process.cwd(), 'bench/typing-page'),
    base: './',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      outDir: path.join(folder, 'page'),
      emptyOutDir: true,
      target: 'chrome114',
      chunkSizeWarningLimit: 4000,
    },
  })
  fs.writeFileSync(path.join(folder, 'package.json'), '{"name":"typing","version":"1.0.0","main":"main.cjs"}')
  fs.writeFileSync(
    path.join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1056, height: 900 }).loadFile(require('path').join(__dirname, 'page/index.html')))
app.on('window-all-closed', () => app.quit())
`,
  )
  return folder
}
