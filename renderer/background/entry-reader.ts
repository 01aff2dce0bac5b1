import { toDateCorrections } from '../../shared/actions/date-corrections.ts'
import type { Revision } from '../../shared/entry/entry-path.ts'
import { readFrontMatter } from '../../shared/entry/front-matter.ts'
import { summarizeEntry } from '../../shared/entry/summarize.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import type { ReadingRules } from '../state/journal-memory.ts'
import type { EntryReader } from '../state/read-entry.ts'

/** The window reads no revision: its summaries are of text that may not be on disk yet. */
const noRevision = '' as Revision

/** Reads the open entry with the same functions as the index of the journal. */
export function createEntryReader(rules: () => ReadingRules): EntryReader {
  return {
    read(path, text) {
      const now = rules()
      const parsed = parseEntry(text)
      const title = readFrontMatter(parsed).values.get('title')
      const isTitled = typeof title === 'string' || typeof title === 'number'
      return {
        summary: summarizeEntry({
          path,
          text,
          parsed,
          revision: noRevision,
          actionHeadings: now.actionHeadings,
          dateCorrections: toDateCorrections(now.dateCorrections),
        }),
        ownTitle: isTitled && String(title).trim() !== '' ? String(title).trim() : null,
      }
    },
  }
}
