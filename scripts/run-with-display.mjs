import { spawnSync } from 'node:child_process'
import { root } from './setup/paths.mjs'

/**
 * Runs a program under a virtual display, also where there is a real one: windows that take the focus while someone
 * works, or lose it to them, make tests fail.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function runWithDisplay(program, args, options = {}) {
  const wrapped =
    process.platform === 'linux'
      ? ['xvfb-run', ['-a', '--server-args=-screen 0 1920x1200x24', program, ...args]]
      : [program, args]
  return spawnSync(wrapped[0], wrapped[1], { cwd: root, stdio: 'inherit', ...options })
}
