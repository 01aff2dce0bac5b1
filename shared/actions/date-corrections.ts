import type { DateCorrection } from '../contract/journal-memory.ts'
import type { Action, IsoDay } from '../entry/summary.ts'
import { withoutTaskFields } from './task-fields.ts'

/** What the user said that the words of actions mean, by `correctionKey`. Null: no day at all. */
export type DateCorrections = ReadonlyMap<string, IsoDay | null>

type Corrected = Pick<DateCorrection, 'text' | 'heading' | 'entryDay'>

/**
 * Names an action by what it says and where: edits elsewhere, ticks, and another name of the file leave it the same.
 *
 * @param entryDay the day that the entry itself gives, null without one
 */
export function describeCorrected(
  { text, heading }: Pick<Action, 'text' | 'heading'>,
  entryDay: IsoDay | null,
): Corrected {
  return { text: withoutTaskFields(text), heading, entryDay }
}

/** What a correction is found by. */
export function correctionKey({ text, heading, entryDay }: Corrected): string {
  return JSON.stringify([entryDay, heading, text])
}

export function toDateCorrections(corrections: readonly DateCorrection[]): DateCorrections {
  return new Map(
    corrections.map((correction) => [correctionKey(correction), correction.day as IsoDay | null]),
  )
}

/** The list with one more correction, or another day for one that it has. `day` undefined takes it back. */
export function correctDate(
  corrections: readonly DateCorrection[],
  corrected: Corrected,
  day: IsoDay | null | undefined,
): DateCorrection[] {
  const key = correctionKey(corrected)
  const others = corrections.filter((correction) => correctionKey(correction) !== key)
  return day === undefined ? others : [...others, { ...corrected, day }]
}

/** Days of the entries whose actions are read differently by the two lists. */
export function findChangedEntryDays(
  before: readonly DateCorrection[],
  after: readonly DateCorrection[],
): ReadonlySet<IsoDay | null> {
  const days = new Set<IsoDay | null>()
  const [old, now] = [toDateCorrections(before), toDateCorrections(after)]
  for (const correction of [...before, ...after]) {
    const key = correctionKey(correction)
    if (old.get(key) !== now.get(key)) days.add(correction.entryDay as IsoDay | null)
  }
  return days
}
