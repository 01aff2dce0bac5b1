import { processorMs } from './processor-time.ts'
import type { EntryPath, Revision } from '../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../shared/entry/summarize.ts'
import type { IndexedEntry } from '../../shared/search/indexed-entry.ts'
import { createSearchIndex, type SearchIndex } from '../../shared/search/search-index.ts'
import type { GeneratedNote } from './generate-journal.ts'
import { usedMb } from './used-memory.ts'

/** A search engine under measure. */
export interface Engine {
  readonly name: string
  /** Rounds that its times are taken in: few for slow ones. */
  readonly rounds: number
  /** Gets one query in this many: 1 gets all. */
  readonly step: number
  readonly buildMs: number
  /** Memory that the index holds when it is built, in MB. */
  readonly heapMb: number
  /** Paths, best first, as many as are looked at for the shares. */
  search(text: string): readonly string[]
  /** What is done for each key, where it is less. */
  press?(text: string): unknown
  /** What takes a changed note in. */
  prepareUpdate(note: GeneratedNote): () => void
  /** Work that is done when there is time. */
  tidy?(): void
}

/** Hits asked of every engine. */
export const hits = 10
/** Hits that the palette asks of each lane for a key. */
const perLane = 3
const today = '2026-11-24'

export interface CairnEngine extends Engine {
  readonly index: SearchIndex
  /** Time for parsing the notes, which a peer that takes plain text does not do. */
  readonly parseMs: number
}

/** Builds Cairn's index as the worker does: in segments, joined as they come. */
export function buildCairn(notes: readonly GeneratedNote[]): CairnEngine {
  // What the parser keeps once and for all is no part of the index.
  notes.slice(0, 50).forEach(toIndexedEntry)
  const before = usedMb()
  const index = createSearchIndex()
  let buildMs = 0
  let parseMs = 0
  for (let at = 0; at < notes.length; at += 512) {
    const start = processorMs()
    const entries = notes.slice(at, at + 512).map(toIndexedEntry)
    const parsed = processorMs()
    index.add(entries)
    merge(index, at + 512 >= notes.length)
    parseMs += parsed - start
    buildMs += processorMs() - parsed
  }
  return {
    name: 'Cairn',
    rounds: 3,
    step: 1,
    index,
    buildMs,
    parseMs,
    heapMb: usedMb() - before,
    search: (text) => findPaths(index, text, () => null, hits),
    press: (text) => findPaths(index, text, () => null, perLane),
    prepareUpdate(note) {
      const entry = toIndexedEntry(note)
      return () => index.add([entry])
    },
    tidy: () => merge(index, false),
  }
}

/** The same index, asked as the palette asks it: passages are cut out of the texts of the hits. */
export function withPassages(engine: CairnEngine, notes: readonly GeneratedNote[]): Engine {
  const texts = new Map(notes.map((note) => [note.path, note.text]))
  return {
    ...engine,
    name: 'Cairn, with passages',
    press: (text) => findPaths(engine.index, text, (path) => texts.get(path) ?? null, perLane),
  }
}

function findPaths(
  index: SearchIndex,
  text: string,
  readText: (path: string) => string | null,
  limitPerLane: number,
): string[] {
  const question = { number: 1, text, limitPerLane, isFuzzy: true }
  return index
    .search(question, { readText, clock: () => 0, today })
    .hits.filter(({ lane }) => lane === 'entries' || lane === 'drafts' || lane === 'pages')
    .sort((left, right) => right.score - left.score)
    .slice(0, hits)
    .map(({ path }) => path)
}

export function toIndexedEntry(note: GeneratedNote): IndexedEntry {
  const summary = summarizeEntry({
    path: note.path as EntryPath,
    text: note.text,
    revision: '' as Revision,
    actionHeadings: ['actions'],
  })
  return { text: note.text, summary, size: note.text.length, modifiedMs: 0, isNameOnly: false }
}

function merge(index: SearchIndex, isThorough: boolean): void {
  for (
    let steps = index.startMerge(isThorough);
    steps !== null;
    steps = isThorough ? null : index.startMerge(false)
  ) {
    while (steps.next().done !== true);
  }
}
