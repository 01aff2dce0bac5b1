import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import type { EntryPath, Revision } from '../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../shared/entry/summarize.ts'
import type { IndexedEntry } from '../../shared/search/indexed-entry.ts'
import { createSearchIndex, type SearchIndex } from '../../shared/search/search-index.ts'
import type { GeneratedNote } from './generate-journal.ts'

/** A search engine under measure. */
export interface Engine {
  readonly name: string
  /** Takes seconds a query: measured in one round only. */
  readonly isSlow: boolean
  readonly buildMs: number
  /** Memory that the index holds when it is built, in MB. */
  readonly heapMb: number
  /** Paths, best first. */
  search(text: string): readonly string[]
  /** What takes a changed note in. */
  prepareUpdate(note: GeneratedNote): () => void
  /** Work that is done when there is time. */
  tidy?(): void
}

const hits = 10
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
    const start = performance.now()
    const entries = notes.slice(at, at + 512).map(toIndexedEntry)
    const parsed = performance.now()
    index.add(entries)
    merge(index, at + 512 >= notes.length)
    parseMs += parsed - start
    buildMs += performance.now() - parsed
  }
  return {
    name: 'Cairn',
    isSlow: false,
    index,
    buildMs,
    parseMs,
    heapMb: usedMb() - before,
    search: (text) => findPaths(index, text, () => null),
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
    search: (text) => findPaths(engine.index, text, (path) => texts.get(path) ?? null),
  }
}

function findPaths(index: SearchIndex, text: string, readText: (path: string) => string | null): string[] {
  const question = { number: 1, text, limitPerLane: hits, isFuzzy: true }
  return index
    .search(question, { readText, clock: () => performance.now(), today })
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

/** MiniSearch as its documentation advises: prefix, fuzzy 0.2, titles and authors boosted; all words, else any. */
export function buildMiniSearch(notes: readonly GeneratedNote[]): Engine {
  const documents = notes.map(({ path, title, author, text }) => ({ id: path, title, author, text }))
  const before = usedMb()
  const start = performance.now()
  const engine = new MiniSearch({
    fields: ['title', 'author', 'text'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3, author: 2 } },
  })
  engine.addAll(documents)
  const buildMs = performance.now() - start
  const heapMb = usedMb() - before
  return {
    name: 'MiniSearch',
    isSlow: false,
    buildMs,
    heapMb,
    search(text) {
      const all = engine.search(text, { combineWith: 'AND' })
      const found = all.length > 0 ? all : engine.search(text)
      return found.slice(0, hits).map(({ id }) => String(id))
    },
    prepareUpdate:
      ({ path, title, author, text }) =>
      () =>
        engine.replace({ id: path, title, author, text }),
  }
}

/** Fuse.js over titles, authors and whole texts. */
export function buildFuse(notes: readonly GeneratedNote[]): Engine {
  const before = usedMb()
  const start = performance.now()
  const engine = new Fuse([...notes], {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'author', weight: 2 },
      { name: 'text', weight: 1 },
    ],
    ignoreLocation: true,
    threshold: 0.4,
  })
  const buildMs = performance.now() - start
  return {
    name: 'Fuse.js over whole texts',
    isSlow: true,
    buildMs,
    heapMb: usedMb() - before,
    search: (text) => engine.search(text, { limit: hits }).map(({ item }) => item.path),
    prepareUpdate: (note) => () => {
      engine.remove(({ path }) => path === note.path)
      engine.add(note)
    },
  }
}

/** Memory in use after a collection, in MB: objects and typed arrays. */
function usedMb(): number {
  globalThis.gc?.()
  globalThis.gc?.()
  const { heapUsed, external } = process.memoryUsage()
  return (heapUsed + external) / 1e6
}
