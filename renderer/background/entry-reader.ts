import { headingTense, isActionHeading } from '../../shared/actions/action-heading.ts'
import { findProseDates, type ProseDate } from '../../shared/actions/prose-dates.ts'
import type { Revision } from '../../shared/entry/entry-path.ts'
import { readFrontMatter } from '../../shared/entry/front-matter.ts'
import { summarizeEntry } from '../../shared/entry/summarize.ts'
import { parseEntry } from '../../shared/markdown/parse-entry.ts'
import type { EntryReader } from '../state/read-entry.ts'

/** The window reads no revision: its summaries are of text that may not be on disk yet. */
const noRevision = '' as Revision

/** Reads the open entry with the same functions as the index of the journal. */
export function createEntryReader(actionHeadings: () => readonly string[]): EntryReader {
  return {
    read(path, text) {
      const parsed = parseEntry(text)
      const title = readFrontMatter(parsed).values.get('title')
      const isTitled = typeof title === 'string' || typeof title === 'number'
      return {
        summary: summarizeEntry({
          path,
          text,
          parsed,
          revision: noRevision,
          actionHeadings: actionHeadings(),
        }),
        ownTitle: isTitled && String(title).trim() !== '' ? String(title).trim() : null,
      }
    },
    readDue(action, written) {
      const isTold = isActionHeading(action.heading, actionHeadings())
      const date = findProseDates(action.text, written, isTold ? headingTense(action.heading) : null).at(-1)
      return date ? { day: date.day, words: withoutBrackets(action.text, date) } : null
    },
  }
}

/** `submit application (aug 25)` is `submit application`: only where the brackets hold the date alone, at the end. */
function withoutBrackets(text: string, date: ProseDate): string {
  const isBracketed = text[date.from - 1] === '(' && text.slice(date.to).trim() === ')'
  return isBracketed ? text.slice(0, date.from - 1).trimEnd() : text
}
