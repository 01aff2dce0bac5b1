import type { IsoDay, ProgramStatus } from '../entry/summary.ts'
import { findProseDates } from './prose-dates.ts'

/** What was read of a program so far; the first that says something about a field holds. */
export interface ProgramFields {
  readonly formats: string[]
  readonly places: string[]
  hours: string | null
  deadline: IsoDay | 'rolling' | null
  status: ProgramStatus | null
  nextStep: string | null
}

export function noFields(): ProgramFields {
  return { formats: [], places: [], hours: null, deadline: null, status: null, nextStep: null }
}

/** Words for how a program is held, with the one spelling they get. */
const formatWords: readonly (readonly [RegExp, string])[] = [
  [/^(?:in[- ]person|on[- ]?site|offline)$/, 'in-person'],
  [/^(?:remote|remotely|online|virtual|fully remote)$/, 'remote'],
  [/^hybrid$/, 'hybrid'],
  [/^(?:full[- ]?time|ft)$/, 'full-time'],
  [/^(?:part[- ]?time|pt)$/, 'part-time'],
  [/^self[- ]paced$/, 'self-paced'],
  [/^(?:in the )?evenings?$/, 'evenings'],
  [/^(?:at )?weekends?$/, 'weekends'],
]

const statusWords: readonly (readonly [RegExp, ProgramStatus])[] = [
  [/^(?:thinking|considering|maybe|interested|undecided)\b/, 'thinking'],
  [/^(?:preparing|drafting|working on (?:the |my )?application)\b/, 'preparing'],
  [/^(?:applied|application (?:sent|submitted)|submitted|waiting to hear)\b/, 'applied'],
  [/^(?:interview(?:ed|ing|s)?)\b/, 'interview'],
  [/^(?:offer(?:ed)?|accepted|got in)\b/, 'offer'],
  [/^(?:declined|rejected|turned down|withdrawn|withdrew)\b/, 'declined'],
  [/^(?:closed|ended|over)\b/, 'closed'],
]

const hoursWord =
  /^(?:~|about |ca\.? |up to )?\d+(?:\s*[-–]\s*\d+)?\+?\s*(?:h|hrs?|hours?)(?:\s*(?:\/|a|per|each)\s*(?:w|wk|week|day|month))?$/
const labels =
  /^(deadline|due|apply by|applications? (?:due|close[sd]?|until)|closes?|status|state|next(?: step)?|places?|location|where|formats?|hours|time)\b\s*(?:::?|[-–—]|on|by)?\s*/i

/**
 * Reads what a bracket or a sub-bullet says of a program: `in-person, full-time, Berkeley/London`, `10 h/week`,
 * `deadline: 2026-01-15`, `status: applied`, `next step: ask a friend`, `rolling. applied on nov 9`.
 *
 * @param isBracket a bracket's capitalised words without a label are places; those of a bullet are prose.
 * @param entryDay a deadline without a year is the next such day.
 */
export function readProgramFields(
  text: string,
  fields: ProgramFields,
  isBracket: boolean,
  entryDay: IsoDay | null,
): void {
  const labelled = labels.exec(text.trim())?.[1]?.toLowerCase()
  if (labelled?.startsWith('next') === true) return void (fields.nextStep ??= withoutLabel(text) || null)
  for (const part of text.split(/[,;·|]\s*|\.\s+/)) readPart(part.trim(), fields, isBracket, entryDay)
}

function withoutLabel(text: string): string {
  return text.trim().replace(labels, '').trim()
}

function readPart(part: string, fields: ProgramFields, isBracket: boolean, entryDay: IsoDay | null): void {
  const label = labels.exec(part)?.[1]?.toLowerCase() ?? ''
  const value = label === '' ? part : withoutLabel(part)
  const lower = value.replace(/[.!]+$/, '').toLowerCase()
  const isDeadline = /^(?:deadline|due|apply|applications?|closes?|📅)/u.test(label) || /^📅/u.test(part)
  if (isDeadline) fields.deadline ??= readDeadline(part, lower, entryDay)
  else if (/^rolling(?: (?:admissions?|basis|deadline))?$/.test(lower)) fields.deadline ??= 'rolling'
  else if (hoursWord.test(lower)) fields.hours ??= value
  else if (addFormats(lower, fields)) return
  else if (label === 'status' || label === 'state' || label === '') {
    const status = statusWords.find(([word]) => word.test(lower))?.[1]
    if (status !== undefined) fields.status ??= status
    else if (isBracket && label === '') addPlaces(value, fields)
  } else if (/^(?:place|location|where)/.test(label)) addPlaces(value, fields, true)
}

function readDeadline(part: string, value: string, entryDay: IsoDay | null): IsoDay | 'rolling' | null {
  if (/^rolling/.test(value)) return 'rolling'
  return findProseDates(part, entryDay, 'to-come')[0]?.day ?? null
}

/** One format, or several joined: `remote/in-person`, `part-time or full-time`. */
function addFormats(lower: string, fields: ProgramFields): boolean {
  const parts = lower.split(/\s*\/\s*|\s+(?:or|and|&)\s+/)
  const found = parts.map((part) => formatWords.find(([word]) => word.test(part))?.[1])
  if (found.some((format) => format === undefined)) return false
  for (const format of found)
    if (format !== undefined && !fields.formats.includes(format)) fields.formats.push(format)
  return true
}

/** `Berkeley/London`, `Berkeley or London`, `SF`: words with a capital; `for people with a job` is no place. */
function addPlaces(value: string, fields: ProgramFields, isLabelled = false): void {
  for (const place of value.split(/\s*\/\s*|\s+(?:or|and|&)\s+/)) {
    const isPlace = /^\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:de|del|la|am|of|the|\p{Lu}[\p{L}\p{M}.'’-]*))*$/u.test(
      place,
    )
    if ((isPlace || (isLabelled && place !== '')) && !fields.places.includes(place)) fields.places.push(place)
  }
}
