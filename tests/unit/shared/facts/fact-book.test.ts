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

describe('the agenda of a journal', () => {
  it('stands in sections by day, with the steps of each step', () => {
    const { rows, groups, counts } = ask(bookOf(texts), 'listAgenda')
    expect(rows.map(({ step, section, path }) => [step.words, section, path])).toEqual([
      ['write to @bo on oct 3', 'week', '2025-09-20.md'],
      ['Bédé', 'no-date', '2025-09-25.md'],
      ['plan', 'no-date', '2025-09-25.md'],
    ])
    expect(rows[0]?.step.steps.map(({ text }) => text)).toEqual(['find the address'])
    expect(groups).toEqual([
      { key: 'week', label: 'week', count: 1 },
      { key: 'no-date', label: 'no-date', count: 2 },
    ])
    expect(counts).toEqual({ open: 3, late: 0, waiting: 0 })
  })

  it('moves on with the day', () => {
    const sections = (today: string) =>
      ask(bookOf(texts), 'listAgenda', { today }).rows.map(({ section }) => section)
    expect(sections('2025-10-03')[0]).toBe('today')
    expect(sections('2025-10-04')[0]).toBe('overdue')
    expect(sections('2025-09-26')[0]).toBe('later')
  })

  it.each<[object, readonly string[]]>([
    [{ sections: ['settled'] }, ['sleep']],
    [{ text: 'address' }, ['write to @bo on oct 3']],
    [{ tags: ['goal'] }, ['write to @bo on oct 3']],
    [{ kinds: ['draft'] }, []],
    [{ from: 1, limit: 1 }, ['Bédé']],
    [{ grouping: 'entry' }, ['Bédé', 'plan', 'write to @bo on oct 3']],
  ])('is narrowed: %j', (question, expected) => {
    const { rows } = ask(bookOf(texts), 'listAgenda', question)
    expect(rows.map(({ step }) => step.words)).toEqual(expected)
  })

  it('is grouped by entry and by goal, and tells how far each goal is', () => {
    const goals = {
      'a.md': '# A\n\n- [ ] one #goal/portfolio\n  - [x] two\n\n## mentorship\n\n- [x] three\n- [ ] four\n',
      'b.md': '# B\n\n- [ ] five\n',
    }
    const answer = ask(bookOf(goals), 'listAgenda', { grouping: 'goal' })
    expect(answer.groups).toEqual([
      { key: 'mentorship', label: 'mentorship', count: 1 },
      { key: 'portfolio', label: 'portfolio', count: 1 },
      { key: '', label: '', count: 1 },
    ])
    expect(answer.goals).toEqual([
      { goal: 'mentorship', done: 1, total: 2 },
      { goal: 'portfolio', done: 1, total: 2 },
    ])
    const byGoal = ask(bookOf(goals), 'listAgenda', { goal: 'portfolio' }).rows
    expect(byGoal.map(({ step }) => step.words)).toEqual(['one #goal/portfolio'])
    const byEntry = ask(bookOf(goals), 'listAgenda', { grouping: 'entry' })
    expect(byEntry.groups.map(({ label, count }) => [label, count])).toEqual([
      ['A', 2],
      ['B', 1],
    ])
  })

  it('gives a calendar its days: entries written, and what is due and not done', () => {
    const days = ask(bookOf(texts), 'listDays', { from: '2025-09-01', to: '2025-10-31' })
    expect(days).toEqual([
      {
        day: '2025-09-20',
        entries: 1,
        due: [],
        done: [
          { words: 'find the address', path: '2025-09-20.md', from: expect.any(Number) },
          { words: 'sleep', path: '2025-09-20.md', from: expect.any(Number) },
        ],
      },
      { day: '2025-09-25', entries: 1, due: [], done: [] },
      {
        day: '2025-10-03',
        entries: 0,
        done: [],
        due: [{ words: 'write to @bo on oct 3', path: '2025-09-20.md', from: expect.any(Number) }],
      },
    ])
  })
})

describe('what was done in a journal', () => {
  it.each([
    ['a done date is the day', '- [x] form 📅 2025-09-10 ✅ 2025-09-12\n', '2025-09-12'],
    ['else the day it was due', '- [x] form 📅 2025-09-10\n', '2025-09-10'],
    ['else the day of the daily entry', '- [x] form\n', '2025-09-08'],
    ['a step under what was done counts on its day', '# Actions\n\n1. form (sep 5)\n', '2025-09-05'],
    ['what was given up was not done', '- [-] form 📅 2025-09-10\n', undefined],
  ])('%s', (_, text, day) => {
    const days = ask(bookOf({ '2025-09-08.md': text }), 'listDays', { from: '2025-09-01', to: '2025-09-30' })
    expect(days.find(({ done }) => done.length > 0)?.day).toBe(day)
  })

  it('names as many as are asked for', () => {
    const text = '- [x] one\n- [x] two\n- [x] three\n'
    const named = (most: number) =>
      ask(bookOf({ '2025-09-08.md': text }), 'listDays', { from: '2025-09-08', to: '2025-09-08', most })[0]
        ?.done
    expect(named(2)).toHaveLength(2)
    expect(named(9)).toHaveLength(3)
  })
})

describe('what is due in a journal', () => {
  const titles = (question: object) =>
    ask(bookOf(texts), 'listEvents', question).map(({ title, day }) => `${day} ${title}`)

  it('is open steps with a day of their own and deadlines, within a range of days', () => {
    const all = ['2025-10-03 write to @bo on oct 3', '2026-01-15 M: deadline']
    expect(titles({})).toEqual(all)
    expect(titles({ from: '2025-10-04' })).toEqual([all[1]])
    expect(titles({ from: '2025-10-03', to: '2025-10-03' })).toEqual([all[0]])
    expect(titles({ to: '2025-10-02' })).toEqual([])
  })

  it('keeps the name of each event whatever the range leaves out', () => {
    const book = bookOf({ 'a.md': '- [ ] water 📅 2025-10-02\n- [ ] water 📅 2025-10-09\n' })
    const [, second] = ask(book, 'listEvents')
    expect(ask(book, 'listEvents', { from: '2025-10-09' })).toEqual([second])
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
    const verbs = ['listAgenda', 'listPrograms', 'listResources', 'listQuotes', 'listPeople'] as const
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
            book.load(() => saved)
          }
        }
        const fresh = bookOf(Object.fromEntries(files))
        for (const verb of verbs) expect(ask(book, verb)).toEqual(ask(fresh, verb))
        // Counts alone follow the rows that changed; they must be those of a question that walks all rows.
        expect(ask(book, 'listAgenda', { limit: 0 })).toEqual({ ...ask(fresh, 'listAgenda'), rows: [] })
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
    const sections = ['settled', 'under-way', 'asked', 'no-date']
    expect(ask(book, 'listAgenda', { sections }).total).toBe(11)
    expect(ask(book, 'listPrograms').total).toBe(4)
    expect(ask(book, 'listQuotes').total).toBe(7)
    expect(ask(book, 'listQuotes', { isUnsourced: true }).total).toBe(1)
  })
})
