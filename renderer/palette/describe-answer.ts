import type { SearchAnswer } from '../../shared/contract/search.ts'
import type { QueryCompletion } from '../../shared/search/complete-query.ts'
import type { PaletteGroup } from './palette-groups.ts'

/** How a word was understood, in words: `2 letters swapped`, `1 letter off`. */
export function describeCorrection({
  typed,
  understood,
  edits,
}: SearchAnswer['corrections'][number]): string {
  if (isSwap(typed.toLowerCase(), understood.toLowerCase())) return '2 letters swapped'
  return edits === 1 ? '1 letter off' : `${edits} letters off`
}

function isSwap(one: string, other: string): boolean {
  if (one.length !== other.length) return false
  const differing = [...one].map((_, at) => at).filter((at) => one[at] !== other[at])
  const [first, second] = differing
  if (differing.length !== 2 || first === undefined || second === undefined) return false
  return one[first] === other[second] && one[second] === other[first]
}

/** What a screen reader says of the suggestions: what Tab would do. */
export function describeSuggestion(suggestions: readonly QueryCompletion[]): string {
  const [first] = suggestions
  if (first === undefined) return ''
  const others = suggestions.length - 1
  return `Tab completes to ${first.text}${others === 0 ? '' : `, the right arrow goes through ${others} more`}`
}

/** What a screen reader says of the list while the focus stays in the field: `12 results`. */
export function describeCount(groups: readonly PaletteGroup[]): string {
  const total = groups.reduce((sum, group) => sum + group.total, 0)
  if (total === 0) return ''
  return total === 1 ? '1 result' : `${total.toLocaleString('en')} results`
}
