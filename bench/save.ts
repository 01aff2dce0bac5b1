// What a save after one key costs the window's main thread, in the real app, in a short entry and in a long one.
import type { CDPSession, Page } from '@playwright/test'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startElectron, waitForPaint } from './support/app-runs.ts'
import { makeManyBlocks, makeOneList, type LongText } from './support/long-texts.ts'
import { watchMainThread, type MainThreadShare } from './support/main-thread.ts'
import { printFigures, quantile, type Figure } from './support/report.ts'

const texts: readonly LongText[] = [
  makeManyBlocks('10 kB', 10_000),
  makeManyBlocks('100 kB', 100_000),
  makeManyBlocks('1 MB', 990_000),
  makeOneList('one list of 2,000 items', (_, items) => items >= 1990),
]
const rounds = 7
/** The key is drawn and done with, and the save (500 ms after it) is not yet. */
const afterKeyMs = 350
/** The summary of a long entry follows the save. */
const afterSaveMs = 2500

const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length)
const figures: Figure[] = []
for (const one of texts)
  if (only === undefined || one.name === only) figures.push(...(await measureText(one)))
printFigures(figures)

async function measureText({ name, text }: LongText): Promise<Figure[]> {
  const journal = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-save-'))
  const file = path.join(journal, '2026-02-01.md')
  fs.writeFileSync(file, text)
  const { app, page } = await startElectron(process.cwd(), ['--journal', journal])
  const devtools = await page.context().newCDPSession(page)
  await placeCaret(page)
  const saves: MainThreadShare[] = []
  const idle: MainThreadShare[] = []
  // The first round warms the compiler up.
  for (let round = 0; round <= rounds; round += 1) {
    const save = await measureSave(page, devtools, file)
    const nothing = await watchMainThread(devtools, () => page.waitForTimeout(afterSaveMs))
    if (round === 0) continue
    saves.push(save)
    idle.push(nothing)
  }
  await app.close()
  fs.rmSync(journal, { recursive: true, force: true })
  return describe(name, saves, idle)
}

async function placeCaret(page: Page): Promise<void> {
  await page.waitForSelector('[contenteditable="true"] p, [contenteditable="true"] li', { timeout: 120_000 })
  await page.waitForTimeout(5000)
  await page.locator('[contenteditable="true"] p').nth(3).click()
  await waitForPaint(page)
}

async function measureSave(page: Page, devtools: CDPSession, file: string): Promise<MainThreadShare> {
  const before = fs.readFileSync(file, 'utf8')
  await page.keyboard.type('x')
  await page.waitForTimeout(afterKeyMs)
  if (fs.readFileSync(file, 'utf8') !== before) throw new Error('The save came before it was looked at')
  return watchMainThread(devtools, async () => {
    while (fs.readFileSync(file, 'utf8') === before) await page.waitForTimeout(50)
    await page.waitForTimeout(afterSaveMs)
  })
}

function describe(
  name: string,
  saves: readonly MainThreadShare[],
  idle: readonly MainThreadShare[],
): Figure[] {
  const median = (all: readonly MainThreadShare[], key: keyof MainThreadShare): number =>
    quantile(
      all.map((one) => one[key]),
      0.5,
    )
  const plain = (what: string, value: number): Figure => ({
    name: `${name}: ${what}`,
    value,
    unit: 'ms',
    ratio: null,
    against: null,
  })
  return [
    plain('main thread in all, from before the save until all is quiet', median(saves, 'totalMs')),
    plain('the same time without a key', median(idle, 'totalMs')),
    plain('longest task', median(saves, 'longestMs')),
    plain('longest task without a key', median(idle, 'longestMs')),
  ]
}
