import type { MarkedText, SearchAnswer, SearchQuestion } from '../../../../shared/contract/search.ts'
import type { EntryPath, Revision } from '../../../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../../../shared/entry/summarize.ts'
import type { IndexedEntry } from '../../../../shared/search/indexed-entry.ts'
import { createSearchIndex, type SearchIndex } from '../../../../shared/search/search-index.ts'

/** The day on which the fixture is asked. */
export const today = '2026-11-24'

interface AskOptions extends Pick<SearchQuestion, 'lane' | 'from'> {
  readonly isFuzzy?: boolean
  readonly limit?: number
}

/** An index over texts by path, and a way to ask it. */
export interface SearchFixture {
  readonly index: SearchIndex
  readonly texts: Map<string, string>
  put(texts: Readonly<Record<string, string>>): void
  ask(text: string, options?: AskOptions): SearchAnswer
  /** Paths of the hits in the lanes of entries, best first. */
  paths(text: string): string[]
  /** Hits in an entry, as `[words]` in its text. */
  marked(path: string, text: string): string
  merge(isThorough?: boolean): void
}

export function toIndexedEntry(path: string, text: string): IndexedEntry {
  const summary = summarizeEntry({
    path: path as EntryPath,
    text,
    revision: '' as Revision,
    actionHeadings: ['actions', 'next steps'],
  })
  return { text, summary, size: text.length, modifiedMs: 1, isNameOnly: false }
}

export function createSearchFixture(texts: Readonly<Record<string, string>> = {}): SearchFixture {
  const index = createSearchIndex()
  const kept = new Map<string, string>()
  const surroundings = { readText: (path: string) => kept.get(path) ?? null, clock: () => 0, today }
  const fixture: SearchFixture = {
    index,
    texts: kept,
    put(changed) {
      for (const [path, text] of Object.entries(changed)) kept.set(path, text)
      index.add(Object.entries(changed).map(([path, text]) => toIndexedEntry(path, text)))
    },
    ask: (text, options) =>
      index.search(
        {
          number: 1,
          text,
          limitPerLane: options?.limit ?? 10,
          isFuzzy: options?.isFuzzy ?? true,
          lane: options?.lane,
          from: options?.from,
        },
        surroundings,
      ),
    paths: (text) =>
      fixture
        .ask(text)
        .hits.filter(({ lane }) => lane === 'entries' || lane === 'drafts' || lane === 'pages')
        .sort((left, right) => right.score - left.score)
        .map(({ path }) => path),
    marked(path, text) {
      const { ranges } = index.markEntry({ path: path as EntryPath, text, isFuzzy: true }, surroundings)
      return showMarks({ text: kept.get(path) ?? '', marks: ranges })
    },
    merge(isThorough = true) {
      const steps = index.startMerge(isThorough)
      while (steps !== null && steps.next().done !== true);
    },
  }
  fixture.put(texts)
  return fixture
}

/** `[words]` where a text is marked. */
export function showMarks(marked: MarkedText | undefined): string {
  if (marked === undefined) return ''
  let shown = ''
  let at = 0
  for (const [from, to] of marked.marks) {
    shown += `${marked.text.slice(at, from)}[${marked.text.slice(from, to)}]`
    at = to
  }
  return shown + marked.text.slice(at)
}
