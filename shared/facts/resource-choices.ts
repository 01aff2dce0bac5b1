import type { ResourceChoice, ResourceChoices } from '../contract/facts.ts'
import { personKey } from '../resources/person-names.ts'
import { tagKey, type HeldEntry } from './held-entry.ts'

/** A resource as far as it is chosen by. */
interface ChosenBy {
  readonly shown: {
    readonly authors: readonly string[]
    readonly month: string | null
    readonly tags: readonly string[]
  }
  readonly sites: ReadonlySet<string>
  readonly uses: readonly { readonly entry: HeldEntry }[]
}

/** More of a kind than anyone looks through. */
const mostChoices = 300

/** Everything that these resources can be narrowed by. */
export function resourceChoices(rows: readonly ChosenBy[]): ResourceChoices {
  const authors = createCount()
  const tags = createCount()
  const sites = createCount()
  const months = createCount()
  const entries = createCount()
  const days = new Map<string, string>()
  for (const { shown, sites: own, uses } of rows) {
    for (const name of shown.authors) authors.add(personKey(name), name)
    for (const tag of shown.tags) tags.add(tagKey(tag), tag)
    for (const site of own) if (site !== '') sites.add(site, site)
    if (shown.month !== null) months.add(shown.month, shown.month)
    for (const entry of new Set(uses.map((use) => use.entry))) {
      entries.add(entry.path, entry.title)
      days.set(entry.path, entry.date ?? '')
    }
  }
  const newest = (one: ResourceChoice, other: ResourceChoice): number =>
    (days.get(other.value) ?? '').localeCompare(days.get(one.value) ?? '') ||
    one.label.localeCompare(other.label)
  return {
    authors: authors.sorted(byCount),
    tags: tags.sorted(byCount),
    sites: sites.sorted(byCount),
    months: months.sorted((one, other) => (one.value < other.value ? 1 : -1)),
    entries: entries.sorted(newest),
  }
}

function byCount(one: ResourceChoice, other: ResourceChoice): number {
  return other.count - one.count || (one.value < other.value ? -1 : 1)
}

function createCount() {
  const counts = new Map<string, { readonly label: string; count: number }>()
  return {
    add(value: string, label: string): void {
      const known = counts.get(value)
      if (known === undefined) counts.set(value, { label, count: 1 })
      else known.count += 1
    },
    sorted: (order: (one: ResourceChoice, other: ResourceChoice) => number): readonly ResourceChoice[] =>
      Array.from(counts, ([value, { label, count }]) => ({ value, label, count }))
        .toSorted(order)
        .slice(0, mostChoices),
  }
}
