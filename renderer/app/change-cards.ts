import type { ResourcePlace, ResourceRow } from '../../shared/contract/facts.ts'
import type { LinkCard } from '../../shared/resources/link-card.ts'
import { bestPlace } from '../state/best-place.ts'
import { planCardFiles, type PlannedCardFiles } from '../state/plan-cards.ts'
import { namePlaces } from '../state/name-counts.ts'
import { chosenEdits, reportOf, type ChangesReport } from '../state/planned-changes.ts'
import type { PlaceChange } from '../../shared/resources/settle-disagreement.ts'
import { describeRefused } from './replace-effects.ts'
import type { Stores } from './stores.ts'

/** Plans changes of links in many entries; what is unsaved is written first. Null, with a notice, when that fails. */
export async function planOrSay(
  { journalApi, openEntry, notices }: Stores,
  changes: readonly PlaceChange[],
): Promise<PlannedCardFiles | null> {
  const unsaved = await openEntry.flushAll()
  if (unsaved === null) return planCardFiles(journalApi, changes)
  notices.raise({
    id: 'overview',
    tone: 'bad',
    title: 'An open entry cannot be saved, so nothing was changed.',
    detail: unsaved.reason,
  })
  return null
}

/** Makes changes of links in many entries at once, with one way back. `what` names them: `The status`. */
export async function changeCards(
  stores: Stores,
  what: string,
  changes: readonly PlaceChange[],
): Promise<void> {
  const { journalApi, notices } = stores
  const plan = await planOrSay(stores, changes)
  if (plan === null) return
  const edits = chosenEdits(plan.files, new Set())
  if (edits.length === 0) {
    if (plan.refused === 0) return
    return notices.raise({
      id: 'overview',
      tone: 'warn',
      title: `${what} was not written.`,
      detail: 'The line cannot say it without changing something else. Edit the line as text.',
    })
  }
  const answer = await journalApi.applyEdits({ edits })
  if (!answer.ok) {
    notices.raise({
      id: 'overview',
      tone: 'bad',
      title: `${what} was not written.`,
      detail: answer.error.message,
    })
    return
  }
  showCardReport(
    stores,
    `${what} was written`,
    reportOf(answer.value, edits),
    answer.value.undo,
    plan.refused,
  )
}

/**
 * Says what was written and what was not, with the way back.
 *
 * @param refused places that could not be planned at all
 */
export function showCardReport(
  stores: Stores,
  title: string,
  { entries, places, refused: left }: ChangesReport,
  undo: string | null,
  refused: number,
): void {
  const notPlanned =
    refused === 0
      ? ''
      : `${refused === 1 ? 'One line' : `${refused} lines`} cannot say it without changing something else. `
  const run = () => {
    if (undo !== null) void undoCards(stores, undo)
  }
  stores.notices.raise({
    id: 'overview',
    tone: left.length > 0 || refused > 0 ? 'warn' : 'info',
    title: places > 1 ? `${title} at ${namePlaces(places, entries)}.` : `${title}.`,
    detail: notPlanned + describeRefused(left),
    ...(undo === null ? {} : { wayOut: { label: 'Undo', run } }),
  })
}

/** Takes edits back, and says where it could not be. */
export async function undoCards({ journalApi, notices }: Stores, undo: string): Promise<void> {
  const answer = await journalApi.undoEdits({ undo })
  const detail = answer.ok ? describeRefused(reportOf(answer.value, []).refused) : answer.error.message
  if (detail !== '') notices.raise({ id: 'overview', tone: 'bad', title: 'It was not taken back.', detail })
}

/** The place that more is written to, as a list of one. */
export function bestOf(places: readonly ResourcePlace[]): readonly ResourcePlace[] {
  const best = bestPlace(places)
  return best === undefined ? [] : [best]
}

/** Writes fields of resources, each at the places that `choose` names. */
export async function changeRows(
  stores: Stores,
  rows: readonly ResourceRow[],
  what: string,
  card: Partial<LinkCard>,
  choose: (places: readonly ResourcePlace[]) => readonly ResourcePlace[],
): Promise<void> {
  const changes: PlaceChange[] = []
  for (const { key } of rows) {
    const places = await stores.journalApi.listResourcePlaces({ key })
    if (!places.ok) continue
    for (const { path, entryTitle, date, from } of choose(places.value))
      changes.push({ path, entryTitle, date, from, card })
  }
  await changeCards(stores, what, changes)
}
