import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppliedEdits, EntryEditInput } from '../../shared/contract/edits.ts'
import type { Outcome } from '../../shared/contract/errors.ts'
import type {
  PlannedChange,
  PlannedFile,
  ReplacePlan,
  ReplaceQuestion,
} from '../../shared/contract/replace.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { JournalApi } from '../journal-api.ts'

/** What the fields of the dialog hold. */
export type ReplaceWish = Omit<ReplaceQuestion, 'number'>

export interface ReplaceState {
  readonly isOpen: boolean
  readonly wish: ReplaceWish
  /** The newest plan; null while nothing is looked for, or nothing has been found yet. */
  readonly plan: ReplacePlan | null
  readonly isLooking: boolean
  readonly isApplying: boolean
  /** Changes whose choice differs from the proposal: all that is not doubtful is chosen. */
  readonly flipped: ReadonlySet<string>
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

/** What came of it: entries that were written, and the others with the reason. */
export interface ReplaceReport {
  readonly entries: number
  readonly places: number
  readonly refused: readonly { readonly path: EntryPath; readonly failure: string }[]
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
  apply(): Promise<ReplaceReport | null>
  /** Takes the last replacement back where nobody has written since; the same again does it once more. */
  undo(): Promise<Outcome<ReplaceReport>>
  /** Another journal: nothing of this one can be taken back. */
  clear(): void
}

export interface ChangeOf {
  readonly path: EntryPath
  readonly change: PlannedChange
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

export function changeId({ path, change }: ChangeOf): string {
  return `${change.from} ${path}`
}

/** Doubtful changes are for the user to choose, all others to take out. */
export function isChosen(flipped: ReplaceState['flipped'], of: ChangeOf): boolean {
  return (of.change.doubt === null) !== flipped.has(changeId(of))
}

/** The changes of a file as `choose` takes them. */
export function changesOf({ path, changes }: PlannedFile): ChangeOf[] {
  return changes.map((change) => ({ path, change }))
}

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

  function report(applied: AppliedEdits, places: ReadonlyMap<EntryPath, number>): ReplaceReport {
    const { results, undo } = applied
    const refused = results.flatMap(({ path, failure }) => (failure === null ? [] : [{ path, failure }]))
    const written = results.filter(({ failure }) => failure === null)
    store.setState({ done: undo === null ? null : { undo, entries: written.length } })
    return {
      entries: written.length,
      places: written.reduce((sum, { path }) => sum + (places.get(path) ?? 0), 0),
      refused,
    }
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
      const flipped = new Set(store.getState().flipped)
      for (const of of changes) {
        if ((of.change.doubt === null) === isNowChosen) flipped.delete(changeId(of))
        else flipped.add(changeId(of))
      }
      store.setState({ flipped })
    },
    fold(path, isFolded) {
      const folded = new Set(store.getState().folded)
      if (isFolded) folded.add(path)
      else folded.delete(path)
      store.setState({ folded })
    },
    async apply() {
      const { plan, flipped, isLooking, isApplying } = store.getState()
      if (plan === null || isLooking || isApplying) return null
      const edits = plan.files.flatMap((file) => toEdit(file, flipped))
      store.setState({ isApplying: true, failure: null })
      const unsaved = await flushAll()
      if (unsaved !== null) {
        store.setState({ isApplying: false, failure: `An open entry cannot be saved: ${unsaved.reason}` })
        return null
      }
      const answer = await journalApi.applyEdits({ edits })
      store.setState({ isApplying: false })
      if (!answer.ok) {
        store.setState({ failure: answer.error.message })
        return null
      }
      return report(answer.value, new Map(edits.map(({ path, splices }) => [path, splices.length])))
    },
    async undo() {
      const { done } = store.getState()
      if (done === null)
        return { ok: false, error: { code: 'not-found', message: 'There is nothing to take back.' } }
      await flushAll()
      const answer = await journalApi.undoEdits({ undo: done.undo })
      if (answer.ok) return { ok: true, value: report(answer.value, new Map()) }
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

type FileEdit = EntryEditInput & { readonly path: EntryPath }

function toEdit(file: PlannedFile, flipped: ReplaceState['flipped']): FileEdit[] {
  const chosen = changesOf(file).filter((of) => isChosen(flipped, of))
  if (chosen.length === 0) return []
  const splices = chosen.map(({ change: { from, to, text } }) => ({ from, to, text }))
  return [{ path: file.path, revision: file.revision, splices }]
}
