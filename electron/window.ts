import { BrowserWindow, dialog, nativeTheme, screen } from 'electron'
import { eventChannel } from '../shared/contract/journal-api.ts'
import type { EventName, EventPayload } from '../shared/contract/events.ts'
import { createCloseGuard, type CloseGuard } from './close-guard.ts'
import { chooseWindowPlace, smallestWindow, type WindowPlace } from './window-place.ts'

export interface WindowOptions {
  readonly preloadFile: string
  readonly place: WindowPlace | null
  readonly keepPlace: (place: WindowPlace) => void
  /** True from the page's first request until it is left or crashes. */
  readonly isPageConnected: () => boolean
  readonly onPageGone: (reason: string) => void
  /** The user chose to keep the window open after all. */
  readonly onStay: () => void
}

/** The app's window, and the ways to reach its page. */
export interface MainWindow {
  readonly browserWindow: BrowserWindow
  readonly closeGuard: CloseGuard
  send<N extends EventName>(name: N, payload: EventPayload<N>): void
}

/** `--paper` of the two themes: what is seen until the page has painted. */
const paper = { light: '#fdfcf9', dark: '#1d1c19' }
const titleBarHeight = 40
/** Longer than any healthy save, shorter than patience with a window that does not close. */
const closePatienceMs = 4000
/** Dragging an edge moves the window a hundred times a second. */
const keepPlaceAfterMs = 400

/** True where the system itself draws the window buttons over our title bar. Linux draws none there. */
export const hasWindowOverlay = process.platform === 'win32' || process.platform === 'darwin'

/** Makes the window; it shows itself once it has something to show. */
export function createMainWindow(options: WindowOptions): MainWindow {
  const place = chooseWindowPlace(options.place, readWorkAreas())
  const browserWindow = new BrowserWindow({
    x: place.x,
    y: place.y,
    width: place.width,
    height: place.height,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Cairn',
    backgroundColor: readPaper(),
    ...readFrame(),
    webPreferences: {
      preload: options.preloadFile,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      // On Linux and Windows Chromium would fetch its dictionaries from the network.
      spellcheck: process.platform === 'darwin',
    },
  })
  if (place.isMaximized) browserWindow.maximize()
  browserWindow.once('ready-to-show', () => browserWindow.show())

  const window: MainWindow = {
    browserWindow,
    closeGuard: guardClosing(browserWindow, options, () => window.send('closeRequested', undefined)),
    send(name, payload) {
      if (browserWindow.isDestroyed() || browserWindow.webContents.isDestroyed()) return
      browserWindow.webContents.send(eventChannel(name), payload)
    },
  }
  rememberPlace(browserWindow, options.keepPlace)
  followTheme(browserWindow)
  return window
}

function readFrame(): Electron.BrowserWindowConstructorOptions {
  if (process.platform === 'darwin')
    return { titleBarStyle: 'hidden', trafficLightPosition: { x: 14, y: 13 } }
  if (process.platform === 'win32') return { titleBarStyle: 'hidden', titleBarOverlay: readOverlay() }
  return { frame: false }
}

function readOverlay(): Electron.TitleBarOverlay {
  const isDark = nativeTheme.shouldUseDarkColors
  return { color: readPaper(), symbolColor: isDark ? '#e7e3d9' : '#24221e', height: titleBarHeight }
}

function readPaper(): string {
  return nativeTheme.shouldUseDarkColors ? paper.dark : paper.light
}

function followTheme(browserWindow: BrowserWindow): void {
  const repaint = (): void => {
    if (browserWindow.isDestroyed()) return
    browserWindow.setBackgroundColor(readPaper())
    if (process.platform === 'win32') browserWindow.setTitleBarOverlay(readOverlay())
  }
  nativeTheme.on('updated', repaint)
  browserWindow.once('closed', () => nativeTheme.removeListener('updated', repaint))
}

function readWorkAreas(): Electron.Rectangle[] {
  const primary = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter((display) => display.id !== primary.id)
  return [primary, ...others].map((display) => display.workArea)
}

function rememberPlace(browserWindow: BrowserWindow, keepPlace: (place: WindowPlace) => void): void {
  let timer: NodeJS.Timeout | undefined
  const keepNow = (): void => {
    clearTimeout(timer)
    if (browserWindow.isDestroyed() || browserWindow.isMinimized() || browserWindow.isFullScreen()) return
    // The normal bounds, so that a maximised window has a size to go back to.
    const { x, y, width, height } = browserWindow.getNormalBounds()
    keepPlace({ x, y, width, height, isMaximized: browserWindow.isMaximized() })
  }
  const keepSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(keepNow, keepPlaceAfterMs)
  }
  browserWindow.on('resize', keepSoon)
  browserWindow.on('move', keepSoon)
  browserWindow.on('maximize', keepSoon)
  browserWindow.on('unmaximize', keepSoon)
  browserWindow.on('close', keepNow)
}

function guardClosing(browserWindow: BrowserWindow, options: WindowOptions, ask: () => void): CloseGuard {
  const guard = createCloseGuard({
    ask,
    canAnswer: options.isPageConnected,
    confirmLoss: (reason) => confirmLoss(browserWindow, reason),
    close: () => browserWindow.destroy(),
    stay: options.onStay,
    patienceMs: closePatienceMs,
  })
  browserWindow.on('close', (event) => {
    if (guard.mustWait()) event.preventDefault()
  })
  browserWindow.webContents.on('render-process-gone', (_event, details) => {
    guard.pageGone()
    options.onPageGone(details.reason)
  })
  return guard
}

async function confirmLoss(browserWindow: BrowserWindow, reason: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(browserWindow, {
    type: 'warning',
    title: 'Not saved',
    message: 'Some text is not saved.',
    detail: `${reason}\n\nKeep the window open to copy it or try again.`,
    buttons: ['Keep open', 'Close without saving'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}
