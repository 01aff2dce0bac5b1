// What a save after one key costs the window's main thread, in the real app, in a short entry and in a long one.
import type { CDPSession, Page } from '@playwright/test'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startElectron, waitForPaint } from './support/app-runs.ts'
import { makeManyBlocks, makeOneList, type LongText } from './support/long-texts.ts'
import { watchMainThread, type MainThreadTask, type TaskKind } from './support/main-thread.ts'
import { printFigures, quantile, type Figure } from './support/report.ts'

const texts: readonly LongText[] = [
  makeManyBlocks('10 kB', 10_000),
  makeManyBlocks('100 kB', 100_000),
  makeManyBlocks('1 MB', 990_000),
  makeOneList('one list of 2,000 items', (_, items) => items >= 1990),
]
const rounds = 7
/** The key is drawn and done with, and the save (500 ms after it) is not yet. */
const afterKeyMs = 250
/** Its answer is there soon after the file has the text. */
const answerMs = 60
/** The summary of a long entry follows the save. */
const afterSaveMs = 4000

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
  const saves: MainThreadTask[][] = []
  const idle: MainThreadTask[][] = []
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

/** One key and its save, with a mark in front of each part. */
async function measureSave(page: Page, devtools: CDPSession, file: string): Promise<MainThreadTask[]> {
  const mark = (part: Part): Promise<unknown> => page.evaluate((name) => performance.mark(name), part)
  const before = fs.readFileSync(file, 'utf8')
  return watchMainThread(devtools, async () => {
    await mark('key')
    await page.keyboard.type('x')
    await page.waitForTimeout(afterKeyMs)
    if (fs.readFileSync(file, 'utf8') !== before) throw new Error('The save came before it was looked at')
    await mark('save')
    while (fs.readFileSync(file, 'utf8') === before) await page.waitForTimeout(10)
    await page.waitForTimeout(answerMs)
    await mark('what follows')
    await page.waitForTimeout(afterSaveMs)
  })
}

type Part = 'key' | 'save' | 'what follows'
type Measured = readonly (readonly MainThreadTask[])[]

function describe(name: string, saves: Measured, idle: Measured): Figure[] {
  const plain = (what: string, value: number): Figure => ({
    name: `${name}: ${what}`,
    value,
    unit: 'ms',
    ratio: null,
    against: null,
  })
  const parts: readonly Part[] = ['key', 'save', 'what follows']
  return [
    ...parts.flatMap((part) => [
      plain(`${part}, scripts`, median(saves, isOf(part, 'script'))),
      plain(`${part}, frames`, median(saves, isOf(part, 'frame'))),
      plain(`${part}, collector and messages`, median(saves, isOf(part, 'other'))),
    ]),
    plain('longest script of a save and of what follows', longestScript(saves)),
    plain('as long as what follows without a key, scripts', median(idle, isOf(null, 'script'))),
    plain('as long as what follows without a key, frames', median(idle, isOf(null, 'frame'))),
  ]
}

function isOf(part: Part | null, kind: TaskKind): (task: MainThreadTask) => boolean {
  return (task) => task.after === part && task.kind === kind
}

/** Median over the rounds of what such tasks took together. */
function median(all: Measured, isMeant: (task: MainThreadTask) => boolean): number {
  const sums = all.map((tasks) => tasks.filter(isMeant).reduce((sum, { ms }) => sum + ms, 0))
  return quantile(sums, 0.5)
}

function longestScript(all: Measured): number {
  const longest = all.map((tasks) =>
    Math.max(0, ...tasks.map(({ kind, after, ms }) => (kind === 'script' && after !== 'key' ? ms : 0))),
  )
  return quantile(longest, 0.5)
}
