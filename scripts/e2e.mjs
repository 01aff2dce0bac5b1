// npm run test:e2e [-- <Playwright arguments>]: the real app under a virtual display.
import { setUp } from './setup.mjs'

setUp({ needsVirtualDisplay: true })
const { buildApp } = await import('./build.mjs')
const { runWithDisplay } = await import('./run-with-display.mjs')

await buildApp()
process.exit(runWithDisplay('npx', ['playwright', 'test', ...process.argv.slice(2)]).status ?? 1)
