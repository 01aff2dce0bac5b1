import * as v from 'valibot'
import { expect, it } from 'vitest'
import { peopleQuestionSchema, quotesQuestionSchema } from '../../../../shared/contract/facts.ts'
import type { EntryPath, Revision } from '../../../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../../../shared/entry/summarize.ts'
import { createFactBook } from '../../../../shared/facts/fact-book.ts'

const text = `[Post](https://a.org) by Neel Nanda

coffee with @nanda on nov 18

Nell Nanda in [Third](https://c.org):
> start small

[Other](https://b.org) by Ann Lee
`

it('spellings of one person are one row, with the places and quotes of all of them', () => {
  const book = createFactBook()
  const entry = { path: '2026-11-20.md' as EntryPath, text, revision: '' as Revision, actionHeadings: [] }
  book.put(summarizeEntry(entry))
  const list = (same: string[][]) =>
    book.listPeople(v.parse(peopleQuestionSchema, { today: '2026-11-24', same })).rows
  expect(list([]).map(({ name }) => name)).toEqual(['Ann Lee', 'nanda', 'Neel Nanda', 'Nell Nanda'])
  const joined = list([['Neel Nanda', 'nanda', 'Nell Nanda', 'never written']])
  expect(joined.map(({ key, name, also }) => [key, name, also])).toEqual([
    ['ann lee', 'Ann Lee', undefined],
    ['neel nanda', 'Neel Nanda', ['nanda', 'Nell Nanda']],
  ])
  expect(joined[1]).toMatchObject({ quotes: 1, last: '2026-11-18' })
  const alone = book.listPersonPlaces({ key: 'neel nanda' })
  const both = book.listPersonPlaces({ key: 'neel nanda', also: ['nanda'] })
  expect(both.length).toBeGreaterThan(alone.length)
  const quotes = (alsoPeople: string[]) =>
    book.listQuotes(v.parse(quotesQuestionSchema, { person: 'neel nanda', alsoPeople })).total
  expect([quotes([]), quotes(['nell nanda'])]).toEqual([0, 1])
})
