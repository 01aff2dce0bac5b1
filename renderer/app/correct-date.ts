import type { ItemLocator } from '../../shared/actions/action-line.ts'
import { correctDate, correctionKey, describeCorrected } from '../../shared/actions/date-corrections.ts'
import type { Memory } from '../../shared/contract/journal-memory.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import type { IsoDay } from '../../shared/entry/summary.ts'
import { flattenActions } from '../../shared/search/summary-parts.ts'
import { createEntryReader } from '../background/entry-reader.ts'
import { longDay } from '../state/days.ts'
import type { DateCorrectionChoice } from '../ui/date-menu.ts'
import { remember } from './remember.ts'
import type { Stores } from './stores.ts'

/** An action whose words were read as a day, or as none. */
export interface ReadAction {
  readonly path: EntryPath
  readonly locator: ItemLocator
  /** What is shown of it. */
  readonly words: string
  readonly day: IsoDay | null
}

/**
 * Corrects how the words of an action are read, without a change of the words: the journal remembers it, by what the
 * action says and where. What was meant is asked for when it is another day.
 */
export function correctReading(stores: Stores, action: ReadAction, choice: DateCorrectionChoice): void {
  if (choice === 'no-day') return void rememberReading(stores, action, null)
  if (choice === 'as-read') return void rememberReading(stores, action, undefined)
  stores.dayQuestion.ask({
    title: action.words,
    day: action.day,
    action: 'Read it so',
    noDay: 'It is no date',
    onChoose: (day) => void rememberReading(stores, action, day),
  })
}

/** `day` null: no day at all; undefined: as the words are read without help. */
async function rememberReading(
  stores: Stores,
  action: ReadAction,
  day: IsoDay | null | undefined,
): Promise<void> {
  const corrected = await findCorrected(stores, action)
  if (corrected === null) {
    const detail = 'The entry has changed meanwhile. The list shows it as it is now.'
    stores.notices.raise({ id: 'overview', tone: 'bad', title: notRemembered, detail })
    return
  }
  const correct = (meant: IsoDay | null | undefined) => (dates: Memory<'dates'>) => ({
    corrections: correctDate(dates.corrections, corrected.action, meant),
  })
  await remember(stores, 'dates', {
    id: 'overview',
    title: titleOf(day),
    failed: notRemembered,
    edit: correct(day),
    undo: correct(corrected.before),
  })
}

const notRemembered = 'It was not remembered.'

function titleOf(day: IsoDay | null | undefined): string {
  if (day === undefined) return 'Its words are read as before.'
  return day === null ? 'Its words are read as no date from now on.' : `Read as ${longDay(day)} from now on.`
}

/** What names the action in the journal's memory, and what was said of it before; null when it is there no more. */
async function findCorrected(
  { journalApi, openEntry, memory, rules }: Stores,
  { path, locator }: ReadAction,
) {
  const pane = openEntry.findPane(path)
  const copy = openEntry.getState().panes.find(({ name }) => name === pane)?.copy ?? null
  const read = copy === null ? await journalApi.readEntry({ path }) : null
  const text = copy?.readText() ?? (read?.ok === true ? read.value.text : null)
  if (text === null) return null
  const { summary } = createEntryReader(rules).read(path, text)
  for (const action of flattenActions(summary.actions)) {
    if (action.itemNumber !== locator.itemNumber || action.text !== locator.text) continue
    const described = describeCorrected(action, summary.date)
    const key = correctionKey(described)
    const before = memory.getState().dates.corrections.find((each) => correctionKey(each) === key)
    return { action: described, before: before?.day }
  }
  return null
}
