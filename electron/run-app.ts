import { app, ipcMain, Menu, session, type IpcMainInvokeEvent } from 'electron'
import { followLifeOfApp, openFolder, openWindow } from './app-life.ts'
import { makeHandlers } from './handlers.ts'
import { hardenSession, refuseDictionaries, refuseNavigation, type HardenOptions } from './harden.ts'
import { isOwnPage, registerRequests } from './ipc.ts'
import type { Log } from './log.ts'
import { makeMenu } from './menu.ts'
import { workBesideWindow } from './work-beside-window.ts'
import { builtFile, createRunning, sendEvent, type Running } from './running.ts'
import { answerSchemes } from './schemes.ts'
import { applyTheme, makeSystem } from './system.ts'

/**
 * Opens the journal that was asked for, or the one that was open last, and the window. Called once, when Electron is
 * ready.
 *
 * @param journal absolute path of a folder, or null
 */
export async function runApp(journal: string | null, log: Log): Promise<void> {
  const running = createRunning(log)
  const hardening: HardenOptions = {
    pageAddress: running.pageAddress,
    developmentAddress: running.developmentAddress,
    onRefused: log.write,
  }
  refuseNavigation(app, hardening)
  refuseDictionaries(session.defaultSession, process.platform)
  hardenSession(session.defaultSession, hardening)
  answerSchemes(session.defaultSession, {
    pageFolder: builtFile('renderer'),
    journalSession: running.journalSession,
    log: log.write,
  })
  answerRequests(running)
  applyTheme(running.kept)
  showMenu(running)
  followLifeOfApp(running)
  workBesideWindow(running)

  const folder = journal ?? running.kept.lastFolder
  if (folder !== null) await openFolder(running, folder)
  openWindow(running)
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

function showMenu(running: Running): void {
  const template = makeMenu({
    platform: process.platform,
    isDevelopment: !app.isPackaged,
    choose: (id) => sendEvent(running, 'commandChosen', { id }),
  })
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
