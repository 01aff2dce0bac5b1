import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findProseDates } from '../../../../shared/actions/prose-dates.ts'

function found(text: string, entryDay: string | null = '2025-09-20'): readonly (readonly [string, string])[] {
  return findProseDates(text, entryDay).map((date) => [text.slice(date.from, date.to), date.day] as const)
}

describe('findProseDates', () => {
  it.each([
    ['submit application, a few simple questions (aug 25)', 'aug 25', '2025-08-25'],
    ['schedule and fill out agenda (sep 4)', 'sep 4', '2025-09-04'],
    ['speaking with a friend on sep 23rd', 'sep 23rd', '2025-09-23'],
    ['by 25 Sep', '25 Sep', '2025-09-25'],
    ['the 1st of October 2027, at noon', '1st of October 2027', '2027-10-01'],
    ['Sept. 4, 2024: done', 'Sept. 4, 2024', '2024-09-04'],
    ['due 2026-12-01.', '2026-12-01', '2026-12-01'],
    ['at 2026-12-01T10:00', '2026-12-01', '2026-12-01'],
    ['Sep 4–6 in Berlin', 'Sep 4', '2025-09-04'],
    ['sep 4, 10:00', 'sep 4', '2025-09-04'],
    ['talk on jan 10', 'jan 10', '2026-01-10'],
    ['talk on May 4 with Ann', 'May 4', '2025-05-04'],
    ['talk on may 4.', 'may 4', '2025-05-04'],
    ['due 30\u00A0Nov', '30\u00A0Nov', '2025-11-30'],
    ['finish it by friday', 'friday', '2025-09-26'],
    ['call on Saturday', 'Saturday', '2025-09-20'],
    ['meet on sat', 'sat', '2025-09-20'],
    ['next tuesday: call the school', 'next tuesday', '2025-09-23'],
    ['write back in two weeks', 'in two weeks', '2025-10-04'],
    ['within 3 days', 'within 3 days', '2025-09-23'],
    ['sent 2 days ago', '2 days ago', '2025-09-18'],
    ['tomorrow, after work', 'tomorrow', '2025-09-21'],
    ['report at the end of month', 'end of month', '2025-09-30'],
    ['answer by fri', 'fri', '2025-09-26'],
    ['Friday, Sep 26', 'Sep 26', '2025-09-26'],
    ['call Ines (23.9.)', '23.9.', '2025-09-23'],
    ['on 3. 10. in Berlin', '3. 10.', '2025-10-03'],
    ['abgeben bis 1.12.2026', '1.12.2026', '2026-12-01'],
    ['read two papers, 2026-W40', '2026-W40', '2026-10-04'],
    ['weekly plan 2020-W53', '2020-W53', '2021-01-03'],
  ])('%s', (text, words, day) => {
    expect(found(text)).toEqual([[words, day]])
  })

  it.each([
    'i may apply, and march on',
    'i may 3 times have failed',
    'step 3 may fail',
    'we march 10 miles',
    'written in Sep 2025',
    'september',
    'feb 30',
    'https://example.com/2026-12-01-title',
    '2026-12-01-title.md',
    'version dec 1.5',
    'decline 4 offers',
    'the 4 decisions',
    'sep 45',
    'every friday',
    'the sun sat there',
    'wed the two ideas',
    'now, at 9',
    'a day at the lake',
    'two weeks of work',
    '10/12 done',
    'see 2.1. for more',
    'v2.10. is out',
    '2025-W53',
    '2026-W40-3 of the plan',
    'in october',
    'second week of november',
    '',
  ])('finds no date in “%s”', (text) => {
    expect(found(text)).toEqual([])
  })

  it('finds several, in order', () => {
    expect(found('aug 25 and 4 Sep, then 2026-01-02').map(([, day]) => day)).toEqual([
      '2025-08-25',
      '2025-09-04',
      '2026-01-02',
    ])
  })

  it('guesses no year without the day of the entry', () => {
    expect(found('aug 25, 2024 and sep 4', null)).toEqual([['aug 25, 2024', '2024-08-25']])
  })

  it('takes the nearest year over new year, both ways', () => {
    expect(found('dec 30', '2026-01-03')).toEqual([['dec 30', '2025-12-30']])
    expect(found('jan 3', '2025-12-30')).toEqual([['jan 3', '2026-01-03']])
  })

  it('looks back for what is done and ahead for what is to come', () => {
    expect(findProseDates('jan 10', '2025-09-20', 'done')[0]?.day).toBe('2025-01-10')
    expect(findProseDates('may 10', '2025-09-20', 'to-come')[0]?.day).toBe('2026-05-10')
    expect(findProseDates('sep 4', '2025-09-20', 'to-come')[0]?.day).toBe('2025-09-04')
  })

  it('knows 29 February only in years that have it', () => {
    expect(found('feb 29', '2025-03-01')).toEqual([['feb 29', '2024-02-29']])
    expect(found('feb 29', '2026-03-01')).toEqual([])
  })

  it('gives places that hold a digit, in order and apart, for any text', () => {
    const word = fc.constantFrom(
      'sep',
      'may',
      '4',
      '23rd',
      ',',
      ' ',
      '2025',
      '-',
      '12',
      'of',
      '(',
      ')',
      'É',
      '2026-12-01',
    )
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) => {
        const text = words.join('')
        let last = 0
        for (const date of findProseDates(text, '2026-11-24')) {
          expect(date.from).toBeGreaterThanOrEqual(last)
          expect(text.slice(date.from, date.to)).toMatch(/\d/)
          expect(date.day).toMatch(/^\d{4}-\d{2}-\d{2}$/)
          last = date.to
        }
      }),
      { seed: 20261124, numRuns: 500 },
    )
  })
})
