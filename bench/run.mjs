// npm run bench -- <name> [--json] …: bundles bench/<name>.ts and runs it on this machine's Node.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { nodeConfig } from '../scripts/bundles.mjs'
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
const bundle = { name, entry: `bench/${name}.ts`, folder: 'node_modules/.cache/bench' }
await build(nodeConfig(bundle))
const result = spawnSync(
  process.execPath,
  ['--expose-gc', '--max-old-space-size=8192', `${root}/${bundle.folder}/${name}.cjs`, ...args],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
process.exit(result.status ?? 1)
