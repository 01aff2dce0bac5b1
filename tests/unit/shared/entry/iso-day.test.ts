import { describe, expect, it } from 'vitest'
import { dayCount, dayInWords, isoDay, leadingIsoDay, monthNumber } from '../../../../shared/entry/iso-day.ts'

describe('isoDay', () => {
  it('refuses days the calendar does not have', () => {
    expect(isoDay(2024, 2, 29)).toBe('2024-02-29')
    expect(isoDay(2025, 2, 29)).toBeNull()
    expect(isoDay(1900, 2, 29)).toBeNull()
    expect(isoDay(2000, 2, 29)).toBe('2000-02-29')
    expect(isoDay(2026, 4, 31)).toBeNull()
    expect(isoDay(2026, 0, 1)).toBeNull()
    expect(isoDay(26, 1, 1)).toBeNull()
  })
})

describe('days', () => {
  it('are counted without time zones, over the end of summer time and of the year', () => {
    expect(dayCount('2026-10-26') - dayCount('2026-10-24')).toBe(2)
    expect(dayCount('2027-01-01') - dayCount('2026-12-31')).toBe(1)
  })

  it('read in words', () => {
    expect(dayInWords('2026-11-04')).toBe('4 November 2026')
  })
})

describe('monthNumber', () => {
  it('knows names and their shortenings, and nothing else', () => {
    expect(['Sep', 'sept', 'SEPTEMBER', 'sep.', 'may', 'Dec.'].map(monthNumber)).toEqual([9, 9, 9, 9, 5, 12])
    expect(['se', 'septe mber', 'marching', 'ju', '', '9'].map(monthNumber)).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ])
  })
})

describe('leadingIsoDay', () => {
  it.each([
    ['2025-09-20T10:00:00Z', '2025-09-20'],
    ['2025-09-20 10:00:00 +0200', '2025-09-20'],
    ['2025-9-3', '2025-09-03'],
    ['2025/09/20', '2025-09-20'],
    ['20 Sep 2025', null],
    ['2025-09', null],
    ['2025-02-30', null],
  ])('%s gives %s', (text, day) => {
    expect(leadingIsoDay(text)).toBe(day)
  })
})
