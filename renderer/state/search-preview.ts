import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../shared/contract/errors.ts'
import type { MarkAnswer } from '../../shared/contract/search.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { JournalApi } from '../journal-api.ts'

/** What is to be seen beside the list. */
export interface PreviewTarget {
  readonly path: EntryPath
  /** The query whose hits are marked; '' marks nothing. */
  readonly query: string
  /** Place of the row's own hit in the entry's text, UTF-16 code units; null: the first hit, else the top. */
  readonly from: number | null
}

export interface PreviewedEntry extends PreviewTarget {
  readonly text: string
  /** Every hit, rising: half-open ranges in `text`, UTF-16 code units. */
  readonly ranges: readonly (readonly [number, number])[]
  /** The hit that is stood on, in `ranges`; -1 when `from` is no hit, or there is none. */
  readonly at: number
}

export interface PreviewState {
  /** Stays until the next one is there, so that moving through the list does not flicker. */
  readonly entry: PreviewedEntry | null
  readonly error: AppError | null
}

export interface PreviewStore extends StoreApi<PreviewState> {
  /** Shows another place; asks for nothing that is here already. null: nothing is chosen. */
  show(target: PreviewTarget | null): void
  /** To the next hit of the entry or the one before, round the ends. */
  step(by: 1 | -1): void
  /** Forgets the texts: the palette is closed. */
  clear(): void
}

/** Entries whose text is kept while the palette is open: a walk up and down the list reads each once. */
const keptTexts = 24

/**
 * The text of the chosen row's entry with every hit in it.
 *
 * One entry is asked for at a time and the newest waits, so that a held arrow key asks for what it stops on and not
 * for all it passed; an answer that nobody waits for any more is dropped.
 */
export function createPreviewStore(journalApi: JournalApi, isFuzzy: () => boolean): PreviewStore {
  const store = createStore<PreviewState>(() => ({ entry: null, error: null }))
  const texts = new Map<EntryPath, string>()
  let wanted: PreviewTarget | null = null
  let isAsking = false

  async function follow(): Promise<void> {
    if (isAsking) return
    isAsking = true
    for (let asked: PreviewTarget | null = null; wanted !== null && wanted !== asked;) {
      asked = wanted
      const loaded = await load(asked)
      if (wanted === asked) store.setState(loaded)
    }
    isAsking = false
  }

  async function load(target: PreviewTarget): Promise<PreviewState> {
    const [kept, marks] = await Promise.all([readText(target.path), readMarks(target)])
    // The file changed since its text was kept: places in the new one would mark the wrong words of the old.
    const isOld = typeof kept === 'string' && marks !== null && marks.textLength !== kept.length
    if (isOld) texts.delete(target.path)
    const text = isOld ? await readText(target.path) : kept
    if (typeof text !== 'string') return { entry: null, error: text.error }
    const ranges = marks?.textLength === text.length ? marks.ranges : []
    return { entry: { ...target, text, ranges, at: findHit(ranges, target.from) }, error: null }
  }

  async function readMarks({ path, query }: PreviewTarget): Promise<MarkAnswer | null> {
    if (query === '') return null
    const marks = await journalApi.markEntry({ path, text: query, isFuzzy: isFuzzy() })
    return marks.ok ? marks.value : null
  }

  async function readText(path: EntryPath): Promise<string | { readonly error: AppError }> {
    const known = texts.get(path)
    if (known !== undefined) return known
    const opened = await journalApi.readEntry({ path })
    if (!opened.ok) return { error: opened.error }
    const [oldest] = texts.keys()
    if (texts.size >= keptTexts && oldest !== undefined) texts.delete(oldest)
    texts.set(path, opened.value.text)
    return opened.value.text
  }

  return {
    ...store,
    show(target) {
      if (isSameTarget(target, wanted)) return
      const { entry } = store.getState()
      wanted = target
      if (target === null) store.setState({ entry: null, error: null })
      else if (entry?.path === target.path && entry.query === target.query) {
        store.setState({ entry: { ...entry, ...target, at: findHit(entry.ranges, target.from) } })
      } else void follow()
    },
    step(by) {
      const { entry } = store.getState()
      const count = entry?.ranges.length ?? 0
      if (entry === null || count === 0) return
      const from = entry.at < 0 && by < 0 ? count : entry.at
      store.setState({ entry: { ...entry, at: (from + by + count) % count } })
    },
    clear() {
      wanted = null
      texts.clear()
      store.setState({ entry: null, error: null })
    },
  }
}

function isSameTarget(one: PreviewTarget | null, other: PreviewTarget | null): boolean {
  return one?.path === other?.path && one?.query === other?.query && one?.from === other?.from
}

/** The hit at a place, or the next one behind it on the way down; -1 without hits. */
function findHit(ranges: PreviewedEntry['ranges'], from: number | null): number {
  if (from === null) return ranges.length > 0 ? 0 : -1
  return ranges.findIndex(([, to]) => to > from)
}
