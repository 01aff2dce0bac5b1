// npm run fuzz -- [--minutes N] [--seed S] [--only part of a name]: the property tests of the Markdown engine, at length.
import { installPackages } from './setup/node-packages.mjs'

installPackages()
const { runTool } = await import('./run-tool.mjs')
process.exit(await runTool('tests/fidelity/properties/fuzz.ts', process.argv.slice(2)))
