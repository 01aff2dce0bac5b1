import { spawn } from 'node:child_process'
import { root } from './setup/paths.mjs'

/**
 * Arguments that a launcher adds. Chromium refuses to run as root with its sandbox on, which is how containers run
 * it; the app itself never turns the sandbox off.
 */
export function launchArguments() {
  return process.getuid?.() === 0 ? ['--no-sandbox'] : []
}

/**
 * Starts Cairn from the checkout.
 *
 * @param {string} executable Electron
 * @param {string[]} args for Cairn
 * @param {Record<string, string>} [environment]
 */
export function launchApp(executable, args, environment = {}) {
  return spawn(executable, [...launchArguments(), root, ...args], {
    stdio: 'inherit',
    env: { ...process.env, ...environment },
  })
}
