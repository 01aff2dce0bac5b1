import { canonicalUrl } from '../../shared/resources/canonical-url.ts'
import type { Stores } from './stores.ts'

/** So many openings are remembered, the newest. */
const mostOpenings = 2000

/** Remembers that a page was opened from here just now. */
export async function rememberOpened(
  { memory }: Pick<Stores, 'memory'>,
  url: string,
  now = new Date(),
): Promise<void> {
  const key = canonicalUrl(url)
  // Without a zone: the time on the wall is what the author remembers.
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
  await memory.change('resources', ({ opened }) => {
    const { [key]: _, ...others } = opened
    return { opened: Object.fromEntries([...Object.entries(others), [key, local]].slice(-mostOpenings)) }
  })
}
