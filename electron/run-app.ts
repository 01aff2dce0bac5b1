import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  session,
  shell,
  type IpcMainInvokeEvent,
} from 'electron'
import ElectronStore from 'electron-store'
import path from 'node:path'
import { locateBox } from '../shared/actions/locate-box.ts'
import type { EventName, EventPayload } from '../shared/contract/events.ts'
import { pageAddress as builtPageAddress } from './content-policy.ts'
import { makeHandlers, type System } from './handlers.ts'
import { hardenSession, refuseNavigation } from './harden.ts'
import { isOwnPage, registerRequests } from './ipc.ts'
import { createJournalSession, type JournalSession } from './journal-session.ts'
import type { Log } from './log.ts'
import { makeMenu } from './menu.ts'
import { copySampleJournal } from './sample-journal.ts'
import { answerSchemes } from './schemes.ts'
import { createKeptSettings, setAsideBrokenSettings, type KeptSettings } from './settings.ts'
import { startIndexWorker } from './start-index.ts'
import { createMainWindow, hasWindowOverlay, type MainWindow } from './window.ts'

type Notice = EventPayload<'noticeRaised'>

/** What the parts of the running app share. */
interface Running {
  readonly log: Log
  readonly kept: KeptSettings
  readonly journalSession: JournalSession
  readonly pageAddress: string
  readonly developmentAddress: string | null
  window: MainWindow | null
  /** True from the page's first request until it is left or crashes: only then somebody hears events. */
  isPageConnected: boolean
  isQuitting: boolean
  /** Notices from before the page could show them. */
  readonly waitingNotices: Notice[]
}

/**
 * Opens the journal that was asked for, or the one that was open last, and the window. Called once, when Electron is
 * ready.
 *
 * @param journal absolute path of a folder, or null
 */
export async function runApp(journal: string | null, log: Log): Promise<void> {
  const running = makeRunning(log)
  const hardening = {
    pageAddress: running.pageAddress,
    developmentAddress: running.developmentAddress,
    onRefused: (what: string) => log.write(what),
  }
  refuseNavigation(app, hardening)
  hardenSession(session.defaultSession, hardening)
  answerSchemes(session.defaultSession, {
    pageFolder: path.join(app.getAppPath(), 'out', 'renderer'),
    journalSession: running.journalSession,
    log: log.write,
  })
  answerRequests(running)
  applyTheme(running.kept)
  followLifeOfApp(running)
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(
      makeMenu({
        platform: process.platform,
        isDevelopment: !app.isPackaged,
        choose: (id) => send(running, 'commandChosen', { id }),
      }),
    ),
  )
  await openFirstJournal(running, journal)
  openWindow(running)
}

function makeRunning(log: Log): Running {
  const waitingNotices: Notice[] = []
  const kept = readKeptSettings(log, waitingNotices)
  const developmentAddress = app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)
  const running: Running = {
    log,
    kept,
    developmentAddress,
    pageAddress: developmentAddress ?? builtPageAddress,
    journalSession: createJournalSession({
      kept,
      homeFolder: app.getPath('home'),
      startIndex: startIndexWorker,
      locateBox,
      moveToSystemTrash: (file) => shell.trashItem(file),
      send: (name, payload) => send(running, name, payload),
      log: log.write,
    }),
    window: null,
    isPageConnected: false,
    isQuitting: false,
    waitingNotices,
  }
  return running
}

function readKeptSettings(log: Log, waitingNotices: Notice[]): KeptSettings {
  const today = new Date().toISOString().slice(0, 10)
  const brokenName = setAsideBrokenSettings(app.getPath('userData'), today)
  if (brokenName !== null) {
    log.write(`the settings could not be read and are now ${brokenName}`)
    waitingNotices.push({
      id: 'settings-broken',
      tone: 'warn',
      title: 'The settings could not be read',
      detail: `Cairn starts with its defaults. The old file is kept as ${brokenName}. Your journal is not touched.`,
    })
  }
  const store = new ElectronStore({ name: 'settings', accessPropertiesByDotNotation: false })
  return createKeptSettings(store, (error) => log.write('the settings could not be written', error))
}

function send<N extends EventName>(running: Running, name: N, payload: EventPayload<N>): void {
  if (running.isPageConnected) running.window?.send(name, payload)
}

function answerRequests(running: Running): void {
  registerRequests(ipcMain, makeHandlers(running.kept, running.journalSession, makeSystem(running)), {
    isTrustedSender: (event: IpcMainInvokeEvent) => {
      const frame = event.senderFrame
      const sender = {
        webContentsId: event.sender.id,
        frame: frame === null ? null : { url: frame.url, isMainFrame: frame.parent === null },
      }
      return isOwnPage(sender, running.window?.browserWindow.webContents.id ?? null, running.pageAddress)
    },
    onUnexpected: (name, error) => running.log.write(`the request ${name} failed`, error),
    isOutputChecked: !app.isPackaged,
  })
}

