// From the process's start to a window one can write in, against a blank Electron window started the same way.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { makeBlankApp, startElectron, waitForPaint } from './support/app-runs.ts'
import { printFigures, quantile } from './support/report.ts'

const rounds = 7
const blankApp = makeBlankApp()
const journal = makeSmallJournal()
const blankMs: number[] = []
const cairnMs: number[] = []

// In pairs, so that other work on the machine weighs on both alike. The first pair warms the caches of the disk.
for (let round = -1; round < rounds; round++) {
  const blank = await measure(blankApp, [], 'p')
  const cairn = await measure(process.cwd(), ['--journal', journal], '[contenteditable="true"]')
  if (round < 0) continue
  blankMs.push(blank)
  cairnMs.push(cairn)
}

const blank = quantile(blankMs, 0.5)
const cairn = quantile(cairnMs, 0.5)
printFigures([
  { name: 'blank Electron window, median', value: blank, unit: 'ms', ratio: null, against: null },
  {
    name: 'Cairn with today’s entry open, median',
    value: cairn,
    unit: 'ms',
    ratio: cairn / blank,
    against: 'blank window',
  },
])

async function measure(appFolder: string, args: readonly string[], usable: string): Promise<number> {
  const { app, page, startedMs } = await startElectron(appFolder, args)
  await page.waitForSelector(usable)
  await waitForPaint(page)
  const tookMs = performance.now() - startedMs
  await app.close()
  return tookMs
}

function makeSmallJournal(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-small-'))
  for (let day = 1; day <= 28; day++) {
    const name = `2026-02-${String(day).padStart(2, '0')}.md`
    fs.writeFileSync(path.join(folder, name), `# day ${day}\n\nsome words about the day\n\n- [ ] a step\n`)
  }
  return folder
}
