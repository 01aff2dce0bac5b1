import { monthNames, monthNumber } from '../entry/iso-day.ts'

const shape =
  /^(?:(?:\d{1,2}(?:st|nd|rd|th)?\s+)?(\p{L}{3,9})\.?,?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?(\d{4})|(\d{4})[-/](\d{1,2})(?:[-/]\d{1,2})?|(\d{1,2})\/(\d{4})|(\d{4}))(?![\p{L}\p{N}])/u

/**
 * Reads a month at the start of `text`: `Sep 2025`, `September 2025`, `3 Sep 2025`, `Sep 3, 2025`, `2025-09`,
 * `2025-09-03`, `09/2025`, or a year alone.
 *
 * @returns the month as `2025-09` or `2025`, and how many characters were read; null when there is none. Years before
 *   1000 and after 2100 are numbers.
 */
export function readWrittenMonth(text: string): { readonly month: string; readonly length: number } | null {
  const found = shape.exec(text.slice(0, 32))
  if (found === null) return null
  const [whole, name, yearOfName, isoYear, isoMonth, slashMonth, slashYear, yearAlone] = found
  const year = yearOfName ?? isoYear ?? slashYear ?? yearAlone ?? ''
  if (Number(year) < 1000 || Number(year) > 2100) return null
  if (yearAlone !== undefined) return { month: year, length: whole.length }
  const month = name === undefined ? Number(isoMonth ?? slashMonth) : monthNumber(name)
  if (month === null || month < 1 || month > 12) return null
  return { month: `${year}-${String(month).padStart(2, '0')}`, length: whole.length }
}

/**
 * A month written as another one is: `Sep 2025`, `September 2025`, `2025-09`, `09/2025`. A year alone stays that.
 *
 * @param month `2025-09` or `2025`.
 * @param like a month as `readWrittenMonth` reads it.
 */
export function writeMonth(month: string, like: string): string {
  const [year = '', number] = month.split('-')
  if (number === undefined) return year
  if (/^\d{4}[-/]/.test(like)) return `${year}${like[4]}${number}`
  if (/^\d{1,2}\//.test(like)) return `${number}/${year}`
  const name = monthNames[Number(number) - 1] ?? ''
  const written = /\p{L}{3,}/u.exec(like)?.[0] ?? 'Sep'
  const cased = /^\p{Ll}/u.test(written) ? name.toLowerCase() : name
  return `${written.length > 4 ? cased : cased.slice(0, 3)} ${year}`
}
