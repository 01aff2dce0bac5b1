import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fallback, hasFallback, prepareFallback } from './fallback-runtime.mjs'
import { log, stop } from './log.mjs'
import { nodeModules, runtimeFile } from './paths.mjs'

/** Electron's own installer gives up within a second without a network; a slow one gets this long. */
const downloadLimitMs = 180_000

/** @typedef {{ kind: 'override' | 'electron' | 'fallback', path: string }} Runtime */

/**
 * Finds or fetches the Electron that runs Cairn here, and writes it down for the other scripts.
 *
 * Order: `ELECTRON_OVERRIDE_DIST_PATH`; the electron package's own binary; its download; the old one for tests.
 * `CAIRN_RETRY_ELECTRON=1` tries the download again where the fallback is already there.
 *
 * @returns {Runtime}
 */
export function prepareElectron() {
  const runtime = findOverride() ?? findOwn() ?? download() ?? { kind: 'fallback', path: prepareFallback() }
  fs.writeFileSync(runtimeFile, JSON.stringify(runtime))
  if (runtime.kind === 'fallback')
    log(
      `Electron's download cannot be reached: using Electron ${fallback.electron}, FOR TESTS ONLY, not for real notes`,
    )
  else log(`Electron: ${runtime.path}`)
  return runtime
}

/** @returns {Runtime | null} */
function findOverride() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (!folder) return null
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
  const executable = path.join(folder, names[process.platform] ?? 'electron')
  if (!fs.existsSync(executable)) stop(`ELECTRON_OVERRIDE_DIST_PATH holds no ${path.basename(executable)}.`)
  return { kind: 'override', path: executable }
}

/** @returns {Runtime | null} */
function findOwn() {
  const folder = path.join(nodeModules, 'electron')
  const pointer = path.join(folder, 'path.txt')
  if (!fs.existsSync(pointer)) return null
  const executable = path.join(folder, 'dist', fs.readFileSync(pointer, 'utf8'))
  return fs.existsSync(executable) ? { kind: 'electron', path: executable } : null
}

/** @returns {Runtime | null} */
function download() {
  if (hasFallback() && process.env.CAIRN_RETRY_ELECTRON !== '1') return null
  log('downloading Electron…')
  spawnSync(process.execPath, [path.join(nodeModules, 'electron', 'install.js')], {
    timeout: downloadLimitMs,
    stdio: 'ignore',
  })
  return findOwn()
}
