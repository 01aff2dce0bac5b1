import type { JournalIndexer } from '../../journal/index/journal-indexer.ts'
import { succeed } from '../../shared/contract/errors.ts'
import type { Lane, SearchAnswer, SearchHit, SearchQuestion } from '../../shared/contract/search.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { createFileLines } from '../file-lines.ts'
import { openIndex } from '../open-index.ts'
import { paintMarks, type Paint } from '../paint.ts'
import { defineVerb } from '../verb.ts'

/** One answer to the query. `line` counts from 1; `ranges` are half-open, UTF-16 code units of their passage. */
export interface FoundItem {
  readonly kind: string
  readonly title: string
  readonly path: string
  readonly line: number
  /** Where it matched, and how a word was understood when it was not found as typed. */
  readonly why: string
  /** Best first; above 1 when all words were found as typed. */
  readonly score: number
  readonly passages: readonly {
    readonly text: string
    readonly ranges: readonly (readonly [number, number])[]
  }[]
}

export const searchVerb = defineVerb({
  name: 'search',
  takes: ['query'],
  about:
    'Finds entries, headings, links and actions, best first, as the app does: typos are forgiven, and filters such\n' +
    'as tag:, by:, is:open and before: work. A query of several words needs no quotes around all of it.',
  options: {
    limit: { type: 'count', shown: 'N', least: 1, usual: 20, about: 'show the best N (20), at most 200' },
    exact: { type: 'flag', about: 'forgive no typos' },
  },
  async run({ folder, args: [text = ''], options, cacheFolder, showProgress }) {
    const indexer = await openIndex({ folder, cacheFolder, showProgress, isFresh: false })
    await indexer.readDocuments()
    const limit = Math.min(options.limit, 200)
    const answer = searchAll(indexer, { number: 1, text, limitPerLane: limit, isFuzzy: !options.exact })
    const hits = answer.hits.toSorted((left, right) => right.score - left.score).slice(0, limit)
    const { numberAt } = createFileLines(folder)
    const found = hits.map((hit) => describe(hit, answer, numberAt))
    return succeed({
      json: found,
      write: (paint) =>
        writeAnswer(
          answer,
          hits.map((hit, at) => writeHit(hit, found[at] as FoundItem, paint)),
          paint,
        ),
    })
  },
})

/** Asks until a regular expression has been looked for everywhere. */
function searchAll(indexer: JournalIndexer, question: SearchQuestion): SearchAnswer {
  for (;;) {
    const answer = indexer.search(question)
    if ((answer.unreadItems ?? 0) === 0) return answer
  }
}

const kinds: Readonly<Record<Lane, string>> = {
  entries: 'entry',
  drafts: 'draft',
  pages: 'page',
  headings: 'heading',
  resources: 'resource',
  actions: 'action',
  quotes: 'quote',
  people: 'person',
  programs: 'program',
  documents: 'document',
}

function describe(
  hit: SearchHit,
  answer: SearchAnswer,
  lineAt: (path: EntryPath, offset: number) => number,
): FoundItem {
  return {
    kind: kinds[hit.lane],
    title: hit.title.text,
    path: hit.path,
    line: lineAt(hit.path as EntryPath, hit.from),
    why: hit.score > 1 ? hit.where : [hit.where, ...answer.corrections.map(writeCorrection)].join(', '),
    score: hit.score,
    passages: hit.passages.map(({ text, marks }) => ({ text, ranges: marks })),
  }
}

function writeCorrection({ typed, understood }: SearchAnswer['corrections'][number]): string {
  return `“${typed}” as “${understood}”`
}

/** `entry  Title  2026-11-20`, then where it stands, then the passages. */
function writeHit(hit: SearchHit, { kind, path, line, why, passages }: FoundItem, paint: Paint): string {
  const title = paint.strong(paintMarks(hit.title.text, hit.title.marks, paint))
  const date = hit.date === null ? '' : `  ${paint.quiet(hit.date)}`
  const place = paint.quiet(`  ${path}:${line}  (${why})`)
  return [
    `${kind.padEnd(9)}${title}${date}`,
    place,
    ...passages.map(({ text, ranges }) => `  ${paintMarks(text, ranges, paint)}`),
  ].join('\n')
}

function writeAnswer(answer: SearchAnswer, hits: readonly string[], paint: Paint): string {
  const notes = [
    ...answer.corrections.map((correction) => `read ${writeCorrection(correction)}`),
    ...(answer.matched === 'some' ? ['nothing holds all the words; these hold some'] : []),
    ...(answer.notUnderstood ?? []).map((part) => `not understood: ${part}`),
  ]
  const total = Object.values(answer.totals).reduce((sum, count) => sum + count, 0)
  const sum =
    total === 0
      ? 'nothing found'
      : total > hits.length
        ? `${hits.length} of ${total} shown`
        : `${total} found`
  return [...notes.map(paint.quiet), ...hits, paint.quiet(sum)].join('\n')
}
