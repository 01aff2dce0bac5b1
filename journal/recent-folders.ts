import * as v from 'valibot'
import { journalId } from './journal-place.ts'

export const recentFolderSchema = v.object({
  /** Real path. */
  folder: v.string(),
  isSample: v.boolean(),
})
/** A folder that was open as a journal. */
export type RecentFolder = v.InferOutput<typeof recentFolderSchema>

/** More than fit on the welcome screen are of no use. */
const mostRecents = 12

/** The list with `opened` first, each folder once. */
export function rememberFolder(recents: readonly RecentFolder[], opened: RecentFolder): RecentFolder[] {
  return [opened, ...recents.filter(({ folder }) => folder !== opened.folder)].slice(0, mostRecents)
}

/** The list without the journal of this id. */
export function forgetFolder(recents: readonly RecentFolder[], id: string): RecentFolder[] {
  return recents.filter(({ folder }) => journalId(folder) !== id)
}

/** The folder of the journal with this id, or null. */
export function findFolder(recents: readonly RecentFolder[], id: string): RecentFolder | null {
  return recents.find(({ folder }) => journalId(folder) === id) ?? null
}
