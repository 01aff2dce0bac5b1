import type { Run } from '../../shared/markdown/tree.ts'

/** The part of `runs` between two character positions, an opaque inline or a break counting as one. */
export function clipRuns(runs: readonly Run[], from: number, to: number): Run[] {
  const clipped: Run[] = []
  let at = 0
  for (const run of runs) {
    const size = run.kind === 'text' ? run.text.length : 1
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, size)
    at += size
    if (end > start) clipped.push(run.kind === 'text' ? { ...run, text: run.text.slice(start, end) } : run)
  }
  return clipped
}
