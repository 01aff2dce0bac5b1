import type { EntryPath } from '../../shared/entry/entry-path.ts'

/** Pages that show the whole journal from one side; not to be mixed up with entries of the kind `page`. */
export const overviewNames = ['agenda', 'calendar', 'resources', 'people', 'quotes'] as const
export type OverviewName = (typeof overviewNames)[number]

/** Where one can be: at an entry, or at an overview. */
export type Place = { readonly path: EntryPath } | { readonly overview: OverviewName }

/** True when both are the same entry or the same overview. */
export function isSamePlace(one: Place | undefined, other: Place | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  if ('path' in one) return 'path' in other && one.path === other.path
  return 'overview' in other && one.overview === other.overview
}
