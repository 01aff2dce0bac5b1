// npm run cairn -- <verb> …: the terminal command, from source.
import { spawnSync } from 'node:child_process'
import { installPackages } from './setup/node-packages.mjs'
import { root } from './setup/paths.mjs'

installPackages()
const { buildCli } = await import('./build.mjs')
await buildCli()
const result = spawnSync(
  process.execPath,
  ['--enable-source-maps', `${root}/out/cli/cairn.cjs`, ...process.argv.slice(2)],
  {
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
  },
)
process.exit(result.status ?? 1)