function makeSystem(running: Running): System {
  return {
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    version: app.getVersion(),
    homeFolder: app.getPath('home'),
    hasWindowOverlay,
    async chooseFolder() {
      const options: Electron.OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] }
      const parent = running.window?.browserWindow
      const { filePaths } = await (parent === undefined
        ? dialog.showOpenDialog(options)
        : dialog.showOpenDialog(parent, options))
      return filePaths[0] ?? null
    },
    prepareSample: () =>
      copySampleJournal(
        path.join(app.getAppPath(), 'out', 'assets', 'sample-journal'),
        path.join(app.getPath('userData'), 'Sample journal'),
      ),
    revealFile: (file) => shell.showItemInFolder(file),
    openAddress: (address) => shell.openExternal(address),
    applySettings: () => applyTheme(running.kept),
    controlWindow: (verb) => controlWindow(running, verb),
    answerClose: (unsaved) => running.window?.closeGuard.answer(unsaved),
    pageConnected: () => connectPage(running),
  }
}

function applyTheme(kept: KeptSettings): void {
  nativeTheme.themeSource = kept.settings.theme
}

function controlWindow(running: Running, verb: 'minimize' | 'maximize' | 'close'): void {
  const window = running.window?.browserWindow
  if (window === undefined || window.isDestroyed()) return
  if (verb === 'minimize') window.minimize()
  else if (verb === 'close') window.close()
  else if (window.isMaximized()) window.unmaximize()
  else window.maximize()
}

/** The page asks for its state once when it has loaded, and again later: only the first time it has missed something. */
function connectPage(running: Running): void {
  if (running.isPageConnected) return
  running.isPageConnected = true
  // After the answer to this request, so that the page knows its journal before the cards arrive.
  setImmediate(() => {
    running.journalSession.sendCards()
    for (const notice of running.waitingNotices.splice(0)) send(running, 'noticeRaised', notice)
  })
}

async function openFirstJournal(running: Running, asked: string | null): Promise<void> {
  const { kept } = running
  const folder = asked ?? kept.lastFolder
  if (folder === null) return
  const isSample = kept.recents.find((recent) => recent.folder === folder)?.isSample ?? false
  const opened = await running.journalSession.open(folder, isSample)
  if (opened.ok) return
  running.waitingNotices.push({
    id: 'journal-not-opened',
    tone: 'bad',
    title: 'The journal could not be opened',
    detail: opened.error.message,
  })
}

function openWindow(running: Running): void {
  const window = createMainWindow({
    preloadFile: path.join(app.getAppPath(), 'out', 'preload', 'index.cjs'),
    place: running.kept.window,
    keepPlace: (place) => running.kept.keep({ window: place }),
    isPageConnected: () => running.isPageConnected,
    onPageGone: (reason) => {
      running.isPageConnected = false
      running.log.write(`the page is gone: ${reason}`)
    },
    onStay: () => {
      running.isQuitting = false
    },
  })
  running.window = window
  const { browserWindow } = window
  browserWindow.webContents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) running.isPageConnected = false
  })
  browserWindow.on('closed', () => {
    running.window = null
    running.isPageConnected = false
  })
  browserWindow.loadURL(running.pageAddress).catch((error: unknown) => {
    running.log.write('the page could not be loaded', error)
  })
}

function followLifeOfApp(running: Running): void {
  app.on('second-instance', (_event, _args, _folder, handedOver) => {
    void meetSecondInstance(running, (handedOver as { journal?: unknown } | undefined)?.journal)
  })
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openWindow(running)
  })
  app.on('before-quit', () => {
    running.isQuitting = true
  })
  app.on('window-all-closed', () => {
    // On macOS an app lives on without windows, unless it was told to quit and the window only had to save first.
    if (process.platform !== 'darwin' || running.isQuitting) app.quit()
  })
  endJournalBeforeQuit(running)
}

async function meetSecondInstance(running: Running, journal: unknown): Promise<void> {
  if (running.window === null) openWindow(running)
  const window = running.window?.browserWindow
  if (window?.isMinimized()) window.restore()
  window?.focus()
  if (typeof journal !== 'string') return
  const opened = await running.journalSession.open(journal, false)
  if (opened.ok) send(running, 'journalOpened', opened.value)
  else {
    const notice = {
      id: 'journal-not-opened',
      tone: 'bad',
      title: 'The journal could not be opened',
    } as const
    send(running, 'noticeRaised', { ...notice, detail: opened.error.message })
  }
}

/** How long the last writes and the worker may take when the app ends, ms. */
const endPatienceMs = 3000

function endJournalBeforeQuit(running: Running): void {
  let hasEnded = false
  app.on('will-quit', (event) => {
    if (hasEnded || running.journalSession.current === null) return
    event.preventDefault()
    hasEnded = true
    const patience = new Promise<void>((resolve) => setTimeout(resolve, endPatienceMs))
    void Promise.race([running.journalSession.current.close(), patience])
      .catch((error: unknown) => running.log.write('the journal did not close', error))
      .finally(() => app.quit())
  })
}
