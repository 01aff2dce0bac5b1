import { app, shell } from 'electron'
import ElectronStore from 'electron-store'
import path from 'node:path'
import type { EventName, EventPayload } from '../shared/contract/events.ts'
import { createIndexHost } from '../journal/index/index-host.ts'
import { readMemoryNow } from '../journal/memory/memory-files.ts'
import { journalId } from '../journal/journal-place.ts'
import type { StartIndex } from '../journal/journal-index.ts'
import { pageAddress as builtPageAddress } from './content-policy.ts'
import type { CalendarKeeper } from './keep-calendar.ts'
import { createJournalSession, type JournalSession } from './journal-session.ts'
import type { Log } from './log.ts'
import { createKeptSettings, setAsideBrokenSettings, type KeptSettings } from './settings.ts'
import type { MainWindow } from './window.ts'

type Notice = EventPayload<'noticeRaised'>

/** What the parts of the running app share. */
export interface Running {
  readonly log: Log
  readonly kept: KeptSettings
  readonly journalSession: JournalSession
  /** Address of the window's page. */
  readonly pageAddress: string
  /** Address of the server that builds the page while developing, or null. */
  readonly developmentAddress: string | null
  window: MainWindow | null
  /** True from the page's first request until it is left or crashes: only then somebody hears events. */
  isPageConnected: boolean
  isQuitting: boolean
  /** When the page crashed last, ms of `performance.now()`. */
  lastCrashMs: number | null
  /** Notices from before the page could show them. */
  readonly waitingNotices: Notice[]
  /** A reminder that was clicked before the page could go to its place. */
  chosenReminder: EventPayload<'reminderChosen'> | undefined
  /** What else wants to know that the user chose something in the settings. */
  readonly settingsListeners: (() => void)[]
  /** Keeps the calendar file of the open journal up to date. */
  calendarKeeper: CalendarKeeper | null
}

/** Reads what is kept and makes the parts, with no journal and no window yet. The app must be ready. */
export function createRunning(log: Log): Running {
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
      startIndex: makeStartIndex(kept),
      checkWorkerFile: builtFile('main', 'check-worker.cjs'),
      moveToSystemTrash: (file) => shell.trashItem(file),
      send: (name, payload) => sendEvent(running, name, payload),
      log: log.write,
    }),
    window: null,
    isPageConnected: false,
    isQuitting: false,
    lastCrashMs: null,
    waitingNotices,
    chosenReminder: undefined,
    settingsListeners: [],
    calendarKeeper: null,
  }
  return running
}

/** Sends an event to the page; lost when there is none, which asks for everything when it comes. */
export function sendEvent<N extends EventName>(running: Running, name: N, payload: EventPayload<N>): void {
  if (running.isPageConnected) running.window?.send(name, payload)
}

/** Shows a notice now, or as soon as there is a page to show it. */
export function raiseNotice(running: Running, notice: Notice): void {
  if (running.isPageConnected) sendEvent(running, 'noticeRaised', notice)
  else running.waitingNotices.push(notice)
}

/** Where a part of the built app lies, in the checkout as in the package. */
export function builtFile(...segments: readonly string[]): string {
  return path.join(app.getAppPath(), 'out', ...segments)
}

function makeStartIndex(kept: KeptSettings): StartIndex {
  return (root, listener) =>
    createIndexHost({
      ...listener,
      root,
      workerFile: builtFile('main', 'worker.cjs'),
      actionHeadings: readMemoryNow(root, 'settings').actionHeadings ?? kept.settings.actionHeadings,
      // Never in the journal's own folder: it belongs to its author.
      cacheFile: path.join(app.getPath('userData'), 'index', `${journalId(root)}.index`),
    })
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
