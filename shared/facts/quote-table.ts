import type { QuotesAnswer, QuotesQuestion } from '../contract/facts.ts'
import type { Quote } from '../entry/summary.ts'
import { personKey } from '../resources/person-names.ts'
import { byEntry, createRowsByEntry, type FactTable, type ReadFacts } from './fact-table.ts'
import { placeOf, type HeldEntry } from './held-entry.ts'
import { createRowTest, needleOf, windowOf } from './narrow-rows.ts'
import { byDay, createRowList } from './row-list.ts'

interface Row {
  readonly entry: HeldEntry
  readonly at: number
  readonly needle: string
  /** `personKey` of each who said it. */
  readonly people: readonly string[]
  readonly resource: string | null
  /** Title of the source, folded. */
  readonly title: string | null
}

export interface QuoteTable extends FactTable {
  list(question: QuotesQuestion, readFacts: ReadFacts): QuotesAnswer
}

export function createQuoteTable(): QuoteTable {
  const byPlace = (left: Row, right: Row): number => byEntry(left.entry, right.entry) || left.at - right.at
  const rows = createRowList<Row, QuotesQuestion['order']>({
    entry: byPlace,
    person: (left, right) => byDay(left.people[0] ?? null, right.people[0] ?? null) || byPlace(left, right),
    resource: (left, right) => byDay(left.title, right.title) || byPlace(left, right),
  })
  const held = createRowsByEntry<Row>()
  return {
    add(entry, { quotes }) {
      const added = quotes.map((quote, at) => toRow(entry, quote, at))
      added.forEach(rows.add)
      held.add(entry, added)
    },
    prepare: () => void rows.inOrder('entry'),
    remove: (entry) => held.take(entry).forEach(rows.remove),
    list(question, readFacts) {
      const isMeant = createRowTest(question)
      const { resource, isUnsourced, order } = question
      const person = question.person === undefined ? null : new Set([question.person, ...question.alsoPeople])
      const found = rows
        .inOrder(order)
        .filter(
          (row) =>
            (person === null || row.people.some((key) => person.has(key))) &&
            (resource === undefined || row.resource === resource) &&
            (!isUnsourced || (row.people.length === 0 && row.resource === null)) &&
            isMeant(row.needle, row.entry),
        )
      const show = (row: Row) => ({
        ...placeOf(row.entry),
        quote: readFacts(row.entry).quotes[row.at] as Quote,
      })
      return windowOf(found, question, show, (row) => hasValue(row, order))
    },
  }
}

function hasValue(row: Row, order: QuotesQuestion['order']): boolean {
  return order === 'person' ? row.people.length > 0 : order !== 'resource' || row.title !== null
}

function toRow(entry: HeldEntry, { text, people, source }: Quote, at: number): Row {
  return {
    entry,
    at,
    needle: needleOf(text, ...people, source?.title ?? null),
    people: people.map(personKey),
    resource: source?.key ?? null,
    title: source === null ? null : needleOf(source.title),
  }
}
