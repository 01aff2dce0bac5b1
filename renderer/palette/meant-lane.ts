import type { Lane } from '../../shared/contract/search.ts'
import { scanQuery } from '../../shared/search/query-tokens.ts'

const lanesOfStates: Readonly<Record<string, Lane>> = {
  open: 'actions',
  done: 'actions',
  overdue: 'actions',
  unread: 'resources',
}
const lanesOfParts: Readonly<Record<string, Lane>> = {
  star: 'resources',
  link: 'resources',
  action: 'actions',
  quote: 'quotes',
}

/**
 * The lane that a filter is about: who writes `is:open` looks for actions, though the entries they stand in answer as
 * well; `by:nanda` is for what Nanda wrote.
 *
 * @returns null without such a filter.
 */
export function findMeantLane(query: string): Lane | null {
  for (const { kind, key, value, isExcluded } of scanQuery(query)) {
    if (kind !== 'filter' || isExcluded || value === '') continue
    const meant = laneOf(key, value.toLowerCase())
    if (meant !== null) return meant
  }
  return null
}

function laneOf(key: string, value: string): Lane | null {
  switch (key) {
    case 'by':
    case 'site':
      return 'resources'
    case 'is':
      return lanesOfStates[value] ?? null
    case 'has':
      return lanesOfParts[value] ?? null
    case 'in':
      return value === 'heading' ? 'headings' : value === 'link' ? 'resources' : null
    default:
      return null
  }
}
