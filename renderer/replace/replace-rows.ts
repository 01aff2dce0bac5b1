import type { Doubt, PlannedFile } from '../../shared/contract/replace.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { changeId, changesOf, isChosen, type ChangeOf, type Flipped } from '../state/planned-changes.ts'

/** Changes to be looked through. */
interface Plan {
  readonly files: readonly PlannedFile[]
}

/** A line of the list: an entry, or one place in it. */
export type ReplaceRow =
  | {
      readonly kind: 'file'
      readonly id: string
      readonly file: PlannedFile
      readonly isFolded: boolean
      readonly chosen: number
    }
  | { readonly kind: 'change'; readonly id: string; readonly of: ChangeOf; readonly isChosen: boolean }

/** The rows of a plan, those of folded entries left out. */
export function buildReplaceRows(
  plan: Plan | null,
  flipped: Flipped,
  folded: ReadonlySet<EntryPath>,
): ReplaceRow[] {
  return (plan?.files ?? []).flatMap((file): ReplaceRow[] => {
    const changes = changesOf(file).map((of): ReplaceRow => ({
      kind: 'change',
      id: changeId(of),
      of,
      isChosen: isChosen(flipped, of),
    }))
    const chosen = changes.filter((row) => row.kind === 'change' && row.isChosen).length
    const isFolded = folded.has(file.path)
    const head: ReplaceRow = { kind: 'file', id: file.path, file, isFolded, chosen }
    return isFolded ? [head] : [head, ...changes]
  })
}

export interface ReplaceCounts {
  readonly places: number
  readonly entries: number
  readonly chosenPlaces: number
  readonly chosenEntries: number
}

export function countChosen(plan: Plan | null, flipped: Flipped): ReplaceCounts {
  const counts = { places: 0, entries: 0, chosenPlaces: 0, chosenEntries: 0 }
  for (const file of plan?.files ?? []) {
    const chosen = changesOf(file).filter((of) => isChosen(flipped, of)).length
    counts.places += file.changes.length
    counts.entries += 1
    counts.chosenPlaces += chosen
    counts.chosenEntries += chosen > 0 ? 1 : 0
  }
  return counts
}

/** Why a change is not chosen by itself. */
export const doubtNames: Readonly<Record<Doubt, string>> = {
  'front-matter': 'in front matter',
  code: 'in code',
  address: 'in an address',
  'page-link': 'in a link to a page',
  source: 'in HTML or another part shown as source',
  signs: 'among the signs of Markdown',
  structure: 'would be read as Markdown, not as words',
}
