import type { MenuEntry } from './menu.tsx'

/** How the words of an action were read: another day is meant (asked for), no day at all, or they are read as before. */
export type DateCorrectionChoice = 'another-day' | 'no-day' | 'as-read'

interface DateOfAction {
  /** The day that the action gives itself, as it is shown; null when it gives none. */
  readonly ownDay: string | null
  /** The day is a guess at words such as `sep 23rd`. */
  readonly isFromProse: boolean
  /** The user has said what the words mean. */
  readonly isCorrected: boolean
}

interface DateMenuEffects {
  readonly onPickDay: () => void
  /** Sets the day so many days from today. */
  readonly onPutOff: (days: number) => void
  /** Takes the date out of the line. */
  readonly onClearDay: () => void
  readonly onCorrect: (choice: DateCorrectionChoice) => void
}

/** The lines of a menu that set the date of an action, and those that correct how its words were read. */
export function dateMenu(date: DateOfAction, effects: DateMenuEffects): MenuEntry[] {
  const item = (label: string, onChoose: () => void, keys: string | null = null): MenuEntry => ({
    kind: 'item',
    label,
    keys,
    onChoose,
  })
  return [
    { kind: 'caption', label: 'Date' },
    item('Choose…', effects.onPickDay, 'd'),
    item('Tomorrow', () => effects.onPutOff(1), 's'),
    item('In a week', () => effects.onPutOff(7)),
    ...(date.ownDay === null ? [] : [item('No date', effects.onClearDay)]),
    ...correctionMenu(date, effects, item),
  ]
}

function correctionMenu(
  { ownDay, isFromProse, isCorrected }: DateOfAction,
  { onCorrect }: DateMenuEffects,
  item: (label: string, onChoose: () => void, keys?: string | null) => MenuEntry,
): MenuEntry[] {
  if (!isFromProse && !isCorrected) return []
  const read = ownDay === null ? 'as no date' : `as ${ownDay}`
  return [
    { kind: 'line' },
    { kind: 'caption', label: isCorrected ? `You read its words ${read}` : `Its words are read ${read}` },
    item('They mean another day…', () => onCorrect('another-day'), 'c'),
    ...(ownDay === null ? [] : [item('They are no date', () => onCorrect('no-day'))]),
    ...(isCorrected ? [item('Read them as before', () => onCorrect('as-read'))] : []),
  ]
}
