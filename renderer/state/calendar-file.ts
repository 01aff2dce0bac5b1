import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError, Outcome } from '../../shared/contract/errors.ts'
import type { KeptCalendarFile } from '../../shared/contract/requests.ts'
import type { JournalApi } from '../journal-api.ts'

export interface CalendarFileState {
  /** The file that is kept up to date for the open journal; null: none. */
  readonly file: KeptCalendarFile | null
  /** Why the last choice could not be followed. */
  readonly error: AppError | null
}

export interface CalendarFileStore extends StoreApi<CalendarFileState> {
  load(): Promise<void>
  /** See the request `changeCalendarFile`. */
  change(verb: 'choose' | 'retry' | 'stop'): Promise<void>
}

/** The calendar file that main keeps up to date: where it is, and whether it can be written. */
export function createCalendarFileStore(
  journalApi: Pick<JournalApi, 'getCalendarFile' | 'changeCalendarFile'>,
): CalendarFileStore {
  const store = createStore<CalendarFileState>(() => ({ file: null, error: null }))
  function take(answer: Outcome<KeptCalendarFile | null>): void {
    // What is kept stays kept when another place cannot be written.
    if (answer.ok) store.setState({ file: answer.value, error: null })
    else store.setState({ error: answer.error })
  }
  return {
    ...store,
    load: async () => take(await journalApi.getCalendarFile()),
    change: async (verb) => take(await journalApi.changeCalendarFile({ verb })),
  }
}
