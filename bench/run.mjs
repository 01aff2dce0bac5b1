// npm run bench -- <name> [--json] …: bundles bench/<name>.ts and runs it on this machine's Node.
import fs from 'node:fs'
import path from 'node:path'
import { runTool } from '../scripts/run-tool.mjs'
import { root } from '../scripts/setup/paths.mjs'

const [name, ...args] = process.argv.slice(2)
const names = fs
  .readdirSync(path.join(root, 'bench'))
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -3))
if (!name || !names.includes(name)) {
  console.error(`Which one? npm run bench -- ${names.join(' | ')} [--json]`)
  process.exit(1)
}
process.exit(await runTool(`bench/${name}.ts`, args))
