import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { factRequests, type FactQuestions, type FactVerb } from '../../../../shared/contract/facts.ts'
import type { EntryPath, Revision } from '../../../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../../../shared/entry/summarize.ts'
import type { Summary } from '../../../../shared/entry/summary.ts'
import { createFactBook, type FactBook } from '../../../../shared/facts/fact-book.ts'

function summarize(path: string, text: string): Summary {
  const actionHeadings = ['actions', 'next steps']
  return summarizeEntry({ path: path as EntryPath, text, revision: '' as Revision, actionHeadings })
}

function bookOf(texts: Readonly<Record<string, string>>): FactBook {
  const book = createFactBook()
  for (const [path, text] of Object.entries(texts)) book.put(summarize(path, text))
  return book
}

/** Asks with what the contract fills in. */
function ask<V extends FactVerb>(book: FactBook, verb: V, question: object = {}): FactQuestions[V]['output'] {
  const input = v.parse(factRequests[verb].input, { today: '2025-10-01', ...question })
  return book[verb](input as never) as FactQuestions[V]['output']
}

const texts = {
  '2025-09-20.md':
    '---\ntags: [goal/portfolio]\n---\n# One\n\n[Advice](https://www.a.example/x?utm_source=n) by Ann Lee (May 2023) ⭐\n- read it twice\n\nAnn Lee in [Advice](https://a.example/x):\n> start small\n\n- [ ] write to @bo on oct 3\n  - [x] find the address\n- [x] sleep\n',
  '2025-09-25.md':
    '- [Advice](https://a.example/x/) #reading\n- [ ] [Bédé](https://b.example)\n\ncoffee with @bo on sep 24\n\n# Next steps\n\n1. plan\n\n> words of nobody\n',
  'drafts/d.md':
    '---\ndraft: true\n---\n# Programs\n\n[M](https://m.example) (full-time, Berlin)\n- deadline 2026-01-15\n[S](https://s.example) (part-time)\n',
}

describe('resources of a journal', () => {
  it('are one row for each address, with what all uses say', () => {
    const { rows, total } = ask(bookOf(texts), 'listResources', { order: 'title' })
    expect(total).toBe(4)
    expect(rows.map((row) => [row.title, row.uses, row.entries])).toEqual([
      ['Advice', 3, 2],
      ['Bédé', 1, 1],
      ['M', 1, 1],
      ['S', 1, 1],
    ])
    expect(rows[0]).toMatchObject({
      key: 'https://a.example/x',
      authors: ['Ann Lee'],
      month: '2023-05',
      isMustRead: true,
      starredUses: 1,
      status: 'reading',
      notes: ['read it twice'],
      first: '2025-09-20',
      last: '2025-09-25',
      tags: ['reading', 'goal/portfolio'],
    })
  })

  it.each<[object, readonly string[]]>([
    [{ text: 'BEDE' }, ['Bédé']],
    [{ text: 'ann adv' }, ['Advice']],
    [{ text: 'nothing' }, []],
    [{ statuses: ['to-read'] }, ['Bédé']],
    [{ statuses: ['none'] }, ['M', 'S']],
    [{ isMustRead: true }, ['Advice']],
    [{ author: 'ann lee' }, ['Advice']],
    [{ host: 'm.example' }, ['M']],
    [{ month: '2023' }, ['Advice']],
    [{ tags: ['#Goal'] }, ['Advice']],
    [{ tags: ['goal/portfolio'], text: 'book' }, []],
    [{ kinds: ['draft'] }, ['M', 'S']],
    [{ path: '2025-09-25.md' }, ['Advice', 'Bédé']],
    [{ keys: ['https://s.example'] }, ['S']],
    [{ from: 1, limit: 2 }, ['Bédé', 'M']],
    [{ isDescending: true, limit: 2 }, ['S', 'M']],
    [{ order: 'author', isDescending: true }, ['Advice', 'Bédé', 'M', 'S']],
    [{ order: 'uses', isDescending: true, limit: 1 }, ['Advice']],
    [{ order: 'last', isDescending: true }, ['Bédé', 'Advice', 'M', 'S']],
  ])('are narrowed and sorted: %j', (question, titles) => {
    const answer = ask(bookOf(texts), 'listResources', { order: 'title', ...question })
    expect(answer.rows.map((row) => row.title)).toEqual(titles)
  })

  it('are counted by status, whatever status is asked for', () => {
    const { statuses } = ask(bookOf(texts), 'listResources', { statuses: ['used'], kinds: ['daily'] })
    expect(statuses).toEqual({ 'to-read': 1, reading: 1, used: 0, dropped: 0, none: 0 })
  })

  it('tell each of their uses', () => {
    const places = ask(bookOf(texts), 'listResourcePlaces', { key: 'https://a.example/x' })
    expect(places.map(({ path, isMustRead, notes }) => [path, isMustRead, notes])).toEqual([
      ['2025-09-25.md', false, []],
      ['2025-09-20.md', true, ['read it twice']],
      ['2025-09-20.md', false, []],
    ])
    expect(texts['2025-09-25.md'].slice(places[0]!.from)).toMatch(/^\[Advice\]/)
  })
})

