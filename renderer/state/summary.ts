import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ResourceUseElsewhere } from '../../shared/contract/requests.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { JournalApi } from '../journal-api.ts'
import type { OpenEntryStore, PaneName } from './open-entry.ts'
import {
  readEntry,
  type ActionDue,
  type EntryReader,
  type EntryReading,
  type ShownSummary,
} from './read-entry.ts'
import type { WorkingCopy } from './working-copy.ts'

export interface SummaryState {
  /** Of the open entry's text as it was read last; null before the first. */
  readonly summary: ShownSummary | null
  /** The text is so long that the summary is of its beginning alone. */
  readonly isOfBeginning: boolean
  /** The title as front matter gives it; null when it comes from a heading or the file name. */
  readonly ownTitle: string | null
  /** The dates in the words of actions, by item number. */
  readonly dues: ReadonlyMap<number, ActionDue>
  readonly changedLines: number
  /** All uses in the journal, by the key of the resource; of those that are shown. */
  readonly uses: ReadonlyMap<string, readonly ResourceUseElsewhere[]>
}

export interface SummaryStore extends StoreApi<SummaryState> {
  /** The user typed: the summary follows when there is a pause. */
  noteEdited(): void
  /** Reads the editor and makes the summary now. */
  refresh(): void
  /** So many resources are shown, from the first: how often each is used is asked for them. */
  showUsesOf(count: number): void
  /** The same text means something else: other words make a heading an actions heading. */
  makeAnew(): void
  dispose(): void
}

/** Reads on another thread; null when that failed. */
export type ReadAside = (path: EntryPath, text: string, openedText: string) => Promise<EntryReading | null>

interface LongText {
  readonly path: EntryPath
  readonly text: string
  readonly openedText: string
  readonly isOfBeginning: boolean
}

const empty: SummaryState = {
  summary: null,
  isOfBeginning: false,
  ownTitle: null,
  dues: new Map(),
  changedLines: 0,
  uses: new Map(),
}

/** A pause in typing that is worth a look, in ms; shorter than the one before a save, so that the panel is not behind it. */
const pauseMs = 250
/** Above this (UTF-16 code units) a text is read on another thread: parsing it would hold up the next key. */
const largestAtOnce = 50_000
/** Above this (UTF-16 code units) the summary is made at saves only. */
const largestLive = 200_000
/**
 * Of a longer text (UTF-16 code units) only the beginning is summarised: parsing a file of 20 MB took twenty seconds,
 * and its 170,000 boxes in the sidebar held up the window for minutes. As much as is shown as rich text at most.
 */
const largestWhole = 1_000_000
const beginningLength = 200_000
/** The main process takes this many keys at once. */
const mostKeys = 2000
/** As many as are drawn at first: all the uses of an entry with a thousand links would be fetched again at each save. */
const fewestUses = 100

/**
 * Summary of the entry in one pane, made in the window from the working copy's text: at load, after a pause, after
 * each save, never per key.
 */
export function createSummaryStore(
  journalApi: JournalApi,
  openEntry: OpenEntryStore,
  pane: PaneName,
  reader: EntryReader,
  readAside: ReadAside | null = null,
): SummaryStore {
  const store = createStore<SummaryState>(() => empty)
  let copy: WorkingCopy | null = null
  let madeOf: { readonly text: string; readonly path: EntryPath } | null = null
  let undoCopy = (): void => undefined
  let pause: ReturnType<typeof setTimeout> | undefined
  let usesNumber = 0
  let usesShown = fewestUses
  let shownKeys = ''

  function make(): void {
    if (!copy) return
    const { path, knownText, openedText } = copy.getState()
    if (madeOf?.text === knownText && madeOf.path === path) return
    madeOf = { text: knownText, path }
    const isOfBeginning = knownText.length > largestWhole
    const text = isOfBeginning ? beginningOf(knownText) : knownText
    if (readAside !== null && text.length > largestAtOnce) {
      void makeAside(readAside, { path, text, openedText, isOfBeginning })
      return
    }
    show({ ...readEntry(reader, path, text, openedText), isOfBeginning })
  }

  async function makeAside(
    read: ReadAside,
    { path, text, openedText, isOfBeginning }: LongText,
  ): Promise<void> {
    const asked = madeOf
    const reading = await read(path, text, openedText)
    // Scenario: typed on, or gone to another entry, while a long text was read. What is newer is on its way.
    if (asked !== madeOf) return
    show({ ...(reading ?? readEntry(reader, path, text, openedText)), isOfBeginning })
  }

  function show(made: EntryReading & { readonly isOfBeginning: boolean }): void {
    store.setState(made)
    askUsesOfOthers()
  }

  /** Asks when other resources are shown than those that were asked for last. */
  function askUsesOfOthers(): void {
    if (keysToAsk().toSorted().join('\n') !== shownKeys) void askUses()
  }

  function keysToAsk(): string[] {
    const resources = store.getState().summary?.resources ?? []
    return [...new Set(resources.map((use) => use.key))].slice(0, usesShown)
  }

  async function askUses(): Promise<void> {
    const keys = keysToAsk()
    shownKeys = keys.toSorted().join('\n')
    usesNumber += 1
    const number = usesNumber
    if (keys.length === 0) return store.setState({ uses: new Map() })
    const answer = await journalApi.findResourceUses({ keys })
    if (answer.ok && number === usesNumber) store.setState({ uses: new Map(Object.entries(answer.value)) })
  }

  function follow(next: WorkingCopy | null): void {
    if (next === copy) return
    clearTimeout(pause)
    undoCopy()
    copy = next
    madeOf = null
    shownKeys = ''
    usesShown = fewestUses
    usesNumber += 1
    store.setState(empty)
    if (!next) return
    undoCopy = next.subscribe((now, before) => {
      if (now.knownText !== before.knownText || now.path !== before.path) make()
    })
    // A long text is on the screen before it is summarised.
    if (next.getState().knownText.length > largestLive) pause = setTimeout(make, pauseMs)
    else make()
  }

  const undos = [
    openEntry.subscribe((state) => follow(state.panes.find(({ name }) => name === pane)?.copy ?? null)),
    journalApi.onIndexProgressed(({ isDone }) => (isDone ? void askUses() : undefined)),
    // Own saves come back as cards: another entry may use the same page now.
    journalApi.onCardsRead(({ cards }) => (cards.length === 1 ? void askUses() : undefined)),
  ]

  return {
    ...store,
    noteEdited() {
      clearTimeout(pause)
      if (!copy || copy.getState().knownText.length > largestLive) return
      pause = setTimeout(() => void copy?.readAside(), pauseMs)
    },
    refresh: () => void copy?.readText(),
    showUsesOf(count) {
      usesShown = Math.min(mostKeys, Math.max(usesShown, count))
      askUsesOfOthers()
    },
    makeAnew() {
      madeOf = null
      make()
    },
    dispose() {
      clearTimeout(pause)
      undoCopy()
      undos.forEach((undo) => undo())
    },
  }
}

/** Whole blocks where a blank line is near: half a block would be counted as another. */
function beginningOf(text: string): string {
  const blankLine = text.lastIndexOf('\n\n', beginningLength)
  return text.slice(0, blankLine > beginningLength / 2 ? blankLine + 1 : beginningLength)
}
