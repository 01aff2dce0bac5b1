import { RRule, type Options } from 'rrule'
import { addDays, dayCount, isoDay } from '../entry/iso-day.ts'
import type { IsoDay } from '../entry/summary.ts'

/** A rule of repetition as the Tasks plugin of Obsidian reads it: `every 2 months when done`. */
export interface Repetition {
  readonly options: Partial<Options>
  /** Counted from the day it was done, and not from the day it was due. */
  readonly isFromDone: boolean
}

const months = { [RRule.MONTHLY]: 1, [RRule.YEARLY]: 12 } as const

/** Reads a rule; null for one that means nothing to us, which is then kept as written and said to be unknown. */
export function readRepetition(rule: string): Repetition | null {
  const isFromDone = /\bwhen done\s*$/i.test(rule)
  const words = rule
    .replace(/\bwhen done\s*$/i, '')
    .trim()
    .toLowerCase()
  if (!words.startsWith('every ')) return null
  try {
    const options = RRule.parseText(words)
    // The library gives null for words it does not know, whatever its types say.
    return (options as Partial<Options> | null) === null ? null : { options, isFromDone }
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

/**
 * The first day of a repetition after `base`.
 *
 * `every month` from 31 January is 28 February: a month without that day takes its last, as the Tasks plugin does,
 * where the calendar rule (RFC 5545, 3.3.10) would leave it out.
 */
export function nextDay({ options }: Repetition, base: IsoDay): IsoDay | null {
  const isPlain =
    options.bymonthday === undefined && options.byweekday === undefined && options.bymonth === undefined
  const perStep = isPlain ? months[options.freq as keyof typeof months] : undefined
  if (perStep !== undefined) return addMonths(base, perStep * (options.interval ?? 1))
  const from = new Date(dayCount(base) * 86_400_000)
  const next = new RRule({ ...options, dtstart: from }).after(from, false)
  return next === null ? null : isoDay(next.getUTCFullYear(), next.getUTCMonth() + 1, next.getUTCDate())
}

function addMonths(day: IsoDay, count: number): IsoDay | null {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + count
  const year = Math.floor(month / 12)
  for (let date = Number(day.slice(8, 10)); date >= 28; date -= 1) {
    const found = isoDay(year, (month % 12) + 1, date)
    if (found !== null) return found
  }
  return isoDay(year, (month % 12) + 1, Number(day.slice(8, 10)))
}

/** `day` moved as far as `reference` moves to `next`: the start of a repeated action keeps its distance to the end. */
export function moveAlong(day: IsoDay, reference: IsoDay, next: IsoDay): IsoDay | null {
  return addDays(day, dayCount(next) - dayCount(reference))
}
