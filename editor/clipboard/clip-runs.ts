import type { Run } from '../../shared/markdown/tree.ts'

/**
 * The part of `runs` between two character positions, an opaque inline or a break counting as one.
 *
 * Reference links become plain ones: their definitions stay behind.
 */
export function clipRuns(runs: readonly Run[], from: number, to: number): Run[] {
  const clipped: Run[] = []
  const links = new Map<Run['link'], Run['link']>([[null, null]])
  let at = 0
  for (const run of runs) {
    const size = run.kind === 'text' ? run.text.length : 1
    const start = Math.max(from - at, 0)
    const end = Math.min(to - at, size)
    at += size
    if (end <= start) continue
    if (!links.has(run.link)) links.set(run.link, plainLink(run.link))
    const link = links.get(run.link) ?? null
    clipped.push(run.kind === 'text' ? { ...run, text: run.text.slice(start, end), link } : { ...run, link })
  }
  return clipped
}

function plainLink(link: Run['link']): Run['link'] {
  return link === null || link.reference === null ? link : { ...link, reference: null, closing: '' }
}
