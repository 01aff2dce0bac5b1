// npm run package [-- <electron-builder arguments>]: without arguments, the unpacked folder and a tar.gz for this machine.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setUp } from './setup.mjs'
import { fallback, fallbackFolder } from './setup/fallback-runtime.mjs'
import { root } from './setup/paths.mjs'

const runtime = setUp({ needsVirtualDisplay: false })
const { buildApp } = await import('./build.mjs')
const { path7za } = await import('7zip-bin')

await buildApp()
// The registry drops the executable bit of this binary; electron-builder would download another one.
if (process.platform !== 'win32') fs.chmodSync(path7za, 0o755)
const asked = process.argv.slice(2)
const targets = asked.length > 0 ? asked : ['--linux', 'dir', 'tar.gz']
const ownRuntime =
  runtime.kind === 'fallback'
    ? [`-c.electronVersion=${fallback.electron}`, `-c.electronDist=${fallbackFolder}`]
    : []
if (runtime.kind === 'fallback')
  console.log('Packaging with the runtime for tests: try it, never publish it.')
const result = spawnSync('npx', ['electron-builder', '--publish', 'never', ...targets, ...ownRuntime], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ELECTRON_BUILDER_7ZIP_PATH: path7za },
})
if (result.status === 0) console.log(`In ${path.join(root, 'dist')}`)
process.exit(result.status ?? 1)
