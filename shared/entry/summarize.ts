import type { DateCorrections } from '../actions/date-corrections.ts'
import { readActions } from '../actions/read-actions.ts'
import { readSteps } from '../actions/step.ts'
import { readPrograms } from '../actions/read-programs.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import type { Block, ParsedEntry } from '../markdown/tree.ts'
import { readHeadResource } from '../resources/read-head-resource.ts'
import { readLinks } from '../resources/read-links.ts'
import { readPeople } from '../resources/read-people.ts'
import { readQuotes } from '../resources/read-quotes.ts'
import { countWords } from './count-words.ts'
import { dayOfPath } from './daily-names.ts'
import { entryKind } from './entry-kind.ts'
import type { EntryPath, Revision } from './entry-path.ts'
import { entryTitle } from './entry-title.ts'
import type { FrontMatter } from './front-matter-values.ts'
import { readFrontMatter, valueOf } from './front-matter.ts'
import { leadingIsoDay } from './iso-day.ts'
import { plainText } from './plain-text.ts'
import { readTags } from './read-tags.ts'
import type { HeadingSummary, IsoDay, Summary } from './summary.ts'

/** An entry to summarise. */
export interface EntryToSummarize {
  readonly path: EntryPath
  readonly text: string
  readonly revision: Revision
  /** Words that make a heading an actions heading (a setting). */
  readonly actionHeadings: readonly string[]
  /** When the file was written: the day of an entry that gives none itself, for dates without a year. */
  readonly fileDay?: IsoDay
  /** What the user said the words of actions mean, where the guess was wrong. */
  readonly dateCorrections?: DateCorrections
  /** The base tree of `text`, when the caller has it already. */
  readonly parsed?: ParsedEntry
}

const noCorrections: DateCorrections = new Map()

/** Everything the index knows of an entry: the same input gives the same summary. */
export function summarizeEntry(entry: EntryToSummarize): Summary {
  const parsed = entry.parsed ?? parseEntry(entry.text)
  const frontMatter = readFrontMatter(parsed)
  const day = entryDate(entry.path, frontMatter)
  const links = readLinks(parsed)
  const title = entryTitle(entry.path, frontMatter, parsed.blocks)
  const head = readHeadResource(parsed, frontMatter, title)
  const resources = [...(head === null ? [] : [head]), ...links.map((link) => link.use)]
  const quotes = readQuotes(parsed, resources)
  const headings = readHeadings(parsed.blocks)
  const actions = readActions(parsed, entry.actionHeadings)
  return {
    path: entry.path,
    revision: entry.revision,
    kind: entryKind(entry.path, frontMatter),
    title,
    date: day,
    tags: readTags(parsed, frontMatter),
    wordCount: countWords(parsed.blocks),
    headings,
    resources,
    actions,
    steps: readSteps(actions, {
      day: day ?? entry.fileDay ?? null,
      title,
      headings,
      actionHeadings: entry.actionHeadings,
      ownDay: day,
      corrections: entry.dateCorrections ?? noCorrections,
    }),
    programs: readPrograms(parsed, links, day),
    quotes,
    people: readPeople(parsed, { resources, quotes, day, path: entry.path }),
  }
}

/** Day of an entry: front matter's `date` as the author wrote it (no time zone moves it), else that of its path. */
export function entryDate(path: EntryPath, frontMatter: FrontMatter): IsoDay | null {
  const written = valueOf(frontMatter, 'date')
  return (typeof written === 'string' ? leadingIsoDay(written) : null) ?? dayOfPath(path)
}

/** Headings of an entry outside of quotes and lists, for the outline and the search. */
export function readHeadings(blocks: readonly Block[]): readonly HeadingSummary[] {
  const headings: HeadingSummary[] = []
  for (const block of blocks) {
    if (block.type !== 'heading' || block.span === undefined) continue
    headings.push({ text: plainText(block.runs), level: block.level, span: block.span })
  }
  return headings
}
