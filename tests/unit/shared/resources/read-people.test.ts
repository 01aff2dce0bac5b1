import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { EntryPath, Revision } from '../../../../shared/entry/entry-path.ts'
import { summarizeEntry } from '../../../../shared/entry/summarize.ts'
import type { PersonMention } from '../../../../shared/entry/summary.ts'
import { isOwnPage, personKey } from '../../../../shared/resources/person-names.ts'

function people(text: string, path = '2025-09-20.md'): readonly PersonMention[] {
  const entry = { path: path as EntryPath, text, revision: 'r' as Revision, actionHeadings: [] }
  return summarizeEntry(entry).people
}

function named(text: string, path?: string): readonly string[] {
  return people(text, path).map(({ name, role, day }) =>
    [name, role, ...(day === null ? [] : [day])].join(' '),
  )
}

describe('people in an entry', () => {
  it.each<[string, readonly string[]]>([
    ['[T](https://e.example) by Ann Lee & Bo Kim', ['Ann Lee author', 'Bo Kim author']],
    ['[T](https://e.example) by Ann Lee et al. (2020)', ['Ann Lee author']],
    ['Ann Lee said:\n> words', ['Ann Lee quoted']],
    ['thanks to @ann and (@bo.kim), @cy_d!', ['ann mentioned', 'bo.kim mentioned', 'cy_d mentioned']],
    [
      '[[People/Ann Lee]] and [[people/bo-kim.md|Bo]] and [[@Cy Ode]]',
      ['Ann Lee mentioned', 'Bo mentioned', 'Cy Ode mentioned'],
    ],
    ['see [Daniel Dewey](https://www.danieldewey.net/)', ['Daniel Dewey mentioned']],
    ['- [Gary Marcus](https://x.com/garymarcus)', ['Gary Marcus mentioned']],
    ['speaking with [Daniel Dewey](https://danieldewey.net) on sep 23rd', ['Daniel Dewey met 2025-09-23']],
    ['coffee with @ann', ['ann met']],
    ['@ann sends it on sep 23rd', ['ann met 2025-09-23']],
    [
      '[T](https://e.example) by Ann Lee\n\n- lunch with Ann Lee (sep 12)',
      ['Ann Lee author', 'Ann Lee met 2025-09-12'],
    ],
    [
      'suggestions from the folks:\n- marshall: deadlines\n- ✅ Nanda: streams\n- [x] Ann Lee - shorter',
      ['marshall suggested', 'Nanda suggested', 'Ann Lee suggested'],
    ],
    ['## Feedback\n\n- ann: more', ['ann suggested']],
    [
      '# People\n\n## Ann Lee\n\n- last talked: 2025-09-12\n\n## Bo Kim\n\n# Else\n\n## Cy Ode',
      ['Ann Lee mentioned', 'Ann Lee met 2025-09-12', 'Bo Kim mentioned'],
    ],
  ])('%s', (text, expected) => {
    expect(named(text)).toEqual(expected)
  })

  it('are the owners of their pages', () => {
    expect(named('met on 2025-09-12\n', 'People/Ann Lee.md')).toEqual([
      'Ann Lee mentioned',
      'Ann Lee met 2025-09-12',
    ])
  })

  it('come with what stands there', () => {
    const [first] = people('suggestions:\n- ✅ ann: say **more**\n')
    expect(first).toMatchObject({ name: 'ann', text: 'say more' })
  })

  it.each([
    'mail ann@e.example or me@a.b',
    '`@media` and ```@x```',
    '```\n@ann\n```',
    'npx jsr add @std/fs and @lexical/list',
    '@app.get("/") and @2x and a@b and @ home',
    'https://e.example/@ann',
    '[[People]] and [[peoples/x]] and [[Notes on people]]',
    '[Neuro-symbolic AI](https://en.wikipedia.org/wiki/Neuro-symbolic_AI)',
    '[Open Philanthropy](https://www.openphilanthropy.org)',
    '[Redwood Research](https://www.redwoodresearch.com)',
    '[Second Door](https://example.org/second-door)',
    'I met Ann Lee in Berlin on sep 12',
    'suggestions are welcome\n\n- ann: more',
    'suggestions:\n- idea: more\n- cut the first part\n- note: x',
    'Suggestions:\n\nnone\n\n- ann: more',
    '## Programs\n\n## Ann Lee',
  ])('are none: %s', (text) => {
    expect(named(text)).toEqual([])
  })

  it('stays linear with thousands of names', () => {
    expect(people('@ann '.repeat(20_000))).toHaveLength(20_000)
    expect(people(`suggestions:\n${'- ann: more\n'.repeat(5000)}`)).toHaveLength(5000)
  })
})

describe('names', () => {
  it.each([
    ['@Ann Lee', 'ann lee'],
    ['Ann\u00A0Lee', 'ann lee'],
    ['Zoë  Müller', 'zoe muller'],
    ['R. S. Lee', 'r s lee'],
  ])('%s is the same person as %s', (left, right) => {
    expect(personKey(left)).toBe(personKey(right))
  })

  it('are told from titles and organisations by their own page', () => {
    expect(isOwnPage('Ann Lee', 'https://annlee.com/about')).toBe(true)
    expect(isOwnPage('Ann van der Lee', 'https://annvanderlee.github.io')).toBe(false)
    expect(isOwnPage('Ann Lee', 'https://github.com/AnnLee/')).toBe(true)
    expect(isOwnPage('Deep Work', 'https://deepwork.org')).toBe(false)
    expect(isOwnPage('Ann Lee', 'not an address')).toBe(false)
  })
})

const firstUser = '../shared/text/career-exploration.md'

describe.skipIf(!existsSync(firstUser))(`the first user's text (skipped without ${firstUser})`, () => {
  it('names these people and no one else', () => {
    const mentions = people(readFileSync(firstUser, 'utf8'), 'career-exploration.md')
    const roles = new Map<string, Set<string>>()
    for (const { name, role } of mentions) roles.set(name, (roles.get(name) ?? new Set()).add(role))
    expect([...roles].map(([name, each]) => `${name}: ${[...each].join(', ')}`)).toEqual([
      'Neel Nanda: author, quoted',
      'George Wang: author, quoted',
      'Benjamin Hilton: author',
      'Richard Ngo: author, quoted',
      'GabeM: author',
      'Charlie Rogers-Smith: author',
      'Rohin Shah: author',
      'Ethan Perez: author, quoted',
      'Google DeepMind team: quoted',
      'John Hughes: author',
      'AISafety.com: author',
      '80,000 Hours: author',
      'Arkose: author',
      'Constellation: author',
      'Daniel Dewey: met',
      'Gary Marcus: mentioned',
      'marshall: suggested',
      'nanda: suggested',
      'audra: suggested',
    ])
    expect(mentions.find(({ name }) => name === 'Daniel Dewey')?.day).toBe('2025-09-23')
  })
})
