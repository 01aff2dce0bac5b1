import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { nodeModules, root } from './setup/paths.mjs'

/**
 * Bundles a TypeScript file and runs it on this machine's Node, with the garbage collector to call and much memory.
 *
 * Packages stay outside of the bundle but one: Playwright and the engines that a bench compares with are not made for it.
 *
 * @param {string} entry relative to the project
 * @param {readonly string[]} args for the program
 * @returns {Promise<number>} its exit code
 */
export async function runTool(entry, args) {
  const { build } = await import('vite')
  const file = path.join(nodeModules, '.cache', 'tools', entry.replace(/\.ts$/, '.mjs'))
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    // Its modules lack what Node asks of them.
    ssr: { noExternal: ['rrule'] },
    build: {
      ssr: entry,
      outDir: path.dirname(file),
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'es', entryFileNames: path.basename(file) } },
    },
  })
  const result = spawnSync(process.execPath, ['--expose-gc', '--max-old-space-size=8192', file, ...args], {
    cwd: root,
    stdio: 'inherit',
    // Some packages bring a slower build for developing, and choose by this.
    env: { ...process.env, NODE_ENV: 'production' },
  })
  return result.status ?? 1
}
