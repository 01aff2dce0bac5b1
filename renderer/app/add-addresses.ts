import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { spliceText } from '../../shared/entry/splice-text.ts'
import { succeed, type Outcome } from '../../shared/contract/errors.ts'
import type { Splice } from '../../shared/contract/edits.ts'
import { planAddedLink } from '../../shared/resources/add-link.ts'
import { canonicalUrl } from '../../shared/resources/canonical-url.ts'
import type { DroppedAddress } from '../../shared/resources/dropped-addresses.ts'
import { readableAddress } from '../../shared/resources/line-links.ts'
import { joinSplices } from '../../shared/resources/plan-card-changes.ts'
import { writeResourceLine } from '../../shared/resources/write-resource-list.ts'
import type { JournalApi } from '../journal-api.ts'
import { changeWithUndo } from './change-with-undo.ts'
import type { Stores } from './stores.ts'

/** Adds addresses to an entry, one line for each, with title, author and month where the journal knows them. */
export async function addAddresses(
  stores: Stores,
  path: EntryPath,
  addresses: readonly DroppedAddress[],
): Promise<void> {
  const lines = await Promise.all(addresses.map((address) => writeLine(stores.journalApi, address)))
  await changeWithUndo(stores, path, lines.length === 1 ? 'The link' : 'The links', (text) =>
    planLines(text, lines),
  )
}

async function writeLine(
  journalApi: Pick<JournalApi, 'listResources'>,
  { url, title }: DroppedAddress,
): Promise<string> {
  const known = await journalApi.listResources({ keys: [canonicalUrl(url)], limit: 1 })
  const row = known.ok ? known.value.rows[0] : undefined
  return writeResourceLine({
    url,
    title: row?.title ?? title ?? readableAddress(url),
    authors: row?.authors ?? [],
    month: row?.month ?? null,
  })
}

/** Each line below the one before. */
function planLines(text: string, lines: readonly string[]): Outcome<readonly Splice[]> {
  const [first, ...rest] = lines
  if (first === undefined) return succeed([])
  const planned = planAddedLink(text, first)
  if (!planned.ok) return planned
  let splices = planned.value
  for (const line of rest) {
    const edited = spliceText(text, splices)
    const next = edited === null ? null : planAddedLink(edited, line)
    if (next === null || !next.ok) break
    // The next line goes behind the one that was just added, which is one piece of text that is put in.
    const joined = joinSplices(splices, next.value) ?? appended(splices, next.value)
    if (joined === null) break
    splices = joined
  }
  return succeed(splices)
}

/** Two pieces that are put in one behind the other are one. */
function appended(first: readonly Splice[], later: readonly Splice[]): readonly Splice[] | null {
  const [one] = first
  const [two] = later
  if (first.length !== 1 || one === undefined || two === undefined) return null
  const at = two.from - one.from
  if (two.to !== two.from || at < 0 || at > one.text.length) return null
  return [{ ...one, text: one.text.slice(0, at) + two.text + one.text.slice(at) }]
}
