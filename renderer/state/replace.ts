import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppliedEdits } from '../../shared/contract/edits.ts'
import { fail, succeed, type Outcome } from '../../shared/contract/errors.ts'
import type { ReplacePlan, ReplaceQuestion } from '../../shared/contract/replace.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { JournalApi } from '../journal-api.ts'
import {
  chosenEdits,
  describeUnsaved,
  flip,
  fold,
  reportOf,
  type ChangeOf,
  type ChangesReport,
  type Flipped,
} from './planned-changes.ts'

/** What the fields of the dialog hold. */
export type ReplaceWish = Omit<ReplaceQuestion, 'number'>

export interface ReplaceState {
  readonly isOpen: boolean
  readonly wish: ReplaceWish
  /** The newest plan; null while nothing is looked for, or nothing has been found yet. */
  readonly plan: ReplacePlan | null
  readonly isLooking: boolean
  readonly isApplying: boolean
  readonly flipped: Flipped
  readonly folded: ReadonlySet<EntryPath>
  /** Why nothing could be done at all, in a sentence. */
  readonly failure: string | null
  /** What was replaced last and can be taken back. */
  readonly done: ReplaceDone | null
}

export interface ReplaceDone {
  readonly undo: string
  readonly entries: number
}

export interface ReplaceStore extends StoreApi<ReplaceState> {
  /** What is unsaved is written first: plans are made for files. */
  open(wish: Partial<ReplaceWish>): Promise<void>
  close(): void
  change(wish: Partial<ReplaceWish>): void
  /** Chooses changes, or takes them out. */
  choose(changes: readonly ChangeOf[], isChosen: boolean): void
  fold(path: EntryPath, isFolded: boolean): void
  /** Makes the chosen changes; null when nothing could be asked. */
  apply(): Promise<ChangesReport | null>
  /** Takes the last replacement back where nobody has written since; the same again does it once more. */
  undo(): Promise<Outcome<ChangesReport>>
  /** Another journal: nothing of this one can be taken back. */
  clear(): void
}

const emptyWish: ReplaceWish = {
  find: '',
  replacement: '',
  isExpression: false,
  isCaseKept: false,
  isWholeWord: false,
  scope: '',
}

/** A pause in typing after which the journal is looked through, ms. */
const pauseMs = 150

/**
 * Search and replace across entries: what is asked, what would change, what was chosen of it.
 *
 * @param flushAll writes what is unsaved; gives what could not be written, or null
 */
export function createReplaceStore(
  journalApi: JournalApi,
  flushAll: () => Promise<{ readonly path: EntryPath; readonly reason: string } | null>,
): ReplaceStore {
  const nothing: ReplaceState = {
    isOpen: false,
    wish: emptyWish,
    plan: null,
    isLooking: false,
    isApplying: false,
    flipped: new Set(),
    folded: new Set(),
    failure: null,
    done: null,
  }
  const store = createStore<ReplaceState>(() => nothing)
  let latestNumber = 0
  let timer: ReturnType<typeof setTimeout> | undefined

  function lookSoon(): void {
    clearTimeout(timer)
    latestNumber += 1
    const { find } = store.getState().wish
    store.setState({ isLooking: find !== '' })
    if (find === '') store.setState({ plan: null })
    else timer = setTimeout(() => void look(), pauseMs)
  }

  async function look(): Promise<void> {
    latestNumber += 1
    const number = latestNumber
    const answer = await journalApi.planReplacements({ number, ...store.getState().wish })
    if (number !== latestNumber) return
    if (!answer.ok) return store.setState({ plan: null, isLooking: false, failure: answer.error.message })
    const fresh = { flipped: new Set<string>(), folded: new Set<EntryPath>() }
    store.setState({ plan: answer.value, isLooking: false, failure: null, ...fresh })
  }

  function report(applied: AppliedEdits, edits: ReturnType<typeof chosenEdits>): ChangesReport {
    const told = reportOf(applied, edits)
    store.setState({ done: applied.undo === null ? null : { undo: applied.undo, entries: told.entries } })
    return told
  }

  return {
    ...store,
    async open(wish) {
      store.setState({ isOpen: true, wish: { ...store.getState().wish, ...wish }, plan: null, failure: null })
      await flushAll()
      lookSoon()
    },
    close() {
      clearTimeout(timer)
      latestNumber += 1
      store.setState({ isOpen: false, plan: null, isLooking: false })
    },
    change(wish) {
      store.setState({ wish: { ...store.getState().wish, ...wish }, failure: null })
      lookSoon()
    },
    choose(changes, isNowChosen) {
      store.setState({ flipped: flip(store.getState().flipped, changes, isNowChosen) })
    },
    fold: (path, isFolded) => store.setState({ folded: fold(store.getState().folded, path, isFolded) }),
    async apply() {
      const { plan, flipped, isLooking, isApplying } = store.getState()
      if (plan === null || isLooking || isApplying) return null
      const edits = chosenEdits(plan.files, flipped)
      store.setState({ isApplying: true, failure: null })
      const unsaved = await flushAll()
      if (unsaved !== null) {
        store.setState({ isApplying: false, failure: describeUnsaved(unsaved) })
        return null
      }
      const answer = await journalApi.applyEdits({ edits })
      store.setState({ isApplying: false })
      if (!answer.ok) {
        store.setState({ failure: answer.error.message })
        return null
      }
      return report(answer.value, edits)
    },
    async undo() {
      const { done } = store.getState()
      if (done === null) return fail('not-found', 'There is nothing to take back.')
      await flushAll()
      const answer = await journalApi.undoEdits({ undo: done.undo })
      if (answer.ok) return succeed(report(answer.value, []))
      store.setState({ done: null })
      return answer
    },
    clear() {
      clearTimeout(timer)
      latestNumber += 1
      store.setState(nothing)
    },
  }
}
