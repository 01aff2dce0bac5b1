import { parseArgs } from 'node:util'
import { allProperties } from './all-properties.ts'

/** How many runs of a property are made before the clock is looked at. */
const batch = 100

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    only: { type: 'string', default: '' },
  },
})
process.exitCode = fuzz(Number(values.minutes), Number(values.seed), values.only)

/**
 * Tries every property in turns until the time is over, each turn with the next seed; prints each failure with its
 * seed and an example made small. A property that failed is not tried again.
 *
 * @param only tries the properties whose name has this in it
 * @returns the exit code: 0 when nothing failed, 2 for arguments that make no sense
 */
function fuzz(minutes: number, seed: number, only: string): number {
  const chosen = allProperties.filter(({ name }) => name.includes(only))
  if (!(minutes > 0) || !Number.isInteger(seed) || chosen.length === 0) {
    console.error('npm run fuzz -- [--minutes N] [--seed S] [--only part of a name]')
    return 2
  }
  const end = Date.now() + minutes * 60_000
  const failed = new Set<string>()
  let runs = 0
  console.log(`${chosen.length} properties for ${minutes} minutes, beginning with seed ${seed}`)
  for (let turn = 0; Date.now() < end && failed.size < chosen.length; turn += 1) {
    for (const { name, findFailure } of chosen) {
      if (failed.has(name) || Date.now() >= end) continue
      runs += batch
      const failure = findFailure({ seed: seed + turn, numRuns: batch, isShrunk: true })
      if (failure === null) continue
      failed.add(name)
      console.error(`\n${failure}\n`)
    }
    console.log(`turn ${turn + 1}, seed ${seed + turn}: ${runs} runs, ${failed.size} properties failed`)
  }
  return failed.size === 0 ? 0 : 1
}
