import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { Action, IsoDay, Summary } from '../../shared/entry/summary.ts'
import { countChangedLines } from './changed-lines.ts'

/** What is read from a text: pure, and handed in so that the store needs no parser in its tests. */
export interface EntryReader {
  read(path: EntryPath, text: string): { readonly summary: Summary; readonly ownTitle: string | null }
  /** What the words of an action say of its day; `written` is the day of the entry, for dates without a year. */
  readDue(action: Action, written: IsoDay | null): ActionDue | null
}

export interface ActionDue {
  readonly day: IsoDay
  /** The action's words without a date in brackets at their end: it is shown beside them. */
  readonly words: string
}

/** All that the window says of a text beside it. Can be cloned from thread to thread. */
export interface EntryReading {
  readonly summary: Summary
  /** The title as front matter gives it; null when it comes from a heading or the file name. */
  readonly ownTitle: string | null
  /** The dates in the words of actions, by item number. */
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
  collectDues(reader, summary.actions, summary.date, dues)
  return { summary, ownTitle, dues, changedLines: countChangedLines(openedText, text) }
}

function collectDues(
  reader: EntryReader,
  actions: readonly Action[],
  written: IsoDay | null,
  dues: Map<number, ActionDue>,
): void {
  for (const action of actions) {
    const due = reader.readDue(action, written)
    if (due !== null) dues.set(action.itemNumber, due)
    collectDues(reader, action.steps, written, dues)
  }
}
