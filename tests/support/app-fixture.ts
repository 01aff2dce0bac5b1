import { expect, test as base, _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')
/** The first user's text and the design, beside the checkout while Cairn is being built; absent elsewhere. */
export const sharedFolder = path.resolve(projectRoot, '..', 'shared')
export const outputFolder = path.join(projectRoot, 'tests', 'e2e', 'output')

const runtimeFile = path.join(projectRoot, 'node_modules', '.electron.json')
/** The folder with `package.json` and `out`; another one than the checkout to try a build that nobody changes meanwhile. */
const appFolder = process.env['CAIRN_APP_FOLDER'] ?? projectRoot
/** A window with unsaved text may refuse to close; the test is over anyway. */
const closeLimitMs = 8_000

export interface RunningApp {
  readonly electron: ElectronApplication
  readonly page: Page
  readonly userData: string
  /** Closes the window as a user would, or kills the process when that takes too long. */
  stop(): Promise<void>
  /** As a power cut would. */
  kill(): Promise<void>
}

export interface LaunchOptions {
  readonly journal?: string
  /** Settings, recent journals and window bounds live here; another launch with the same one is the same user. */
  readonly userData?: string
  readonly size?: { readonly width: number; readonly height: number }
  readonly theme?: 'light' | 'dark'
  /** Further switches of Chromium. */
  readonly switches?: readonly string[]
}

interface Fixtures {
  /** A folder that is gone after the test. */
  temporaryFolder: string
  /** Makes a journal with these files. */
  makeJournal: (files: Readonly<Record<string, string | Uint8Array>>) => string
  launch: (options?: LaunchOptions) => Promise<RunningApp>
}

/** `test` with the real app: every launch has its own user-data folder and journal unless told otherwise. */
export const test = base.extend<Fixtures>({
  // Playwright reads the names in this pattern, so it must be one, even when empty.
  // eslint-disable-next-line no-empty-pattern
  temporaryFolder: async ({}, use) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-e2e-'))
    await use(folder)
    // Processes of an app that was killed may still be writing: then the folder fills again while it is emptied.
    await expect(() => fs.rmSync(folder, { recursive: true, force: true })).toPass({ timeout: 20_000 })
  },

  makeJournal: async ({ temporaryFolder }, use) => {
    let made = 0
    await use((files) => {
      const folder = path.join(temporaryFolder, `journal-${++made}`)
      fs.mkdirSync(folder)
      for (const [name, content] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
        fs.writeFileSync(path.join(folder, name), content)
      }
      return folder
    })
  },

  launch: async ({ temporaryFolder }, use) => {
    const running: RunningApp[] = []
    await use(async (options = {}) => {
      const userData = options.userData ?? fs.mkdtempSync(path.join(temporaryFolder, 'user-'))
      const app = await launchCairn({ ...options, userData })
      running.push(app)
      return app
    })
    for (const app of running) await app.stop()
  },
})

/** Starts the built app and waits for its window. */
export async function launchCairn(
  options: LaunchOptions & { readonly userData: string },
): Promise<RunningApp> {
  const command = startCommand(options)
  const electron = await _electron.launch({
    executablePath: command.program,
    args: [...command.args],
    env: command.environment,
  })
  // Asked for once: after the app has ended, Playwright does not know its process any more.
  const child = electron.process()
  const page = await electron.firstWindow()
  if (options.size) await resizeWindow(electron, options.size)
  if (options.theme) await page.emulateMedia({ colorScheme: options.theme })
  return {
    electron,
    page,
    userData: options.userData,
    stop: () => stopApp(electron, child),
    kill: async () => {
      const gone = child.exitCode === null ? new Promise((resolve) => child.once('exit', resolve)) : null
      killWithChildren(child)
      await gone
    },
  }
}

/** Program, arguments and environment of a start, for a test that starts the app by itself. */
export function startCommand(options: LaunchOptions & { readonly userData: string }): {
  readonly program: string
  readonly args: readonly string[]
  readonly environment: Record<string, string>
} {
  const runtime = JSON.parse(fs.readFileSync(runtimeFile, 'utf8')) as { path: string }
  const inherited = Object.entries(process.env).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  )
  return {
    program: runtime.path,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--log-level=3',
      ...(options.switches ?? []),
      appFolder,
      ...(options.journal ? ['--journal', options.journal] : []),
    ],
    environment: { ...Object.fromEntries(inherited), CAIRN_USER_DATA: options.userData },
  }
}

/** Sets the size of the window's content, as a user would by dragging its edge. */
export async function resizeWindow(
  electron: ElectronApplication,
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await electron.evaluate(({ BrowserWindow }, { width, height }) => {
    const [window] = BrowserWindow.getAllWindows()
    window?.setContentSize(width, height)
  }, size)
}

async function stopApp(electron: ElectronApplication, child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(() => {
      killWithChildren(child)
      resolve()
    }, closeLimitMs)
  })
  await Promise.race([electron.close(), limit])
  clearTimeout(timer)
}

/** Playwright starts the app as the leader of a process group, except on Windows. */
function killWithChildren(child: ChildProcess): void {
  if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL')
  else process.kill(-child.pid, 'SIGKILL')
}

/** Takes a picture for looking at, `tests/e2e/output/<name>.png`. */
export async function takePicture(page: Page, name: string): Promise<void> {
  fs.mkdirSync(outputFolder, { recursive: true })
  await page.screenshot({ path: path.join(outputFolder, `${name}.png`) })
}
