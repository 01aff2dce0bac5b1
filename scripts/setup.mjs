// Makes a fresh machine ready: packages, an Electron runtime, system libraries. Needs nothing but Node and npm.
import { prepareElectron } from './setup/electron-runtime.mjs'
import { installPackages } from './setup/node-packages.mjs'
import { ensureSystemLibraries } from './setup/system-libraries.mjs'

/** @param {{ needsVirtualDisplay?: boolean }} [options] tests need a display of their own; a user has one */
export function setUp({ needsVirtualDisplay = !process.env.DISPLAY } = {}) {
  installPackages()
  const runtime = prepareElectron()
  ensureSystemLibraries(runtime.path, { needsVirtualDisplay })
  return runtime
}

if (process.argv[1]?.endsWith('setup.mjs')) setUp()
