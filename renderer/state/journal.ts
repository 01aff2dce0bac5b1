import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError, Outcome } from '../../shared/contract/errors.ts'
import type { JournalInfo } from '../../shared/contract/requests.ts'
import type { Settings } from '../../shared/contract/settings.ts'
import type { JournalApi } from '../journal-api.ts'

export interface RecentJournal {
  readonly id: string
  readonly name: string
  readonly place: string
}

export interface JournalState {
  /** `starting` until the main process has answered for the first time; then a journal is open, or none is. */
  readonly phase: 'starting' | 'welcome' | 'open'
  readonly journal: JournalInfo | null
  /** False while the folder cannot be reached (a drive was taken out, a share is gone). */
  readonly isReachable: boolean
  readonly recents: readonly RecentJournal[]
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly version: string
  readonly hasWindowOverlay: boolean
  /** True while a folder is being opened. */
  readonly isOpening: boolean
  /** Why the last folder could not be opened. */
  readonly error: AppError | null
}

export interface JournalStore extends StoreApi<JournalState> {
  /** Asks for the start state and gives the settings in it, or null when main could not answer. */
  start(): Promise<Settings | null>
  choose(): Promise<void>
  openSample(): Promise<void>
  openRecent(id: string): Promise<void>
  forgetRecent(id: string): Promise<void>
  close(): Promise<void>
  forgetError(): void
  /** Stops listening to the main process. */
  dispose(): void
}

const initialState: JournalState = {
  phase: 'starting',
  journal: null,
  isReachable: true,
  recents: [],
  platform: 'linux',
  version: '',
  hasWindowOverlay: false,
  isOpening: false,
  error: null,
}

/** Which journal is open, and the ways to open another. */
export function createJournalStore(journalApi: JournalApi): JournalStore {
  const store = createStore<JournalState>(() => initialState)
  const undoOpened = journalApi.onJournalOpened((journal) =>
    store.setState({ phase: 'open', journal, isReachable: true, isOpening: false, error: null }),
  )
  const undoReachability = journalApi.onJournalReachabilityChanged(({ isReachable }) =>
    store.setState({ isReachable }),
  )

  async function refreshRecents(): Promise<void> {
    const answer = await journalApi.getStartState()
    if (answer.ok) store.setState({ recents: answer.value.recents })
  }

  /** One at a time: a second door while a folder is being opened does nothing. */
  async function open(ask: () => Promise<Outcome<JournalInfo | null>>): Promise<void> {
    if (store.getState().isOpening) return
    store.setState({ isOpening: true, error: null })
    const answer = await ask()
    store.setState({ isOpening: false })
    if (!answer.ok) store.setState({ error: answer.error })
    else if (answer.value) {
      store.setState({ phase: 'open', journal: answer.value, isReachable: true })
      await refreshRecents()
    }
  }

  return {
    ...store,
    async start() {
      const answer = await journalApi.getStartState()
      if (!answer.ok) {
        store.setState({ phase: 'welcome', error: answer.error })
        return null
      }
      const { journal, recents, settings, platform, version, hasWindowOverlay } = answer.value
      const phase = journal ? 'open' : 'welcome'
      store.setState({ phase, journal, recents, platform, version, hasWindowOverlay })
      return settings
    },
    choose: () => open(() => journalApi.chooseJournal()),
    openSample: () => open(() => journalApi.openSampleJournal()),
    openRecent: (id) => open(() => journalApi.openRecentJournal({ id })),
    async forgetRecent(id) {
      const answer = await journalApi.forgetRecentJournal({ id })
      if (answer.ok)
        store.setState({ recents: store.getState().recents.filter((recent) => recent.id !== id) })
    },
    async close() {
      const answer = await journalApi.closeJournal()
      if (!answer.ok) return store.setState({ error: answer.error })
      store.setState({ phase: 'welcome', journal: null })
      await refreshRecents()
    },
    forgetError: () => store.setState({ error: null }),
    dispose() {
      undoOpened()
      undoReachability()
    },
  }
}
