import type { DisagreementKind } from '../contract/facts.ts'
import type { ResourceUse } from '../entry/summary.ts'
import { personKey } from '../resources/person-names.ts'
import { foldText } from '../search/fold.ts'

/** A use of a resource, as far as it can disagree with others. */
export type ComparedUse = Pick<
  ResourceUse,
  'key' | 'url' | 'title' | 'authors' | 'month' | 'isMustRead' | 'isCard'
>

/** What was found, with the uses of each side; the side of most uses first. */
export interface FoundDisagreement<Use> {
  readonly kind: DisagreementKind
  readonly keys: readonly string[]
  readonly sides: readonly { readonly says: string; readonly uses: readonly Use[] }[]
}

/**
 * What the uses of one resource say differently.
 *
 * Only lines that are about the link can disagree: in a sentence a link is called what fits there, and nobody writes a
 * star into it. Addresses count in both.
 */
export function disagreementsOf<Use extends ComparedUse>(
  uses: readonly Use[],
): readonly FoundDisagreement<Use>[] {
  if (uses.length < 2) return []
  const key = uses[0]!.key
  const cards = uses.filter(({ isCard }) => isCard)
  const found: FoundDisagreement<Use>[] = []
  const compare = (kind: DisagreementKind, all: readonly Use[], says: (use: Use) => string | null): void => {
    const sides = sidesOf(all, says)
    if (sides.length > 1) found.push({ kind, keys: [key], sides })
  }
  compare('address', uses, ({ url }) => withoutPlace(url))
  if (cards.length < 2) return found
  compare('title', cards, ({ title, url }) => (isAddressOf(title, url) ? null : title))
  compare('authors', cards, ({ authors }) => (authors.length === 0 ? null : authors.join(', ')))
  compare('month', cards, ({ month }) => month)
  compare('star', cards, ({ isMustRead }) => (isMustRead ? 'must-read' : ''))
  return found
}

/** An address without the place in its page: two places of one page are no disagreement. */
export function withoutPlace(url: string): string {
  return url.trim().replace(/#(?![/!]).*$/s, '')
}

function isAddressOf(title: string, url: string): boolean {
  return url.endsWith(title) || url.endsWith(`${title}/`)
}

function sidesOf<Use>(
  uses: readonly Use[],
  says: (use: Use) => string | null,
): readonly { readonly says: string; readonly uses: readonly Use[] }[] {
  const sides = new Map<string, Use[]>()
  for (const use of uses) {
    const said = says(use)
    if (said === null) continue
    const side = sides.get(said)
    if (side === undefined) sides.set(said, [use])
    else side.push(use)
  }
  return Array.from(sides, ([said, of]) => ({ says: said, uses: of })).toSorted(
    (one, other) => other.uses.length - one.uses.length,
  )
}

/** A title that is long enough to name one thing, folded; null for `this post` and the like. */
export function titleKey(title: string): string | null {
  const words = foldText(title)
    .text.split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  const key = words.join(' ')
  return words.length < 2 || key.length < 10 ? null : key
}

/** False where both name their authors and have none in common. */
export function mayShareAuthors(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return true
  const known = new Set(one.map(personKey))
  return other.some((name) => known.has(personKey(name)))
}
