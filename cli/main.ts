import os from 'node:os'
import path from 'node:path'
import { version } from '../package.json'
import { choosePaint } from './paint.ts'
import { runCommand, type Terminal } from './run-command.ts'
import { verbs } from './verbs.ts'

void runCommand(verbs, version, process.argv.slice(2), createTerminal()).then((exitCode) => {
  process.exitCode = exitCode
})

function createTerminal(): Terminal {
  let isProgressShown = false
  return {
    print: (text) => console.log(text),
    complain: (text) => console.error(text),
    showProgress(line) {
      if (!process.stderr.isTTY || (line === '' && !isProgressShown)) return
      isProgressShown = line !== ''
      process.stderr.write(`\r\u001B[K${line}`)
    },
    paint: choosePaint(process.stdout.isTTY, process.env),
    workingFolder: process.cwd(),
    cacheFolder: path.join(userCacheFolder(), 'cairn'),
  }
}

/** Where this system wants caches: what lies there may be deleted at any time. */
function userCacheFolder(): string {
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env
  // The specification says that a relative one is to be ignored.
  if (xdg !== undefined && path.isAbsolute(xdg)) return xdg
  if (process.platform === 'darwin') return path.join(os.homedir(), 'Library', 'Caches')
  if (process.platform === 'win32' && local !== undefined) return local
  return path.join(os.homedir(), '.cache')
}