describe('actions of a journal', () => {
  it('are trees with their day, in the order asked for', () => {
    const { rows, states } = ask(bookOf(texts), 'listActions', { order: 'day' })
    expect(rows.map(({ action, day, path }) => [action.text, day, path])).toEqual([
      ['write to @bo on oct 3', '2025-10-03', '2025-09-20.md'],
      ['Bédé', null, '2025-09-25.md'],
      ['plan', null, '2025-09-25.md'],
      ['sleep', null, '2025-09-20.md'],
    ])
    expect(rows[0]?.action.steps.map((step) => step.text)).toEqual(['find the address'])
    expect(states).toMatchObject({ open: 2, done: 1, unboxed: 1 })
  })

  it.each<[object, readonly string[]]>([
    [{ states: ['done'] }, ['write to @bo on oct 3', 'sleep']],
    [{ states: ['unboxed'] }, ['plan']],
    [{ text: 'address' }, ['write to @bo on oct 3']],
    [{ tags: ['goal'] }, ['write to @bo on oct 3', 'sleep']],
  ])('are narrowed: %j', (question, expected) => {
    const { rows } = ask(bookOf(texts), 'listActions', question)
    expect(rows.map(({ action }) => action.text)).toEqual(expected)
  })
})

describe('programs, quotes and people of a journal', () => {
  it('list programs by deadline, without full-time ones when one has a job', () => {
    const names = (question: object) =>
      ask(bookOf(texts), 'listPrograms', question).rows.map(({ program }) => program.name)
    expect(names({})).toEqual(['M', 'S'])
    expect(names({ hasFullTime: false })).toEqual(['S'])
    expect(names({ text: 'berlin' })).toEqual(['M'])
    expect(names({ order: 'name', isDescending: true })).toEqual(['S', 'M'])
  })

  it('list quotes by person and resource, and those without a source', () => {
    const said = (question: object) =>
      ask(bookOf(texts), 'listQuotes', question).rows.map(({ quote }) => quote.text)
    expect(said({})).toEqual(['words of nobody', 'start small'])
    expect(said({ order: 'person' })).toEqual(['start small', 'words of nobody'])
    expect(said({ person: 'ann lee' })).toEqual(['start small'])
    expect(said({ resource: 'https://a.example/x' })).toEqual(['start small'])
    expect(said({ isUnsourced: true })).toEqual(['words of nobody'])
  })

  it('list people once, with last and next contact', () => {
    const { rows } = ask(bookOf(texts), 'listPeople')
    expect(rows).toEqual([
      {
        key: 'ann lee',
        name: 'Ann Lee',
        roles: ['author', 'quoted'],
        resources: 1,
        quotes: 1,
        mentions: 3,
        last: null,
        next: null,
      },
      {
        key: 'bo',
        name: 'bo',
        roles: ['met'],
        resources: 0,
        quotes: 0,
        mentions: 2,
        last: '2025-09-24',
        next: '2025-10-03',
      },
    ])
    expect(ask(bookOf(texts), 'listPeople', { order: 'last' }).rows.map(({ key }) => key)).toEqual([
      'bo',
      'ann lee',
    ])
    const places = ask(bookOf(texts), 'listPersonPlaces', { key: 'bo' })
    expect(places.map(({ path, mention }) => [path, mention.day])).toEqual([
      ['2025-09-25.md', '2025-09-24'],
      ['2025-09-20.md', '2025-10-03'],
    ])
  })
})

const pieces = [
  '[Advice](https://a.example/x) by Ann Lee ⭐\n',
  '[Other title](https://a.example/x/) by Bo (2024)\n',
  '- [ ] [Book](https://b.example)\n',
  '- [x] done on sep 3\n',
  '> words\n\n',
  'Ann Lee said:\n> more words\n\n',
  'coffee with @bo on sep 24\n\n',
  '# Programs\n\n[M](https://m.example) (part-time)\n\n',
]
const edit = fc.record({
  path: fc.constantFrom('2025-09-20.md', '2025-09-21.md', 'notes.md', 'drafts/d.md'),
  text: fc.option(fc.array(fc.constantFrom(...pieces), { maxLength: 4 }).map((list) => list.join('\n'))),
})

describe('a fact book through any edits', () => {
  it('answers as one made anew from the files, also when questions come between', () => {
    const verbs = ['listActions', 'listPrograms', 'listResources', 'listQuotes', 'listPeople'] as const
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), fc.integer({ min: 0, max: 3 }), (edits, pause) => {
        const files = new Map<string, string>()
        let book = createFactBook()
        for (const [at, { path, text }] of edits.entries()) {
          if (text === null) {
            files.delete(path)
            book.remove(path)
          } else {
            files.set(path, text)
            book.put(summarize(path, text))
          }
          if (at % (pause + 1) === 0) for (const verb of verbs) ask(book, verb)
          if (at === 6) {
            const saved = book.saved()
            book = createFactBook()
            book.load(saved)
          }
        }
        const fresh = bookOf(Object.fromEntries(files))
        for (const verb of verbs) expect(ask(book, verb)).toEqual(ask(fresh, verb))
      }),
      { seed: 20261124, numRuns: 150 },
    )
  })
})

const firstUser = '../shared/text/career-exploration.md'

describe.skipIf(!existsSync(firstUser))(`the first user's text (skipped without ${firstUser})`, () => {
  const book = bookOf(
    existsSync(firstUser) ? { 'career-exploration.md': readFileSync(firstUser, 'utf8') } : {},
  )

  it('gives 30 resources with 37 uses, six starred', () => {
    const { rows, total } = ask(book, 'listResources')
    expect(total).toBe(30)
    expect(rows.reduce((sum, row) => sum + row.uses, 0)).toBe(37)
    expect(rows.filter((row) => row.isMustRead)).toHaveLength(6)
    expect(rows.filter((row) => row.uses > 1)).toHaveLength(6)
  })

  it('gives five actions and six next steps, four programs, seven quotes', () => {
    expect(ask(book, 'listActions').total).toBe(11)
    expect(ask(book, 'listPrograms').total).toBe(4)
    expect(ask(book, 'listQuotes').total).toBe(7)
    expect(ask(book, 'listQuotes', { isUnsourced: true }).total).toBe(1)
  })
})
