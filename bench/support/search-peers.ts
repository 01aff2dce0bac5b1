import { processorMs } from './processor-time.ts'
import { create, insertMultiple, remove, insert, search as searchOrama } from '@orama/orama'
import uFuzzy from '@leeoniya/ufuzzy'
import { Document } from 'flexsearch'
import Fuse from 'fuse.js'
import MiniSearch from 'minisearch'
import type { GeneratedNote } from './generate-journal.ts'
import { hits, type Engine } from './search-engines.ts'
import { usedMb } from './used-memory.ts'

/** MiniSearch as its documentation advises: prefix, fuzzy 0.2, titles and authors boosted; all words, else any. */
export function buildMiniSearch(notes: readonly GeneratedNote[]): Engine {
  const documents = notes.map(({ path, title, author, text }) => ({ id: path, title, author, text }))
  const before = usedMb()
  const start = processorMs()
  const engine = new MiniSearch({
    fields: ['title', 'author', 'text'],
    searchOptions: { prefix: true, fuzzy: 0.2, boost: { title: 3, author: 2 } },
  })
  engine.addAll(documents)
  const buildMs = processorMs() - start
  const heapMb = usedMb() - before
  return {
    name: 'MiniSearch',
    rounds: 3,
    step: 1,
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
  const start = processorMs()
  const engine = new Fuse([...notes], {
    keys: [
      { name: 'title', weight: 3 },
      { name: 'author', weight: 2 },
      { name: 'text', weight: 1 },
    ],
    ignoreLocation: true,
    threshold: 0.4,
  })
  const buildMs = processorMs() - start
  return {
    name: 'Fuse.js over whole texts',
    rounds: 1,
    step: 4,
    buildMs,
    heapMb: usedMb() - before,
    search: (text) => engine.search(text, { limit: hits }).map(({ item }) => item.path),
    prepareUpdate: (note) => () => {
      engine.remove(({ path }) => path === note.path)
      engine.add(note)
    },
  }
}

/** FlexSearch: beginnings of words, letters that sound alike as one, titles before authors before texts. */
export function buildFlexSearch(notes: readonly GeneratedNote[]): Engine {
  const before = usedMb()
  const start = processorMs()
  const engine = new Document<{ id: string; title: string; author: string; text: string }>({
    tokenize: 'forward',
    encoder: 'LatinBalance',
    document: { id: 'id', index: ['title', 'author', 'text'] },
  })
  for (const note of notes) engine.add(toDocument(note))
  const buildMs = processorMs() - start
  return {
    name: 'FlexSearch',
    rounds: 1,
    step: 1,
    buildMs,
    heapMb: usedMb() - before,
    search(text) {
      const found = engine.search(withoutQuotes(text), { limit: hits, suggest: true })
      return Array.from(new Set(found.flatMap(({ result }) => result.map(String)))).slice(0, hits)
    },
    prepareUpdate: (note) => () => void engine.update(toDocument(note)),
  }
}

/** Orama: one typo a word, titles and authors boosted. */
export function buildOrama(notes: readonly GeneratedNote[]): Engine {
  const before = usedMb()
  const start = processorMs()
  const engine = create({ schema: { title: 'string', author: 'string', text: 'string' } as const })
  void insertMultiple(engine, notes.map(toDocument), notes.length)
  const buildMs = processorMs() - start
  return {
    name: 'Orama',
    rounds: 1,
    step: 1,
    buildMs,
    heapMb: usedMb() - before,
    search(text) {
      const found = searchOrama(engine, {
        term: withoutQuotes(text),
        tolerance: 1,
        boost: { title: 3, author: 2 },
        limit: hits,
      })
      if (found instanceof Promise) throw new Error('Orama answers later than it is asked')
      return found.hits.map(({ id }) => id)
    },
    prepareUpdate: (note) => () => {
      void remove(engine, note.path)
      void insert(engine, toDocument(note))
    },
  }
}

/** uFuzzy: one typo a word, words in any order; over names, or over everything as one line a note. */
export function buildUFuzzy(notes: readonly GeneratedNote[], covers: 'names' | 'everything'): Engine {
  const before = usedMb()
  const start = processorMs()
  const lineOf = ({ title, author, text }: GeneratedNote): string =>
    covers === 'names' ? `${title} ${author}` : `${title} ${author} ${text.replace(/\s+/g, ' ')}`
  const lines = notes.map(lineOf)
  const engine = new uFuzzy({ intraMode: 1, unicode: true, interSplit: '[^\\p{L}\\d]+' })
  const buildMs = processorMs() - start
  return {
    name: `uFuzzy over ${covers}`,
    rounds: 1,
    step: covers === 'names' ? 1 : 4,
    buildMs,
    heapMb: usedMb() - before,
    search(text) {
      const [places, info, order] = engine.search(lines, withoutQuotes(text), 1)
      if (places === null) return []
      const best = info === null || order === null ? places : order.map((at) => info.idx[at] ?? 0)
      return best.slice(0, hits).map((place) => notes[place]?.path ?? '')
    },
    prepareUpdate: (note) => () => {
      lines[notes.findIndex(({ path }) => path === note.path)] = lineOf(note)
    },
  }
}

function toDocument({ path, title, author, text }: GeneratedNote) {
  return { id: path, title, author, text }
}

/** Phrases are words to engines that know none. */
function withoutQuotes(text: string): string {
  return text.replaceAll('"', '')
}
