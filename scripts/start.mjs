// npm start [-- --journal <folder>]: everything a fresh machine needs, then the window.
import path from 'node:path'
import { setUp } from './setup.mjs'

const runtime = setUp({ needsVirtualDisplay: false })
// Vite is there only after the set-up.
const { buildApp } = await import('./build.mjs')
const { launchApp } = await import('./launch.mjs')

if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
  console.error('There is no display here; run it under a virtual one: xvfb-run -a npm start')
  process.exit(1)
}
await buildApp()
const app = launchApp(runtime.path, readArguments(process.argv.slice(2)))
app.on('exit', (code) => process.exit(code ?? 0))

/** A relative folder is meant from where the command was typed. @param {string[]} args */
function readArguments(args) {
  const from = process.env.INIT_CWD ?? process.cwd()
  return args.map((value, index) => (args[index - 1] === '--journal' ? path.resolve(from, value) : value))
}
