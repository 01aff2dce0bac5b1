import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isEmptyQuery, parseQuery } from '../../../../shared/search/query.ts'
import { Field, Flag } from '../../../../shared/search/segment.ts'
import { dayNumber } from '../../../../shared/search/summary-parts.ts'

function words(text: string): string[] {
  return parseQuery(text).words.map(({ term }) => term)
}

describe('a query', () => {
  it('is words, folded, as typed', () => {
    expect(words('Crème  brûlée')).toEqual(['creme', 'brulee'])
    expect(parseQuery('Richrd').words[0]?.typed).toBe('Richrd')
  })

  it('holds phrases, also while their second quote is still to be typed', () => {
    expect(parseQuery('"public research output"').phrases).toEqual([
      { terms: ['public', 'research', 'output'], isExcluded: false },
    ])
    expect(parseQuery('“public res').phrases[0]?.terms).toEqual(['public', 'res'])
  })

  it('holds what must not be there', () => {
    const query = parseQuery('mentor -phd -"full time" -tag:done')
    expect(query.excludedWords).toEqual(['phd'])
    expect(query.phrases).toEqual([{ terms: ['full', 'time'], isExcluded: true }])
    expect(query.excludedTags).toEqual(['done'])
  })

  it('reads every filter', () => {
    const query = parseQuery('tag:#AI-safety kind:drafts by:"neel nanda" is:open has:star')
    expect(query.tags).toEqual(['ai-safety'])
    expect(query.lanes).toEqual(new Set(['drafts']))
    expect(query.words).toEqual([
      { term: 'neel', typed: 'neel', fields: Field.author, isLiteral: false },
      { term: 'nanda', typed: 'nanda', fields: Field.author, isLiteral: false },
    ])
    expect(query.flags).toBe(Flag.open | Flag.star)
  })

  it('narrows plain words to a place, not those that have one', () => {
    const query = parseQuery('in:heading mentorship by:ngo')
    expect(query.words.map(({ fields }) => fields)).toEqual([Field.heading, Field.author])
  })

  it.each([
    ['before:2025-10', null, dayNumber('2025-09-30')],
    ['before:2025-10-03', null, dayNumber('2025-10-02')],
    ['after:2025-10', dayNumber('2025-11-01'), null],
    ['after:2024-12', dayNumber('2025-01-01'), null],
    ['on:2025-02', dayNumber('2025-02-01'), dayNumber('2025-02-28')],
    ['on:2025', dayNumber('2025-01-01'), dayNumber('2025-12-31')],
    ['after:2025-01 before:2025-03', dayNumber('2025-02-01'), dayNumber('2025-02-28')],
  ])('reads the days of %s', (text, from, to) => {
    expect(parseQuery(text).days).toEqual({ from, to })
  })

  it('names what it does not understand and searches on', () => {
    const query = parseQuery('mentor before:soon is:weird kind:fish')
    expect(query.notUnderstood).toEqual(['before:soon', 'is:weird', 'kind:fish'])
    expect(query.words.map(({ term }) => term)).toEqual(['mentor'])
  })

  it('takes an unknown key as words, and a filter without value as not typed yet', () => {
    expect(words('nb: front')).toEqual(['nb', 'front'])
    expect(words('status:new')).toEqual(['status', 'new'])
    expect(isEmptyQuery(parseQuery('tag: is:'))).toBe(true)
  })

  it('takes an address apart', () => {
    expect(words('https://www.lesswrong.com/posts/abc')).toEqual(['lesswrong', 'com', 'posts', 'abc'])
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
