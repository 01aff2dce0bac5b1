// npm run bench -- <name> [--json] …: bundles bench/<name>.ts and runs it on this machine's Node.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
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
const file = path.join(root, 'node_modules/.cache/bench', `${name}.mjs`)
await bundle(file)
const result = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', file, ...args], {
  cwd: root,
  stdio: 'inherit',
})
process.exit(result.status ?? 1)

/** Packages stay outside: Playwright and the engines compared with are not made for bundling. */
async function bundle(target) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      ssr: `bench/${name}.ts`,
      outDir: path.dirname(target),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: path.basename(target) } },
    },
  })
}
