import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AppError } from '../../shared/contract/errors.ts'
import {
  memoryNames,
  readMemory,
  type DateCorrection,
  type Memory,
  type MemoryName,
} from '../../shared/contract/journal-memory.ts'
import type { Revision } from '../../shared/entry/entry-path.ts'
import type { JournalApi } from '../journal-api.ts'

/** What is agreed on for the whole journal, and every entry of it is read with. */
export interface ReadingRules {
  readonly actionHeadings: readonly string[]
  readonly dateCorrections: readonly DateCorrection[]
}

type Contents = { readonly [N in MemoryName]: Memory<N> }

export interface JournalMemoryState extends Contents {
  /** Files that cannot be understood, in plain words: their defaults are in use, and they are not written. */
  readonly faults: readonly string[]
}

/** What the open journal remembers beside its texts, in files of its own. */
export interface JournalMemoryStore extends StoreApi<JournalMemoryState> {
  /** Reads the files: they may have been edited by hand, or have come from another device. */
  load(): Promise<void>
  /** Another journal: nothing of the one before is known any more. */
  clear(): void
  /**
   * Writes what `edit` makes of a file's content; again from what is there when somebody else wrote it meanwhile.
   *
   * @returns why it could not be written, or null
   */
  change<N extends MemoryName>(
    name: N,
    edit: (content: Memory<N>) => Partial<Memory<N>>,
  ): Promise<AppError | null>
}

/** How entries are read: the journal's own words for actions headings, where it has some, before the person's. */
export function toReadingRules(
  { settings, dates }: JournalMemoryState,
  usualHeadings: readonly string[],
): ReadingRules {
  return {
    actionHeadings: settings.actionHeadings ?? usualHeadings,
    dateCorrections: dates.corrections,
  }
}

interface Known {
  readonly content: Memory<MemoryName>
  readonly fault: string | null
  readonly revision: Revision | null
}

const mostAttempts = 3

/** Reads and writes the journal's memory. */
export function createJournalMemoryStore(journalApi: JournalApi): JournalMemoryStore {
  const store = createStore<JournalMemoryState>(() => empty)
  const known = new Map<MemoryName, Known>()
  /** Grows with every journal: what was asked of the one before is dropped. */
  let journalNumber = 0

  function show(name: MemoryName, now: Known): void {
    const before = known.get(name)
    known.set(name, now)
    if (before !== undefined && before.revision === now.revision) return
    const faults = memoryNames.flatMap((each) => known.get(each)?.fault ?? [])
    store.setState({ [name]: now.content, faults })
  }

  async function read(name: MemoryName): Promise<AppError | null> {
    const own = journalNumber
    const answer = await journalApi.readMemory({ name })
    if (!answer.ok) return answer.error
    if (own === journalNumber) show(name, answer.value as Known)
    return null
  }

  return {
    ...store,
    async load() {
      await Promise.all(memoryNames.map(read))
    },
    clear() {
      journalNumber += 1
      known.clear()
      store.setState(empty)
    },
    async change(name, edit) {
      const own = journalNumber
      let failure: AppError | null = null
      for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
        if (failure !== null || !known.has(name)) {
          const unread = await read(name)
          if (unread !== null) return unread
        }
        const now = known.get(name)
        if (own !== journalNumber || now === undefined) return null
        const patch = edit(now.content as Memory<typeof name>)
        const request = { name, patch, baseRevision: now.revision }
        const answer = await journalApi.changeMemory(request as Parameters<JournalApi['changeMemory']>[0])
        if (answer.ok) {
          if (own === journalNumber) show(name, answer.value as Known)
          return null
        }
        failure = answer.error
        if (failure.code !== 'conflict' && failure.code !== 'already-exists') return failure
      }
      return failure
    },
  }
}

const empty: JournalMemoryState = {
  settings: readMemory('settings', null).content,
  dates: readMemory('dates', null).content,
  people: readMemory('people', null).content,
  resources: readMemory('resources', null).content,
  faults: [],
}
