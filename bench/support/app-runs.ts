import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const root = process.cwd()

/** Electron as the set-up found it. */
export function electronPath(): string {
  const runtime = JSON.parse(fs.readFileSync(path.join(root, 'node_modules/.electron.json'), 'utf8')) as {
    path: string
  }
  return runtime.path
}

export interface TimedStart {
  readonly app: ElectronApplication
  readonly page: Page
  /** From the moment before the process was started, in ms of `performance.now()`. */
  readonly startedMs: number
}

/** Starts an Electron app in a user-data folder of its own; both kinds of window are started in the same way. */
export async function startElectron(appFolder: string, args: readonly string[]): Promise<TimedStart> {
  const userData = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-bench-'))
  const startedMs = performance.now()
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--log-level=3',
      `--user-data-dir=${userData}`,
      appFolder,
      ...args,
    ],
    env: { ...process.env, CAIRN_USER_DATA: userData },
  })
  return { app, page: await app.firstWindow(), startedMs }
}

/** Waits until the frame after the next one was drawn: what is on the page now can be seen. */
export async function waitForPaint(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  )
}

/** The smallest app there is: one window with one line of text. */
export function makeBlankApp(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-blank-'))
  fs.writeFileSync(path.join(folder, 'package.json'), '{"name":"blank","version":"1.0.0","main":"main.cjs"}')
  fs.writeFileSync(path.join(folder, 'index.html'), '<!doctype html><meta charset="utf-8"><p>blank</p>')
  fs.writeFileSync(
    path.join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => new BrowserWindow({ width: 1440, height: 900 }).loadFile(require('path').join(__dirname, 'index.html')))
app.on('window-all-closed', () => app.quit())
`,
  )
  return folder
}
