import { walkSteps } from '../../shared/actions/group-agenda.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { IsoDay, Summary } from '../../shared/entry/summary.ts'
import { countChangedLines } from './changed-lines.ts'

/** What is read from a text: pure, and handed in so that the store needs no parser in its tests. */
export interface EntryReader {
  read(path: EntryPath, text: string): { readonly summary: Summary; readonly ownTitle: string | null }
}

export interface ActionDue {
  /** The day that the action itself gives, or null. */
  readonly day: IsoDay | null
  /** The day is a guess at words such as `sep 23rd`. */
  readonly isFromProse: boolean
  /** The user has said what its words mean. */
  readonly isCorrected: boolean
  /** Its words without fields, and without a date in brackets at their end: the date is shown beside them. */
  readonly words: string
}

/** What is shown of a summary. Quotes and people of a long entry would take as long to hand over as all of this. */
export type ShownSummary = Pick<
  Summary,
  'path' | 'kind' | 'title' | 'date' | 'wordCount' | 'resources' | 'actions'
>

/** All that the window says of a text beside it. Can be cloned from thread to thread. */
export interface EntryReading {
  readonly summary: ShownSummary
  /** The title as front matter gives it; null when it comes from a heading or the file name. */
  readonly ownTitle: string | null
  /** What the words of actions say of their days, by item number. */
  readonly dues: ReadonlyMap<number, ActionDue>
  /** How many lines are others than in the text that was opened. */
  readonly changedLines: number
}

/** Reads a text once, for everything that is shown of it. */
export function readEntry(
  reader: EntryReader,
  path: EntryPath,
  text: string,
  openedText: string,
): EntryReading {
  const { summary, ownTitle } = reader.read(path, text)
  const dues = new Map<number, ActionDue>()
  for (const step of walkSteps(summary.steps)) {
    const { itemNumber, day, dateFrom, isCorrected, words } = step
    dues.set(itemNumber, {
      day: dateFrom === 'parent' ? null : day,
      isFromProse: dateFrom === 'prose',
      isCorrected,
      words,
    })
  }
  const { kind, title, date, wordCount, resources, actions } = summary
  return {
    summary: { path, kind, title, date, wordCount, resources, actions },
    ownTitle,
    dues,
    changedLines: countChangedLines(openedText, text),
  }
}
