import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isProgramHeading, readPrograms } from '../../../../shared/actions/read-programs.ts'
import type { Program } from '../../../../shared/entry/summary.ts'
import { parseEntry } from '../../../../shared/markdown/parse-entry.ts'
import { readLinks } from '../../../../shared/resources/read-links.ts'

function programs(text: string): readonly Program[] {
  const parsed = parseEntry(text)
  return readPrograms(parsed, readLinks(parsed), '2025-09-20')
}

/** The one program of a section with this text. */
function only(line: string): Program {
  const found = programs(`## Research programs\n\n${line}\n`)
  expect(found).toHaveLength(1)
  return found[0]!
}

describe('a program', () => {
  it.each<[string, Partial<Program>]>([
    [
      '[M](https://m.example) (in-person, full-time, Berkeley/London)',
      { name: 'M', formats: ['in-person', 'full-time'], places: ['Berkeley', 'London'], isFullTime: true },
    ],
    ['[M](https://m.example) (part-time)', { formats: ['part-time'], isFullTime: false }],
    [
      '- [M](https://www.m.example/?utm_source=x) (Online; Part time; 10-20 h/week)',
      { key: 'https://m.example', formats: ['remote', 'part-time'], hours: '10-20 h/week' },
    ],
    [
      '[M](https://m.example) (full-time or part-time)',
      { formats: ['full-time', 'part-time'], isFullTime: false },
    ],
    [
      '[M](https://m.example) by [C](https://c.example) (remote, New York)',
      { formats: ['remote'], places: ['New York'] },
    ],
    ['[M](https://m.example) (deadline: 2026-01-15)', { deadline: '2026-01-15' }],
    ['[M](https://m.example) (part-time, due jan 15)', { deadline: '2026-01-15' }],
    ['[M](https://m.example) (applied)', { status: 'applied' }],
    ['[M](https://m.example) (part-time, for people with a job)', { places: [] }],
    ['[M](https://m.example)\n- deadline 2026-12-06', { deadline: '2026-12-06' }],
    ['[M](https://m.example)\n- deadline: they say "early in the new year"', { deadline: null }],
    ['[M](https://m.example)\n- rolling. applied on nov 9', { deadline: 'rolling', status: 'applied' }],
    [
      '- [M](https://m.example)\n  - status: interviewing\n  - next step: ask Ann, then write',
      { status: 'interview', nextStep: 'ask Ann, then write' },
    ],
    [
      '[M](https://m.example)\n- place: somewhere warm\n- hours: 8 hours a week',
      { places: ['somewhere warm'], hours: '8 hours a week' },
    ],
    ['[M](https://m.example) - a mentorship program', { formats: [], places: [], deadline: null }],
    ['- AISES (part-time, Berlin)', { name: 'AISES', url: null, key: null, places: ['Berlin'] }],
  ])('%s', (line, expected) => {
    expect(only(line)).toMatchObject(expected)
  })

  it('is one of several lines, each with its own bullets, also where a line follows a bullet lazily', () => {
    const text =
      '# Programs\n\n[A](https://a.example) (part-time)\n- deadline 2026-12-06\n[B](https://b.example) (full-time)\n- status: applied\n'
    const found = programs(text)
    expect(found.map(({ name, formats, deadline, status }) => [name, formats, deadline, status])).toEqual([
      ['A', ['part-time'], '2026-12-06', null],
      ['B', ['full-time'], null, 'applied'],
    ])
    expect(found.map(({ span }) => text.slice(span.from, span.to))).toEqual([
      '[A](https://a.example) (part-time)',
      '[B](https://b.example) (full-time)',
    ])
  })

  it.each([
    '# resources\n\n[M](https://m.example) (part-time)\n',
    '# programs\n\n# next steps\n\n- [M](https://m.example) (part-time)\n',
    '# programs\n\n---\n\n[M](https://m.example) (part-time)\n',
    '# programs\n\n```\n[M](https://m.example) (part-time)\n```\n',
    '# programs\n\nI read about [M](https://m.example) (part-time)\n',
    '# programs\n\n- ask Ann (tomorrow)\n- a note: M (part-time)\n',
    '- programs\n  - [M](https://m.example) (part-time)\n',
  ])('is none: %j', (text) => {
    expect(programs(text)).toEqual([])
  })

  it('is not a link in a sub-bullet', () => {
    expect(only('- [M](https://m.example)\n  - [apply here](https://m.example/apply)').name).toBe('M')
  })
})

describe('a heading of programs', () => {
  it.each(['research programs', 'Programmes', '🎓 Fellowships & internships', 'PROGRAMS:', 'Residencies'])(
    '%s is one',
    (heading) => expect(isProgramHeading(heading)).toBe(true),
  )
  it.each(['programming', 'A program to read data', 'the MATS program', 'resources', ''])(
    '%s is none',
    (heading) => expect(isProgramHeading(heading)).toBe(false),
  )
})

const firstUser = '../shared/text/career-exploration.md'

describe.skipIf(!existsSync(firstUser))(`the first user's text (skipped without ${firstUser})`, () => {
  it('has four programs with format and place, whose deadlines are to be asked for', () => {
    const found = programs(readFileSync(firstUser, 'utf8'))
    expect(found.map(({ name, formats, places, deadline }) => [name, formats, places, deadline])).toEqual([
      ['MATS', ['in-person', 'full-time'], ['Berkeley', 'London'], null],
      ['SPAR', ['part-time'], [], null],
      ['MARS', ['part-time'], [], null],
      ['Astra Fellowship', ['in-person', 'full-time'], ['Berkeley'], null],
    ])
  })
})
