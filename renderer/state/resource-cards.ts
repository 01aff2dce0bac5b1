import type { ResourceUse } from '../../shared/entry/summary.ts'

/** One linked page of an entry, whatever number of times the entry links it. */
export interface ResourceCard {
  readonly key: string
  readonly url: string
  readonly title: string
  readonly authors: readonly string[]
  /** `2025-09` or `2025`. */
  readonly month: string | null
  readonly isMustRead: boolean
  readonly notes: readonly string[]
  /** Addresses of its local copies, as written. */
  readonly copies: readonly string[]
  /** Its links in this entry, in the order of the text. */
  readonly uses: readonly ResourceUse[]
}

/**
 * Gathers the links of an entry into one card for each page, in the order of the text.
 *
 * The first link that says it gives title, authors and month: `[this](url)` may come before the line that names the
 * author. A star on any link counts for the page, and all notes are kept.
 */
export function gatherResources(uses: readonly ResourceUse[]): ResourceCard[] {
  const byKey = new Map<string, ResourceUse[]>()
  for (const use of uses) {
    const known = byKey.get(use.key)
    if (known) known.push(use)
    else byKey.set(use.key, [use])
  }
  return [...byKey].map(([key, all]) => {
    const telling = all.find((use) => use.authors.length > 0) ?? all.find((use) => use.title.trim() !== '')
    const first = all[0]!
    return {
      key,
      url: first.url,
      title: (telling ?? first).title.trim() || first.url,
      authors: telling?.authors ?? [],
      month: all.find((use) => use.month !== null)?.month ?? null,
      isMustRead: all.some((use) => use.isMustRead),
      notes: all.flatMap((use) => use.notes),
      copies: all.flatMap((use) => use.copies ?? []),
      uses: all,
    }
  })
}
