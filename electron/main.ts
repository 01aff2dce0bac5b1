import { app, dialog } from 'electron'
import path from 'node:path'
import { createLog } from './log.ts'
import { runApp } from './run-app.ts'
import { readStartArguments } from './start-arguments.ts'
import { registerSchemes } from './schemes.ts'

/*
 * Order matters here. Settings and the single-instance lock live in the user-data folder, so that is set first; schemes
 * must be known before the app is ready; and a second start hands over its folder and ends before it opens anything.
 */

const start = readStartArguments(process.argv.slice(1), process.cwd(), process.env)
if (start.userData !== null) app.setPath('userData', start.userData)

const logFolder = path.join(app.getPath('userData'), 'logs')
const log = createLog(logFolder)
process.on('uncaughtException', (error) => log.write('an exception nobody caught', error))
process.on('unhandledRejection', (reason) => log.write('a rejection nobody caught', reason))

registerSchemes()
// Nothing of Chromium's own housekeeping has business on the network.
for (const name of [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'no-pings',
]) {
  app.commandLine.appendSwitch(name)
}

// The second instance's arguments arrive reordered by Chromium; its folder goes along on its own.
if (app.requestSingleInstanceLock({ journal: start.journal })) {
  app.setAppUserModelId('app.cairn.Cairn')
  app
    .whenReady()
    .then(() => runApp(start.journal, log))
    .catch((error: unknown) => {
      log.write('the app did not start', error)
      dialog.showErrorBox('Cairn could not start', `What happened was written to ${logFolder}.`)
      app.exit(1)
    })
} else {
  app.quit()
}
