// npm run dev: the window follows every change of the renderer; a change elsewhere starts Electron again.
import path from 'node:path'
import { build, createServer } from 'vite'
import { nodeBundles, nodeConfig, rendererConfig } from './bundles.mjs'
import { launchApp } from './launch.mjs'
import { setUp } from './setup.mjs'
import { root } from './setup/paths.mjs'

const runtime = setUp()
const server = await createServer({
  ...rendererConfig(),
  server: { host: '127.0.0.1', port: 0 },
  cacheDir: path.join(root, 'node_modules/.vite-renderer'),
})
await server.listen()
const address = server.resolvedUrls?.local[0] ?? ''

let app = null
let timer = null
/** Bundles finish one after the other; the app starts once for all of them. */
function restartSoon() {
  clearTimeout(timer)
  timer = setTimeout(() => {
    app?.removeAllListeners('exit')
    app?.kill()
    app = launchApp(runtime.path, process.argv.slice(2), { ELECTRON_RENDERER_URL: address })
    app.on('exit', () => process.exit(0))
  }, 150)
}

for (const bundle of nodeBundles) {
  await build(
    nodeConfig(bundle, {
      plugins: [{ name: 'restart-electron', closeBundle: restartSoon }],
      build: { watch: {} },
    }),
  )
}
