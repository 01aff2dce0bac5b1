// npm run check: what can be judged without running anything: types, lint with the walls, format.
import { spawnSync } from 'node:child_process'
import { setUp } from './setup.mjs'
import { root } from './setup/paths.mjs'

const checks = [
  ['types', ['tsc', '-b']],
  ['lint', ['oxlint', '-c', '.oxlintrc.json', '--deny-warnings']],
  ['format', ['oxfmt', '--check']],
]

/** @returns {{ name: string, isGood: boolean }[]} */
export function runChecks() {
  return checks.map(([name, args]) => {
    console.log(`\n— ${name}`)
    const result = spawnSync('npx', args, {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    })
    return { name: String(name), isGood: result.status === 0 }
  })
}

if (process.argv[1]?.endsWith('check.mjs')) {
  setUp()
  process.exit(runChecks().every((check) => check.isGood) ? 0 : 1)
}
