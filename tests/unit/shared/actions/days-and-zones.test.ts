import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { currentDay } from '../../../../renderer/state/days.ts'
import { findProseDates } from '../../../../shared/actions/prose-dates.ts'
import { nextDay, readRepetition } from '../../../../shared/actions/repetition.ts'
import { addDays, dayCount, isoDay, localDay, weekdayNumber } from '../../../../shared/entry/iso-day.ts'

/** With the offset in January, in minutes as `getTimezoneOffset` has it: proof that the zone holds in this process. */
const zones = [
  { zone: 'Pacific/Auckland', offset: -780 },
  { zone: 'America/Los_Angeles', offset: 480 },
  { zone: 'Asia/Kolkata', offset: -330 },
  { zone: 'UTC', offset: 0 },
] as const

/** Days on which something about the calendar or the clocks is not as usual. */
const oddDays = [
  ['the day clocks go forward in Los Angeles', '2026-03-08'],
  ['the day clocks go back in Los Angeles', '2026-11-01'],
  ['the day clocks go forward in Auckland', '2026-09-27'],
  ['the day clocks go back in Auckland', '2026-04-05'],
  ['the last day of a year', '2025-12-31'],
  ['new year', '2026-01-01'],
  ['the day before 29 February', '2024-02-28'],
  ['29 February', '2024-02-29'],
] as const

const zoneBefore = process.env.TZ

describe.each(zones)('in $zone', ({ zone, offset }) => {
  beforeAll(() => {
    process.env.TZ = zone
  })
  afterAll(() => {
    if (zoneBefore === undefined) delete process.env.TZ
    else process.env.TZ = zoneBefore
  })

  function dayOf(text: string, entryDay: string): string | null {
    return findProseDates(text, entryDay, 'to-come')[0]?.day ?? null
  }

  it('the clock of this process is the zone’s', () => {
    expect(new Date(2026, 0, 15, 12).getTimezoneOffset()).toBe(offset)
  })

  it.each(oddDays)('words count whole days from %s, %s', (_, day) => {
    expect(dayOf('today', day)).toBe(day)
    expect(dayOf('tomorrow', day)).toBe(addDays(day, 1))
    expect(findProseDates('yesterday', day, 'done')[0]?.day).toBe(addDays(day, -1))
    expect(dayOf('in two weeks', day)).toBe(addDays(day, 14))
    expect(dayOf('in 40 days', day)).toBe(addDays(day, 40))
    const friday = (4 - weekdayNumber(day) + 7) % 7
    expect(dayOf('by friday', day)).toBe(addDays(day, friday))
  })

  it.each(oddDays)('a date that is written out is that date when read on %s, %s', (_, day) => {
    expect(dayOf('due 2026-03-08', day)).toBe('2026-03-08')
    expect(dayOf('due 27 Sep 2026', day)).toBe('2026-09-27')
    expect(dayOf('on feb 29 2028', day)).toBe('2028-02-29')
  })

  it('a date without a year takes the nearest one across new year, and 29 February a year that has it', () => {
    expect(dayOf('on jan 2', '2025-12-31')).toBe('2026-01-02')
    expect(findProseDates('(dec 30)', '2026-01-01', 'done')[0]?.day).toBe('2025-12-30')
    expect(dayOf('on feb 29', '2024-01-10')).toBe('2024-02-29')
    expect(dayOf('on feb 29', '2026-06-01')).toBeNull()
    expect(dayOf('2026-W53', '2026-12-01')).toBe('2027-01-03')
  })

  it('today begins at the set hour by the clock on the wall, on the days clocks change too', () => {
    for (const [, day] of oddDays) {
      const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
      const at = (hour: number, minute: number): Date => new Date(year, month - 1, date, hour, minute)
      expect(localDay(at(23, 59))).toBe(day)
      expect(currentDay(4, at(3, 59))).toBe(addDays(day, -1))
      expect(currentDay(4, at(4, 0))).toBe(day)
      expect(currentDay(0, at(0, 0))).toBe(day)
      expect(currentDay(4, at(23, 59))).toBe(day)
    }
  })

  it('days add up, and repetition steps from one to the next without a gap', () => {
    const daily = readRepetition('every day')!
    let day = isoDay(2023, 12, 30)!
    for (let count = 0; count < 430; count += 1) {
      const next = nextDay(daily, day)
      expect(next).toBe(addDays(day, 1))
      expect(dayCount(next!) - dayCount(day)).toBe(1)
      day = next!
    }
    expect(nextDay(readRepetition('every year')!, '2024-02-29')).toBe('2025-02-28')
    expect(nextDay(readRepetition('every week')!, '2026-03-05')).toBe('2026-03-12')
  })
})
