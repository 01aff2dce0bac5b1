import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEmptyQuery, parseQuery as parseFrom, type QueryBranch } from '../../../../shared/search/query.ts'
import { Field, Flag } from '../../../../shared/search/segment.ts'

const today = '2026-11-24'

function parseQuery(text: string): ReturnType<typeof parseFrom> {
  return parseFrom(text, today)
}

/** The only alternative of a query. */
function branchOf(text: string): QueryBranch {
  const { branches } = parseQuery(text)
  expect(branches).toHaveLength(1)
  return branches[0] as QueryBranch
}

function filtersOf(text: string): unknown[] {
  return branchOf(text).filters.map(({ filter }) => filter)
}

function words(text: string): string[] {
  return branchOf(text).words.map(({ term }) => term)
}

describe('a query', () => {
  it('is words, folded, as typed', () => {
    expect(words('Crème  brûlée')).toEqual(['creme', 'brulee'])
    expect(branchOf('Richrd').words[0]?.typed).toBe('Richrd')
  })

  it('holds phrases, also while their second quote is still to be typed', () => {
    expect(branchOf('"public research output"').phrases).toEqual([
      { terms: ['public', 'research', 'output'], isExcluded: false },
    ])
    expect(branchOf('“public res').phrases[0]?.terms).toEqual(['public', 'res'])
  })

  it('holds what must not be there', () => {
    const query = branchOf('mentor -phd -"full time" -tag:done')
    expect(query.excluded.map((group) => group.map(({ term }) => term))).toEqual([['phd']])
    expect(query.phrases).toEqual([{ terms: ['full', 'time'], isExcluded: true }])
    expect(query.filters).toEqual([{ filter: { kind: 'tag', tag: 'done' }, isExcluded: true }])
  })

  it('reads every filter', () => {
    const query = branchOf(
      'tag:#AI-safety kind:drafts by:"neel nanda" is:open has:star path:Notes/ site:www.x.org',
    )
    expect(query.words).toEqual([
      { term: 'neel', typed: 'neel', fields: Field.author, isLiteral: false },
      { term: 'nanda', typed: 'nanda', fields: Field.author, isLiteral: false },
    ])
    expect(query.filters.map(({ filter }) => filter)).toEqual([
      { kind: 'tag', tag: 'ai-safety' },
      { kind: 'flag', flag: Flag.open },
      { kind: 'flag', flag: Flag.star },
      { kind: 'path', path: 'notes/' },
      { kind: 'site', host: 'x.org' },
      { kind: 'lanes', lanes: new Set(['drafts']) },
    ])
  })

  it('narrows plain words to a place, not those that have one', () => {
    const query = branchOf('in:heading mentorship by:ngo')
    expect(query.words.map(({ fields }) => fields)).toEqual([Field.heading, Field.author])
  })

  it.each([
    ['before:2025-10', null, '2025-09-30'],
    ['before:2025-10-03', null, '2025-10-02'],
    ['after:2025-10', '2025-11-01', null],
    ['after:2024-12', '2025-01-01', null],
    ['on:2025-02', '2025-02-01', '2025-02-28'],
    ['on:2025', '2025-01-01', '2025-12-31'],
    ['on:yesterday', '2026-11-23', '2026-11-23'],
    ['after:"last march"', '2026-04-01', null],
    ['after:last-march', '2026-04-01', null],
    ['on:december', '2025-12-01', '2025-12-31'],
    ['on:"march 2025"', '2025-03-01', '2025-03-31'],
    ['on:"last week"', '2026-11-16', '2026-11-22'],
    ['on:"this week"', '2026-11-23', '2026-11-29'],
    ['on:"last month"', '2026-10-01', '2026-10-31'],
    ['on:"last year"', '2025-01-01', '2025-12-31'],
    ['after:"3 days ago"', '2026-11-22', null],
    ['on:friday', '2026-11-20', '2026-11-20'],
    ['on:"sep 23rd"', '2026-09-23', '2026-09-23'],
    ['on:"dec 25"', '2025-12-25', '2025-12-25'],
  ])('reads the days of %s, from 24 November 2026', (text, from, to) => {
    expect(filtersOf(text)).toEqual([{ kind: 'days', days: { from, to } }])
  })

  it('names what it does not understand and searches on', () => {
    const query = parseQuery('mentor before:soon is:weird kind:fish')
    expect(query.notUnderstood).toEqual(['before:soon', 'is:weird', 'kind:fish'])
    expect(words('mentor before:soon is:weird kind:fish')).toEqual(['mentor'])
  })

  it('takes an unknown key as words, and a filter without value as not typed yet', () => {
    expect(words('nb: front')).toEqual(['nb', 'front'])
    expect(words('status:new')).toEqual(['status', 'new'])
    expect(isEmptyQuery(parseQuery('tag: is:'))).toBe(true)
  })

  it('takes an address apart', () => {
    expect(words('https://www.lesswrong.com/posts/abc')).toEqual(['lesswrong', 'com', 'posts', 'abc'])
  })

  it.each([
    ['mentor or advisor', ['mentor', 'advisor']],
    ['mentor OR advisor | guide', ['mentor', 'advisor', 'guide']],
    ['mentor or advisor london', ['mentor london', 'advisor london']],
    [
      '(mentor or advisor) (london or berlin)',
      ['mentor london', 'mentor berlin', 'advisor london', 'advisor berlin'],
    ],
    ['(paid mentor) or advisor', ['paid mentor', 'advisor']],
    ['mentor -(phd or paid)', ['mentor -phd -paid']],
    ['mentor -(phd paid)', ['mentor -phd', 'mentor -paid']],
    ['mentor or', ['mentor']],
    ['or mentor', ['mentor']],
    ['mentor or tag:', ['mentor']],
    ['(mentor', ['mentor']],
    ['mentor)', ['mentor']],
    ['or', ['']],
  ])('reads %s as %j', (text, expected) => {
    const shown = parseQuery(text).branches.map((branch) =>
      [...branch.words.map(({ term }) => term), ...branch.excluded.map(([word]) => `-${word?.term}`)].join(
        ' ',
      ),
    )
    expect(shown).toEqual(expected)
  })

  it('knows where each part stands in the text', () => {
    const text = '  mentor -tag:"a b" ("x y" or z)'
    expect(parseQuery(text).parts.map(({ from, to }) => text.slice(from, to))).toEqual([
      'mentor',
      '-tag:"a b"',
      '(',
      '"x y"',
      'or',
      'z',
      ')',
    ])
  })

  it('never throws', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        '“',
        '-',
        '--',
        ':',
        'tag:',
        'by:"',
        'before:',
        '2025-99',
        'on:0000-00',
        'is:',
        '#',
        ' ',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        parseQuery(pieces.join(''))
      }),
      { seed: 9, numRuns: 1000 },
    )
  })
})
