import type { Disagreement, DisagreementsQuestion, ResourcePlace } from '../contract/facts.ts'
import {
  disagreementsOf,
  mayShareAuthors,
  titleKey,
  type ComparedUse,
  type FoundDisagreement,
} from './find-disagreements.ts'

/** A resource as far as it can be another one under a second address. */
export interface ComparedRow<Use> {
  readonly shown: { readonly key: string; readonly title: string; readonly authors: readonly string[] }
  readonly uses: readonly Use[]
}

/** More than a person settles: what comes after these comes when they are settled. */
const mostFound = 1000

/** What the question asks for, of these rows; two resources of one title first. */
export function listDisagreements<Use extends ComparedUse>(
  rows: readonly ComparedRow<Use>[],
  { keys, settled }: DisagreementsQuestion,
): readonly { readonly found: FoundDisagreement<Use>; readonly id: string; readonly title: string }[] {
  const wanted = new Set(keys)
  const isSettled = new Set(settled)
  const listed = []
  for (const { found, title } of [...sameTitles(rows), ...ownDisagreements(rows)]) {
    if (wanted.size > 0 && !found.keys.some((key) => wanted.has(key))) continue
    const id = idOf(found)
    if (!isSettled.has(id)) listed.push({ found, id, title })
    if (listed.length >= mostFound) break
  }
  return listed
}

interface Found<Use> {
  readonly found: FoundDisagreement<Use>
  readonly title: string
}

function* ownDisagreements<Use extends ComparedUse>(
  rows: readonly ComparedRow<Use>[],
): Generator<Found<Use>> {
  for (const { shown, uses } of rows)
    for (const found of disagreementsOf(uses)) yield { found, title: shown.title }
}

/** Web pages of one title that may be of the same authors. Each pair stands for itself, so that each can be settled. */
function sameTitles<Use extends ComparedUse>(rows: readonly ComparedRow<Use>[]): readonly Found<Use>[] {
  const byTitle = new Map<string, ComparedRow<Use>[]>()
  for (const row of rows) {
    const title = /^https?:/.test(row.shown.key) ? titleKey(row.shown.title) : null
    if (title === null) continue
    const known = byTitle.get(title)
    if (known === undefined) byTitle.set(title, [row])
    else known.push(row)
  }
  return Array.from(byTitle.values()).flatMap(([first, ...others]) =>
    others.flatMap((other) => (first === undefined ? [] : pairOf(first, other))),
  )
}

function pairOf<Use extends ComparedUse>(
  one: ComparedRow<Use>,
  other: ComparedRow<Use>,
): readonly Found<Use>[] {
  if (!mayShareAuthors(one.shown.authors, other.shown.authors)) return []
  const [more, less] = one.uses.length >= other.uses.length ? [one, other] : [other, one]
  const sides = [more, less].map(({ uses }) => ({ says: uses[0]!.url, uses }))
  const keys = [more.shown.key, less.shown.key]
  return [{ found: { kind: 'same-title', keys, sides }, title: more.shown.title }]
}

/** What it is about, and what its sides say: said otherwise later, it is another one. */
function idOf<Use>({ kind, keys, sides }: FoundDisagreement<Use>): string {
  if (kind === 'same-title') return [kind, ...keys.toSorted()].join(' ')
  return [kind, ...keys, ...sides.map(({ says }) => says).toSorted()].join(' ')
}

/** A disagreement with what its places say in full. */
export function shownDisagreement<Use>(
  {
    found,
    id,
    title,
  }: { readonly found: FoundDisagreement<Use>; readonly id: string; readonly title: string },
  placeOf: (use: Use) => ResourcePlace,
): Disagreement {
  const { kind, keys, sides } = found
  return {
    id,
    kind,
    keys,
    title,
    sides: sides.map(({ says, uses }) => ({ says, places: uses.map(placeOf) })),
  }
}
