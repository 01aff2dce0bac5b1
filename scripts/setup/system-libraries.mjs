import { spawnSync } from 'node:child_process'
import { log, stop } from './log.mjs'

/** What a bare Debian or Ubuntu lacks to run Electron, and a virtual display for tests. */
const packages = ['xvfb', 'xauth', 'libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1']
const installCommand = `apt-get install -y --no-install-recommends ${packages.join(' ')}`

/**
 * Checks that the runtime finds its libraries (Linux only) and installs them where that can be done unasked.
 *
 * @param {string} executable
 * @param {{ needsVirtualDisplay: boolean }} options
 */
export function ensureSystemLibraries(executable, { needsVirtualDisplay }) {
  if (process.platform !== 'linux') return
  const missing = () => [
    ...findMissingLibraries(executable),
    ...(needsVirtualDisplay ? findMissingDisplay() : []),
  ]
  const before = missing()
  if (before.length === 0) return log('system libraries are there')

  if (process.getuid?.() !== 0 || !hasProgram('apt-get'))
    stop(`Missing: ${before.join(' ')}\n  Run: sudo apt-get update && sudo ${installCommand}`)
  log(`installing what is missing: ${before.join(' ')}`)
  const options = {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    stdio: ['ignore', 'ignore', 'inherit'],
  }
  const install = () => spawnSync('sh', ['-c', installCommand], options).status === 0
  if (!install()) {
    spawnSync('apt-get', ['update'], options)
    if (!install()) stop(`apt-get failed. Run by hand: ${installCommand}`)
  }
  const after = missing()
  if (after.length > 0) stop(`Still missing: ${after.join(' ')}`)
  log('system libraries installed')
}

/** @param {string} executable */
function findMissingLibraries(executable) {
  const listed = spawnSync('ldd', [executable], { encoding: 'utf8' }).stdout ?? ''
  return (
    listed
      .split('\n')
      // Electron brings libffmpeg itself and finds it beside the executable.
      .filter((line) => line.includes('not found') && !line.includes('libffmpeg'))
      .map((line) => line.trim().split(' ')[0] ?? '')
  )
}

function findMissingDisplay() {
  return ['Xvfb', 'xauth'].filter((program) => !hasProgram(program))
}

/** @param {string} name */
function hasProgram(name) {
  return spawnSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' }).status === 0
}
