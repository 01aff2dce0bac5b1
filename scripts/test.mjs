// npm test: set-up, types, lint, format, unit and fidelity tests, the real app. Ends with “N passed, N failed”.
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { setUp } from './setup.mjs'
import { nodeModules, root } from './setup/paths.mjs'

setUp({ needsVirtualDisplay: true })
const { runChecks } = await import('./check.mjs')
const { buildApp } = await import('./build.mjs')
const { runWithDisplay } = await import('./run-with-display.mjs')
const reports = path.join(nodeModules, '.cache', 'test-reports')
fs.rmSync(reports, { recursive: true, force: true })
fs.mkdirSync(reports, { recursive: true })

const totals = { passed: 0, failed: 0, skipped: 0 }
for (const check of runChecks()) count(check.isGood ? { passed: 1 } : { failed: 1 })

console.log('\n— unit and fidelity')
const unitReport = path.join(reports, 'unit.json')
spawnSync(
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${unitReport}`],
  {
    cwd: root,
    stdio: 'inherit',
  },
)
count(readUnitReport(unitReport))

console.log('\n— the real app')
const e2eReport = path.join(reports, 'e2e.json')
try {
  await buildApp()
  runWithDisplay('npx', ['playwright', 'test', '--reporter=list,json'], {
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_NAME: e2eReport },
  })
  count(readE2eReport(e2eReport))
} catch (error) {
  console.error(error)
  count({ failed: 1 })
}

const skipped = totals.skipped > 0 ? `, ${totals.skipped} skipped` : ''
console.log(`\n${totals.passed} passed, ${totals.failed} failed${skipped}`)
process.exit(totals.failed === 0 ? 0 : 1)

/** @param {{ passed?: number, failed?: number, skipped?: number }} part */
function count(part) {
  for (const key of Object.keys(totals)) totals[key] += part[key] ?? 0
}

/** A runner that died writes no report: that is a failure, not zero tests. @param {string} file */
function readUnitReport(file) {
  if (!fs.existsSync(file)) return { failed: 1 }
  const report = JSON.parse(fs.readFileSync(file, 'utf8'))
  // A file that could not be loaded has no tests in it, and still is a failure.
  const brokenFiles = report.testResults.filter(
    (result) => result.status === 'failed' && result.assertionResults.length === 0,
  )
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles.length,
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

/** @param {string} file */
function readE2eReport(file) {
  if (!fs.existsSync(file)) return { failed: 1 }
  const { stats, errors } = JSON.parse(fs.readFileSync(file, 'utf8'))
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
  }
}
