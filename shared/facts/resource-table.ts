import type {
  DisagreementsAnswer,
  DisagreementsQuestion,
  ResourceChoices,
  ResourcePlace,
  ResourceRow,
  ResourcesAnswer,
  ResourcesQuestion,
} from '../contract/facts.ts'
import { resourceStatuses, type IsoDay, type ResourceStatus, type ResourceUse } from '../entry/summary.ts'
import { siteOf } from '../resources/canonical-url.ts'
import { readableAddress } from '../resources/line-links.ts'
import { personKey } from '../resources/person-names.ts'
import { byEntry, createRowsByEntry, type FactTable, type ReadFacts } from './fact-table.ts'
import { createGathered, mostUsed } from './gathered.ts'
import { placeOf, type HeldEntry } from './held-entry.ts'
import { listDisagreements, shownDisagreement } from './list-disagreements.ts'
import { resourceChoices } from './resource-choices.ts'
import { createRowTest, needleOf, windowOf } from './narrow-rows.ts'
import { byDay, byText, createRowList } from './row-list.ts'

/** One use of a resource, as far as its row needs it. */
interface Use {
  readonly entry: HeldEntry
  /** Its number in `Summary.resources`. */
  readonly at: number
  readonly key: string
  readonly url: string
  readonly title: string
  readonly authors: readonly string[]
  readonly month: string | null
  readonly isMustRead: boolean
  readonly status: ResourceUse['status']
  readonly isCard: boolean
}

/** A resource with what it is narrowed and sorted by. */
interface Row {
  readonly shown: Omit<ResourceRow, 'notes'>
  readonly uses: readonly Use[]
  readonly needle: string
  readonly title: string
  readonly authors: readonly string[]
  readonly sites: ReadonlySet<string>
  readonly status: ResourceUse['status']
}

export interface ResourceTable extends FactTable {
  list(question: ResourcesQuestion, readFacts: ReadFacts): ResourcesAnswer
  /** All uses of one resource, newest entry first. */
  places(key: string, readFacts: ReadFacts): readonly ResourcePlace[]
  choices(): ResourceChoices
  disagreements(question: DisagreementsQuestion, readFacts: ReadFacts): DisagreementsAnswer
}

export function createResourceTable(): ResourceTable {
  const byKey = (left: Row, right: Row): number => byText(left.shown.key, right.shown.key)
  const byTitle = (left: Row, right: Row): number => byText(left.title, right.title) || byKey(left, right)
  const rows = createRowList<Row, ResourcesQuestion['order']>({
    title: byTitle,
    author: (left, right) => byDay(left.authors[0] ?? null, right.authors[0] ?? null) || byTitle(left, right),
    month: (left, right) => byDay(left.shown.month, right.shown.month) || byTitle(left, right),
    uses: (left, right) => left.shown.uses - right.shown.uses || byTitle(left, right),
    last: (left, right) => byDay(left.shown.last, right.shown.last) || byTitle(left, right),
  })
  const held = createRowsByEntry<Use>()
  const gathered = createGathered<Use, Row>({ make: toRow, onRow: rows.add, onGone: rows.remove })
  return {
    add(entry, { resources }) {
      const uses = resources.map((use, at) => toUse(entry, use, at))
      uses.forEach(gathered.add)
      held.add(entry, uses)
    },
    prepare() {
      gathered.settle()
      rows.inOrder('last')
    },
    remove: (entry) => held.take(entry).forEach(gathered.remove),
    list(question, readFacts) {
      gathered.settle()
      const test = createTest(question)
      const kept = new Map(Object.entries(question.keptStatuses))
      const statusOf = ({ status, shown }: Row): ResourceStatus | null =>
        status ?? kept.get(shown.key) ?? null
      const counts = { 'to-read': 0, reading: 0, used: 0, dropped: 0, none: 0 }
      const { statuses, order } = question
      const found = rows.inOrder(order).filter((row) => {
        if (!test(row)) return false
        const status = statusOf(row) ?? 'none'
        counts[status] += 1
        return statuses.length === 0 || statuses.includes(status)
      })
      const show = (row: Row): ResourceRow => ({
        ...row.shown,
        status: statusOf(row),
        notes: notesOf(row, readFacts),
      })
      const mustRead = found.filter(({ shown }) => shown.isMustRead).length
      return { ...windowOf(found, question, show, (row) => hasValue(row, order)), statuses: counts, mustRead }
    },
    places(key, readFacts) {
      gathered.settle()
      const uses = gathered
        .placesOf(key)
        .toSorted((left, right) => byEntry(left.entry, right.entry) || left.at - right.at)
      return uses.map((use) => placeOfUse(use, readFacts))
    },
    choices() {
      gathered.settle()
      return resourceChoices(rows.inOrder('last'))
    },
    disagreements(question, readFacts) {
      gathered.settle()
      const found = listDisagreements(rows.inOrder('uses').toReversed(), question)
      return windowOf(found, { ...question, isDescending: false }, (each) =>
        shownDisagreement(each, (use) => placeOfUse(use, readFacts)),
      )
    },
  }
}

