import type { PeopleAnswer, PeopleQuestion, PersonPlace, PersonRow } from '../contract/facts.ts'
import { personRoles, type IsoDay, type PersonMention } from '../entry/summary.ts'
import type { Spellings } from '../resources/same-person.ts'
import { personKey } from '../resources/person-names.ts'
import { byEntry, createRowsByEntry, type FactTable, type ReadFacts } from './fact-table.ts'
import { createGathered, mostUsed } from './gathered.ts'
import { placeOf, type HeldEntry } from './held-entry.ts'
import { createRowTest, needleOf, windowOf } from './narrow-rows.ts'
import { byDay, byText, createRowList } from './row-list.ts'

/** One mention of a person, as far as their row needs it. */
interface Mention {
  readonly entry: HeldEntry
  /** Its number in `Summary.people`. */
  readonly at: number
  readonly key: string
  readonly name: string
  readonly role: PersonMention['role']
  readonly day: IsoDay | null
  /** Key of the resource that they wrote. */
  readonly resource: string | null
}

interface Row {
  readonly shown: Omit<PersonRow, 'last' | 'next'>
  readonly mentions: readonly Mention[]
  readonly needle: string
  /** Folded, family name last as it is written. */
  readonly name: string
  /** Days of meetings, rising. */
  readonly days: readonly IsoDay[]
}

export interface PersonTable extends FactTable {
  list(question: PeopleQuestion): PeopleAnswer
  /** All places that name a person under any of these keys, newest entry first. */
  places(keys: readonly string[], readFacts: ReadFacts): readonly PersonPlace[]
}

export function createPersonTable(): PersonTable {
  const byName = (left: Row, right: Row): number =>
    byText(left.name, right.name) || byText(left.shown.key, right.shown.key)
  const compare = {
    name: byName,
    mentions: (left: Row, right: Row): number =>
      left.shown.mentions - right.shown.mentions || byName(left, right),
  }
  const rows = createRowList<Row, 'name' | 'mentions'>(compare)
  const held = createRowsByEntry<Mention>()
  const gathered = createGathered<Mention, Row>({ make: toRow, onRow: rows.add, onGone: rows.remove })
  return {
    add(entry, { people, resources }) {
      const resourceAt = new Map(resources.map((use) => [use.span.from, use.key]))
      const mentions = people.map((mention, at) => toMention(entry, mention, at, resourceAt))
      mentions.forEach(gathered.add)
      held.add(entry, mentions)
    },
    prepare() {
      gathered.settle()
      rows.inOrder('name')
    },
    remove: (entry) => held.take(entry).forEach(gathered.remove),
    list(question) {
      gathered.settle()
      const { order, today } = question
      const test = createTest(question)
      const sorting = order === 'mentions' ? 'mentions' : 'name'
      const found = joinSame(rows.inOrder(sorting), question.same, compare[sorting]).filter(test)
      if (order === 'last' || order === 'next') {
        // People are few, and what was last depends on the day that is asked for.
        const day = (row: Row): IsoDay | null => contacts(row, today)[order]
        const sorted = found.toSorted((left, right) => byDay(day(left), day(right)))
        return windowOf(
          sorted,
          question,
          (row) => showRow(row, today),
          (row) => day(row) !== null,
        )
      }
      return windowOf(found, question, (row) => showRow(row, today))
    },
    places(keys, readFacts) {
      gathered.settle()
      return [...new Set(keys)]
        .flatMap(gathered.placesOf)
        .toSorted(byPlace)
        .map(({ entry, at }) => ({
          ...placeOf(entry),
          mention: readFacts(entry).people[at] as PersonMention,
        }))
    },
  }
}

/** Rows of spellings that are one person, as one row under the first of them. People are few: they are joined anew. */
function joinSame(
  rows: readonly Row[],
  same: readonly Spellings[],
  compare: (left: Row, right: Row) => number,
): readonly Row[] {
  if (same.length === 0) return rows
  const groupOf = new Map(same.flatMap((group) => group.map((name) => [personKey(name), group] as const)))
  const members = new Map<Spellings, Row[]>()
  const alone: Row[] = []
  for (const row of rows) {
    const group = groupOf.get(row.shown.key)
    if (group === undefined) alone.push(row)
    else members.set(group, [...(members.get(group) ?? []), row])
  }
  const joined = Array.from(members, ([group, own]) => joinRows(group, own))
  return [...alone, ...joined].toSorted(compare)
}

function joinRows([name = '', ...others]: Spellings, rows: readonly Row[]): Row {
  const row = toRow(
    personKey(name),
    rows.flatMap(({ mentions }) => mentions),
  )
  const written = new Set(row.mentions.map((mention) => mention.key))
  const also = others.filter((each) => written.has(personKey(each)))
  return { ...row, shown: { ...row.shown, name, also }, name: needleOf(name) }
}

function byPlace(left: Mention, right: Mention): number {
  return byEntry(left.entry, right.entry) || left.at - right.at
}

function createTest(question: PeopleQuestion): (row: Row) => boolean {
  const { roles, keys } = question
  const hasWords = createRowTest({ text: question.text, tags: [], kinds: [] })
  const isInEntry = createRowTest({ ...question, text: '' })
  const wanted = new Set(keys)
  return (row) =>
    (wanted.size === 0 || wanted.has(row.shown.key)) &&
    (roles.length === 0 || row.shown.roles.some((role) => roles.includes(role))) &&
    hasWords(row.needle, row.mentions[0]!.entry) &&
    row.mentions.some(({ entry }) => isInEntry('', entry))
}

function showRow(row: Row, today: IsoDay): PersonRow {
  return { ...row.shown, ...contacts(row, today) }
}

function contacts(
  { days }: Row,
  today: IsoDay,
): { readonly last: IsoDay | null; readonly next: IsoDay | null } {
  return { last: days.findLast((day) => day <= today) ?? null, next: days.find((day) => day > today) ?? null }
}

function toMention(
  entry: HeldEntry,
  { name, role, day, from }: PersonMention,
  at: number,
  resourceAt: ReadonlyMap<number, string>,
): Mention {
  const resource = role === 'author' ? (resourceAt.get(from) ?? null) : null
  return { entry, at, key: personKey(name), name, role, day, resource }
}

/** Mentions come in the order in which entries were read, so they are sorted: the same entries give the same row. */
function toRow(key: string, unsorted: readonly Mention[]): Row {
  const mentions = unsorted.toSorted(byPlace)
  const name = mostUsed(mentions.map((mention) => mention.name)) ?? ''
  const resources = new Set(mentions.flatMap(({ resource }) => (resource === null ? [] : [resource])))
  const days = mentions.flatMap(({ role, day }) => (role === 'met' && day !== null ? [day] : []))
  return {
    shown: {
      key,
      name,
      roles: personRoles.filter((role) => mentions.some((mention) => mention.role === role)),
      resources: resources.size,
      quotes: mentions.filter(({ role }) => role === 'quoted').length,
      mentions: mentions.length,
    },
    mentions,
    needle: needleOf(...new Set(mentions.map((mention) => mention.name))),
    name: needleOf(name),
    days: days.toSorted(),
  }
}
