import { expect, test } from 'vitest'
import { formatMoment } from '../../../../journal/today/moment-format.ts'

const at = { day: '2026-11-24', hour: 9, minute: 5, second: 7 }

test.each([
  ['YYYY-MM-DD', '2026-11-24'],
  ['YY.M.D', '26.11.24'],
  ['YYYY/MM-MMMM/YYYY-MM-DD-dddd', '2026/11-November/2026-11-24-Tuesday'],
  ['ddd Do MMM YYYY', 'Tue 24th Nov 2026'],
  ['dd d E e', 'Tu 2 2 2'],
  ['DDDD DDD DDDo', '328 328 328th'],
  ['GGGG-[W]WW', '2026-W48'],
  ['gggg-[w]ww', '2026-w48'],
  ['[Journal of] YYYY', 'Journal of 2026'],
  ['Q Qo', '4 4th'],
  ['HH:mm:ss h:mm A a', '09:05:07 9:05 AM am'],
  ['Mo', '11th'],
])('%j is %j', (format, written) => {
  expect(formatMoment(at, format)).toBe(written)
})

test.each([
  ['2024-12-30', '2025-W01', '2025-w01'],
  ['2027-01-01', '2026-W53', '2027-w01'],
  ['2023-01-01', '2022-W52', '2023-w01'],
  ['2020-12-31', '2020-W53', '2021-w01'],
])('%s lies in the week %s by ISO and %s in English', (day, iso, english) => {
  expect(formatMoment({ ...at, day }, 'GGGG-[W]WW')).toBe(iso)
  expect(formatMoment({ ...at, day }, 'gggg-[w]ww')).toBe(english)
})

test.each([
  ['2026-11-01', '1st'],
  ['2026-11-02', '2nd'],
  ['2026-11-03', '3rd'],
  ['2026-11-11', '11th'],
  ['2026-11-12', '12th'],
  ['2026-11-13', '13th'],
  ['2026-11-22', '22nd'],
])('%s is the %s', (day, written) => {
  expect(formatMoment({ ...at, day }, 'Do')).toBe(written)
})

test('midnight and noon on a clock of twelve hours', () => {
  expect(formatMoment({ ...at, hour: 0 }, 'h A')).toBe('12 AM')
  expect(formatMoment({ ...at, hour: 12 }, 'h A')).toBe('12 PM')
})