function useOf(use: Use, readFacts: ReadFacts): ResourceUse {
  return readFacts(use.entry).resources[use.at] as ResourceUse
}

function placeOfUse(use: Use, readFacts: ReadFacts): ResourcePlace {
  const { span, key: _, ...said } = useOf(use, readFacts)
  return { ...placeOf(use.entry), ...said, from: span.from }
}

function notesOf({ uses }: Row, readFacts: ReadFacts): readonly string[] {
  return Array.from(new Set(uses.flatMap((use) => useOf(use, readFacts).notes)))
}

function hasValue({ shown, authors }: Row, order: ResourcesQuestion['order']): boolean {
  if (order === 'author') return authors.length > 0
  return order === 'month' ? shown.month !== null : order !== 'last' || shown.last !== null
}

/** All of a question but its statuses, which are counted. */
function createTest(question: ResourcesQuestion): (row: Row) => boolean {
  const { isMustRead, author, host, month, keys } = question
  const isInEntry = createRowTest({ ...question, text: '' })
  const hasWords = createRowTest({ text: question.text, tags: [], kinds: [] })
  const wanted = new Set(keys)
  const isAnyEntry = question.path === undefined && question.tags.length === 0 && question.kinds.length === 0
  return (row) =>
    (!isMustRead || row.shown.isMustRead) &&
    (author === undefined || row.authors.includes(author)) &&
    (host === undefined || row.sites.has(host)) &&
    (month === undefined || row.shown.month?.startsWith(month) === true) &&
    (wanted.size === 0 || wanted.has(row.shown.key)) &&
    hasWords(row.needle, row.uses[0]!.entry) &&
    (isAnyEntry || row.uses.some(({ entry }) => isInEntry('', entry)))
}

function toUse(entry: HeldEntry, use: ResourceUse, at: number): Use {
  const { key, url, title, authors, month, isMustRead, status, isCard } = use
  return { entry, at, key, url, title, authors, month, isMustRead, status, isCard }
}

/** What all uses of a resource say together. Uses come in the order in which entries were read, so they are sorted. */
function toRow(key: string, unsorted: readonly Use[]): Row {
  const uses = unsorted.toSorted((left, right) => byEntry(left.entry, right.entry) || left.at - right.at)
  const names = new Map(uses.flatMap((use) => use.authors.map((name) => [personKey(name), name] as const)))
  const days = uses.flatMap(({ entry }) => (entry.date === null ? [] : [entry.date]))
  const entries = new Set(uses.map(({ entry }) => entry))
  const { url } = uses.at(-1)!
  const shown = {
    key,
    url,
    title: titleOf(uses),
    authors: Array.from(names.values()),
    month: longest(uses.map(({ month }) => month)),
    isMustRead: uses.some((use) => use.isMustRead),
    status: resourceStatuses.findLast((status) => uses.some((use) => use.status === status)) ?? null,
    uses: uses.length,
    entries: entries.size,
    starredUses: uses.filter((use) => use.isMustRead).length,
    first: earliest(days),
    last: days[0] ?? null,
    tags: Array.from(new Set(Array.from(entries).flatMap(({ tags }) => tags))),
  }
  return {
    shown,
    uses,
    needle: needleOf(...new Set(uses.map(({ title }) => title)), ...shown.authors, key),
    title: needleOf(shown.title),
    authors: Array.from(names.keys()),
    sites: new Set(uses.map((use) => siteOf(use.url, key))),
    status: shown.status,
  }
}

/** What most uses call it, those aside that only show its address. */
function titleOf(uses: readonly Use[]): string {
  const named = uses.filter(({ title, url }) => title !== readableAddress(url))
  return mostUsed((named.length > 0 ? named : uses).map(({ title }) => title)) ?? ''
}

/** `2025-09` says more than `2025`. */
function longest(months: readonly (string | null)[]): string | null {
  return months.reduce((best, month) => ((month?.length ?? 0) > (best?.length ?? 0) ? month : best), null)
}

function earliest(days: readonly IsoDay[]): IsoDay | null {
  return days.reduce<IsoDay | null>((best, day) => (best === null || day < best ? day : best), null)
}
