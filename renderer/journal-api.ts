import type { JournalApi } from '../shared/contract/journal-api.ts'

declare global {
  interface Window {
    /** Put there by the preload. */
    readonly cairn?: JournalApi
  }
}

export type { JournalApi }

/**
 * The window's one door to the journal: what the preload has put on the page.
 *
 * Throws when there is none, which is a bug of the build: the page only ever runs inside the app.
 */
export function connectJournalApi(): JournalApi {
  if (!window.cairn) throw new Error('The page was opened without its preload.')
  return window.cairn
}
