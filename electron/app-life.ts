import { app, BrowserWindow } from 'electron'
import { builtFile, raiseNotice, sendEvent, type Running } from './running.ts'
import { createMainWindow } from './window.ts'

/** How long the last writes and the index may take when the app ends, ms. */
const endPatienceMs = 3000

/** Opens the window where it was last and loads the page. */
export function openWindow(running: Running): void {
  const window = createMainWindow({
    preloadFile: builtFile('preload', 'index.cjs'),
    place: running.kept.window,
    keepPlace: (place) => running.kept.keep({ window: place }),
    isPageConnected: () => running.isPageConnected,
    onPageGone: (reason) => {
      running.isPageConnected = false
      running.log.write(`the page is gone: ${reason}`)
      if (!running.isQuitting) loadPageAgain(running)
    },
    onStay: () => {
      running.isQuitting = false
    },
  })
  running.window = window
  const { browserWindow } = window
  // Once another page is there, and not when one is asked for: a navigation that is refused has started as well, and
  // the page that stays would hear nothing any more, not even that it must save before the window closes.
  browserWindow.webContents.on('did-navigate', () => {
    running.isPageConnected = false
  })
  browserWindow.on('focus', () => {
    running.journalSession.current?.lookAgain().catch((error: unknown) => {
      running.log.write('the folder could not be looked at again', error)
    })
  })
  browserWindow.on('closed', () => {
    running.window = null
    running.isPageConnected = false
  })
  browserWindow.loadURL(running.pageAddress).catch((error: unknown) => {
    running.log.write('the page could not be loaded', error)
  })
}

/** A page that crashes as soon as it is loaded would only crash for ever, ms. */
const crashPauseMs = 10_000

/** A crashed page is a white window: loads it again, and says what that may have cost. */
function loadPageAgain(running: Running): void {
  const window = running.window?.browserWindow
  const now = performance.now()
  const isRepeated = running.lastCrashMs !== null && now - running.lastCrashMs < crashPauseMs
  running.lastCrashMs = now
  if (window === undefined || window.isDestroyed() || isRepeated) return
  raiseNotice(running, {
    id: 'page-crashed',
    tone: 'warn',
    title: 'The window had to be loaded again',
    detail: 'What you typed in the last seconds before may be missing. What was saved is on disk.',
  })
  window.reload()
}

/**
 * Opens a folder that the command line named, and says so to the page; what went wrong is a notice.
 *
 * @param folder absolute path
 */
export async function openFolder(running: Running, folder: string): Promise<void> {
  const isSample = running.kept.recents.find((recent) => recent.folder === folder)?.isSample ?? false
  const opened = await running.journalSession.open(folder, isSample)
  if (opened.ok) {
    sendEvent(running, 'journalOpened', opened.value)
    return
  }
  raiseNotice(running, {
    id: 'journal-not-opened',
    tone: 'bad',
    title: 'The journal could not be opened',
    detail: opened.error.message,
  })
}

/** Windows come and go, a second start arrives, the app ends: only after what was written is on disk. */
export function followLifeOfApp(running: Running): void {
  app.on('second-instance', (_event, _args, _folder, handedOver) => {
    if (running.window === null) openWindow(running)
    const window = running.window?.browserWindow
    if (window?.isMinimized()) window.restore()
    window?.focus()
    const journal = (handedOver as { readonly journal?: unknown } | null | undefined)?.journal
    if (typeof journal === 'string') void openFolder(running, journal)
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

function endJournalBeforeQuit(running: Running): void {
  let hasEnded = false
  app.on('will-quit', (event) => {
    const journal = running.journalSession.current
    if (hasEnded || journal === null) return
    event.preventDefault()
    hasEnded = true
    const patience = new Promise<void>((resolve) => setTimeout(resolve, endPatienceMs))
    void Promise.race([journal.close(), patience])
      .catch((error: unknown) => running.log.write('the journal did not close', error))
      .finally(() => app.quit())
  })
}
