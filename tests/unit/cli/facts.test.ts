import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { verbs } from '../../../cli/verbs.ts'
import type { ListedPerson } from '../../../cli/verbs/people.ts'
import type { ListedProgram } from '../../../cli/verbs/programs.ts'
import type { ListedQuote } from '../../../cli/verbs/quotes.ts'
import type { ListedResource } from '../../../cli/verbs/resources.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'
import { runAtTerminal } from './terminal.ts'

const files = {
  'reading.md':
    '# Reading\r\n\r\n[Toy models](https://www.example.org/toy?utm_source=x) by Ann Lee (Sep 2025) ⭐\r\n- where to begin\r\n\r\nAnn Lee in [Toy](https://example.org/toy):\r\n> start small\r\n\r\n> by nobody\r\n',
  'apply.md':
    '# Programs\n\n[M](https://m.example) (in-person, full-time, Berkeley/London)\n[S](https://s.example) (part-time)\n- deadline 2026-01-15\n',
}

async function list<Row>(verb: string, folder: string): Promise<readonly Row[]> {
  const ran = await runAtTerminal(verbs, [verb, folder, '--json'])
  expect(ran).toMatchObject({ exitCode: 0, complained: '' })
  return JSON.parse(ran.printed) as readonly Row[]
}

describe('what the entries hold, as JSON', () => {
  it('lists resources once, with each use', async () => {
    const listed = await list<ListedResource>('resources', makeTemporaryFolder(files))
    expect(listed.map(({ title }) => title)).toEqual(['M', 'S', 'Toy models'])
    expect(listed[2]).toEqual({
      url: 'https://example.org/toy',
      title: 'Toy models',
      authors: ['Ann Lee'],
      month: '2025-09',
      star: true,
      status: null,
      notes: ['where to begin'],
      uses: [
        { path: 'reading.md', line: 3, text: 'Toy models by Ann Lee (Sep 2025) ⭐' },
        { path: 'reading.md', line: 6, text: 'Ann Lee in Toy:' },
      ],
    })
  })

  it('lists quotes, people and programs', async () => {
    const folder = makeTemporaryFolder(files)
    expect(await list<ListedQuote>('quotes', folder)).toEqual([
      {
        text: 'start small',
        person: 'Ann Lee',
        resource: 'https://example.org/toy',
        path: 'reading.md',
        line: 7,
      },
      { text: 'by nobody', person: null, resource: null, path: 'reading.md', line: 9 },
    ])
    expect(await list<ListedPerson>('people', folder)).toEqual([
      {
        name: 'Ann Lee',
        roles: ['author', 'quoted'],
        resources: 1,
        quotes: 1,
        mentions: [
          { path: 'reading.md', line: 3 },
          { path: 'reading.md', line: 6 },
          { path: 'reading.md', line: 7 },
        ],
      },
    ])
    expect(await list<ListedProgram>('programs', folder)).toEqual([
      {
        name: 'S',
        url: 'https://s.example',
        format: ['part-time'],
        places: [],
        deadline: '2026-01-15',
        status: null,
        path: 'apply.md',
        line: 4,
      },
      {
        name: 'M',
        url: 'https://m.example',
        format: ['in-person', 'full-time'],
        places: ['Berkeley', 'London'],
        deadline: null,
        status: null,
        path: 'apply.md',
        line: 3,
      },
    ])
  })
})

describe('what the entries hold, for reading', () => {
  it.each([
    [
      'resources',
      [
        'Toy models ⭐  Ann Lee, 2025-09',
        '  - where to begin',
        '  reading.md:3',
        '3 resources, 4 uses, 1 starred',
      ],
    ],
    [
      'quotes',
      [
        '> start small',
        '  — Ann Lee, https://example.org/toy',
        '  no source',
        '2 quotes, 1 without a source',
      ],
    ],
    ['people', ['Ann Lee  author, quoted  1 resource  1 quote', '1 person']],
    ['programs', ['M  in-person, full-time, Berkeley/London', '  deadline?', '  deadline 2026-01-15']],
  ])('%s', async (verb, lines) => {
    const { printed } = await runAtTerminal(verbs, [verb, makeTemporaryFolder(files)])
    for (const line of lines) expect(printed.split('\n')).toContain(line)
  })

  it('says so when there is nothing', async () => {
    const { printed, exitCode } = await runAtTerminal(verbs, ['quotes', makeTemporaryFolder({})])
    expect([printed, exitCode]).toEqual(['0 quotes, 0 without a source', 0])
  })
})

const firstUser = '../shared/text/career-exploration.md'

describe.skipIf(!existsSync(firstUser))(`the first user's text (skipped without ${firstUser})`, () => {
  it('gives its counts', async () => {
    const folder = makeTemporaryFolder({ 'career.md': readFileSync(firstUser, 'utf8') })
    const resources = await list<ListedResource>('resources', folder)
    expect(resources).toHaveLength(30)
    expect(resources.flatMap(({ uses }) => uses)).toHaveLength(37)
    expect(resources.filter(({ star }) => star)).toHaveLength(6)
    const quotes = await list<ListedQuote>('quotes', folder)
    expect(quotes.filter(({ resource }) => resource !== null)).toHaveLength(6)
    expect(quotes).toHaveLength(7)
    expect(await list('programs', folder)).toHaveLength(4)
    expect(await list('people', folder)).toHaveLength(19)
  })
})
