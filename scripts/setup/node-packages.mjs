import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fallbackFolder } from './fallback-runtime.mjs'
import { log, stop } from './log.mjs'
import { nodeModules, root } from './paths.mjs'

/** Where the fallback runtime waits while `npm ci` deletes node_modules. */
const keptFallback = path.join(root, '.electron-fallback-keep')

/** Installs the locked packages when they are missing or older than the lockfile. */
export function installPackages() {
  restoreFallback()
  const wanted = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .update(process.version)
    .digest('hex')
  const stamp = path.join(nodeModules, '.setup-stamp')
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return log('packages are up to date')

  log('installing packages…')
  // 160 MB that would be fetched again: npm ci removes node_modules as a whole.
  if (fs.existsSync(fallbackFolder)) fs.renameSync(fallbackFolder, keptFallback)
  const result = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  restoreFallback()
  if (result.status !== 0) stop('npm ci failed; its message is above.')
  fs.writeFileSync(stamp, wanted)
  log('packages installed')
}

/** Also mends a set-up that was interrupted between the two renames. */
function restoreFallback() {
  if (!fs.existsSync(keptFallback)) return
  fs.rmSync(fallbackFolder, { recursive: true, force: true })
  fs.mkdirSync(path.dirname(fallbackFolder), { recursive: true })
  fs.renameSync(keptFallback, fallbackFolder)
}
