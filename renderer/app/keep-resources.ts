import type { ResourceRow } from '../../shared/contract/facts.ts'
import type { Memory } from '../../shared/contract/journal-memory.ts'
import type { ResourceStatus } from '../../shared/entry/summary.ts'
import type { StatusPlace } from '../library/library-props.ts'
import type { StatusWish } from '../state/library.ts'
import { bestOf, changeRows } from './change-cards.ts'
import { remember } from './remember.ts'
import type { Stores } from './stores.ts'

/**
 * Says how far the author is with resources: in the line that says it already, else where the journal keeps it. The
 * first time the author is asked where that is.
 */
export async function setStatus(stores: Stores, { rows, status }: StatusWish): Promise<void> {
  const said: ResourceRow[] = []
  const unsaid: ResourceRow[] = []
  for (const row of rows) {
    const places = await stores.journalApi.listResourcePlaces({ key: row.key })
    const isSaid = places.ok && places.value.some((place) => place.status !== null)
    if (isSaid) said.push(row)
    else unsaid.push(row)
  }
  if (said.length > 0) {
    await changeRows(stores, said, 'The status', { status }, (places) =>
      places.filter((place) => place.status !== null),
    )
  }
  if (unsaid.length === 0) return
  const { statusPlace } = stores.memory.getState().settings
  if (statusPlace === null) stores.library.waiting.setState({ wish: { rows: unsaid, status } })
  else await keepStatus(stores, statusPlace, { rows: unsaid, status })
}

/** The answer where a status is kept in this journal; the one that waited for it is kept there. Null: no answer. */
export async function chooseStatusPlace(stores: Stores, place: StatusPlace | null): Promise<void> {
  const { wish } = stores.library.waiting.getState()
  stores.library.waiting.setState({ wish: null })
  if (place === null) return
  const failure = await stores.memory.change('settings', () => ({ statusPlace: place }))
  if (failure !== null)
    stores.notices.raise({ id: 'overview', tone: 'bad', title: notKept, detail: failure.message })
  if (wish !== null) await keepStatus(stores, place, wish)
}

async function keepStatus(stores: Stores, place: StatusPlace, { rows, status }: StatusWish): Promise<void> {
  if (place === 'line') return changeRows(stores, rows, 'The status', { status }, bestOf)
  const before = stores.memory.getState().resources.statuses
  const keep =
    (statusOf: (key: string) => ResourceStatus | undefined) =>
    ({ statuses }: Memory<'resources'>) => ({
      statuses: withStatuses(
        statuses,
        rows.map(({ key }) => [key, statusOf(key)] as const),
      ),
    })
  await remember(stores, 'resources', {
    id: 'overview',
    title: 'The status is kept beside the text.',
    failed: notKept,
    edit: keep(() => status),
    undo: keep((key) => before[key]),
  })
}

function withStatuses(
  statuses: Readonly<Record<string, ResourceStatus>>,
  changes: readonly (readonly [string, ResourceStatus | undefined])[],
): Record<string, ResourceStatus> {
  const next = new Map(Object.entries(statuses))
  for (const [key, status] of changes) {
    if (status === undefined) next.delete(key)
    else next.set(key, status)
  }
  return Object.fromEntries(next)
}

/** What entries say differently stays so, and is shown no more. */
export async function leaveDisagreement(stores: Stores, id: string): Promise<void> {
  const without = ({ settled }: Memory<'resources'>) => settled.filter((each) => each !== id)
  await remember(stores, 'resources', {
    id: 'overview',
    title: 'It stays as it is.',
    failed: notKept,
    edit: (resources) => ({ settled: [...without(resources), id] }),
    undo: (resources) => ({ settled: without(resources) }),
  })
}

const notKept = 'It could not be kept.'
