import { app, dialog, nativeTheme, shell } from 'electron'
import path from 'node:path'
import type { System } from './handlers.ts'
import { builtFile, sendEvent, type Running } from './running.ts'
import { copySampleJournal } from './sample-journal.ts'
import type { KeptSettings } from './settings.ts'
import { hasWindowOverlay } from './window.ts'

/** The system as the handlers see it. */
export function makeSystem(running: Running): System {
  return {
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    version: app.getVersion(),
    homeFolder: app.getPath('home'),
    hasWindowOverlay,
    chooseFolder: () => chooseFolder(running),
    chooseDocument: () => chooseDocument(running),
    chooseNewFile: (suggestedName) => chooseNewFile(running, suggestedName),
    prepareSample: () =>
      copySampleJournal(
        builtFile('assets', 'sample-journal'),
        path.join(app.getPath('userData'), 'Sample journal'),
      ),
    calendarKeeper: () => running.calendarKeeper,
    revealFile: (file) => shell.showItemInFolder(file),
    openAddress: (address) => shell.openExternal(address),
    openFile: (file) => shell.openPath(file),
    applySettings() {
      applyTheme(running.kept)
      for (const listener of running.settingsListeners) listener()
    },
    controlWindow: (verb) => controlWindow(running, verb),
    answerClose: (unsaved) => running.window?.closeGuard.answer(unsaved),
    pageConnected: () => connectPage(running),
  }
}

/** Lets the whole window, its native parts too, follow the chosen theme. */
export function applyTheme(kept: KeptSettings): void {
  nativeTheme.themeSource = kept.settings.theme
}

async function chooseFolder(running: Running): Promise<string | null> {
  const options: Electron.OpenDialogOptions = { properties: ['openDirectory', 'createDirectory'] }
  const parent = running.window?.browserWindow
  const chosen = await (parent === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options))
  return chosen.filePaths[0] ?? null
}

async function chooseDocument(running: Running): Promise<string | null> {
  const options: Electron.OpenDialogOptions = {
    properties: ['openFile'],
    filters: [{ name: 'PDFs and saved pages', extensions: ['pdf', 'html', 'htm', 'xhtml'] }],
  }
  const parent = running.window?.browserWindow
  const chosen = await (parent === undefined
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options))
  return chosen.filePaths[0] ?? null
}

async function chooseNewFile(running: Running, suggestedName: string): Promise<string | null> {
  const options: Electron.SaveDialogOptions = {
    defaultPath: path.join(app.getPath('documents'), suggestedName),
  }
  const parent = running.window?.browserWindow
  const chosen = await (parent === undefined
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options))
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath
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
    for (const notice of running.waitingNotices.splice(0)) sendEvent(running, 'noticeRaised', notice)
    const { chosenReminder } = running
    running.chosenReminder = undefined
    if (chosenReminder !== undefined) sendEvent(running, 'reminderChosen', chosenReminder)
  })
}
