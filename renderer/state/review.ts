import { createStore, type StoreApi } from 'zustand/vanilla'
import type { PlannedFile } from '../../shared/contract/replace.ts'
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

/** Changes that somebody proposes, to be looked through. */
export interface ReviewedPlan {
  /** What they do, as a heading: `One title for “Advice”`. */
  readonly title: string
  /** What is to be known of them; '' when nothing is. */
  readonly about: string
  /** What the button says: `Change`. */
  readonly verb: string
  readonly files: readonly PlannedFile[]
}

export interface ReviewState {
  /** Null while nothing is proposed. */
  readonly plan: ReviewedPlan | null
  readonly flipped: Flipped
  readonly folded: ReadonlySet<EntryPath>
  readonly isApplying: boolean
  /** Why nothing could be done at all, in a sentence. */
  readonly failure: string | null
}

/** What was made of a plan, and the token that takes it back. */
export interface ReviewOutcome {
  readonly title: string
  readonly report: ChangesReport
  readonly undo: string | null
}

export interface ReviewStore extends StoreApi<ReviewState> {
  propose(plan: ReviewedPlan): void
  close(): void
  choose(changes: readonly ChangeOf[], isChosen: boolean): void
  fold(path: EntryPath, isFolded: boolean): void
  /** Makes the chosen changes, all or none of each file; null when nothing could be asked. */
  apply(): Promise<ReviewOutcome | null>
}

const nothing: ReviewState = {
  plan: null,
  flipped: new Set(),
  folded: new Set(),
  isApplying: false,
  failure: null,
}

/**
 * Changes of many entries that are seen and chosen one by one before they are made.
 *
 * @param flushAll writes what is unsaved; gives what could not be written, or null
 */
export function createReviewStore(
  journalApi: Pick<JournalApi, 'applyEdits'>,
  flushAll: () => Promise<{ readonly path: EntryPath; readonly reason: string } | null>,
): ReviewStore {
  const store = createStore<ReviewState>(() => nothing)
  const stop = (failure: string): null => {
    store.setState({ isApplying: false, failure })
    return null
  }
  return {
    ...store,
    propose: (plan) => store.setState({ ...nothing, plan }),
    close: () => store.setState(nothing),
    choose(changes, isNowChosen) {
      store.setState({ flipped: flip(store.getState().flipped, changes, isNowChosen) })
    },
    fold: (path, isFolded) => store.setState({ folded: fold(store.getState().folded, path, isFolded) }),
    async apply() {
      const { plan, flipped, isApplying } = store.getState()
      if (plan === null || isApplying) return null
      const edits = chosenEdits(plan.files, flipped)
      if (edits.length === 0) return null
      store.setState({ isApplying: true, failure: null })
      const unsaved = await flushAll()
      if (unsaved !== null) return stop(describeUnsaved(unsaved))
      const answer = await journalApi.applyEdits({ edits })
      if (!answer.ok) return stop(answer.error.message)
      store.setState(nothing)
      return { title: plan.title, report: reportOf(answer.value, edits), undo: answer.value.undo }
    },
  }
}
