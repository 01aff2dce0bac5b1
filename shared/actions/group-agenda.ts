import { addDays } from '../entry/iso-day.ts'
import type { IsoDay } from '../entry/summary.ts'
import type { Step } from './step.ts'

/**
 * Where a step can stand in the agenda, in the order one is shown. `asked`: a step to come whose day has passed without
 * an outcome, to be asked about. `under-way`: written under what was done, without a day. `settled`: done, cancelled
 * or past; not shown unless asked for.
 */
export const allAgendaSections = [
  'overdue',
  'asked',
  'today',
  'week',
  'later',
  'no-date',
  'waiting',
  'under-way',
  'settled',
] as const
export type AgendaSection = (typeof allAgendaSections)[number]

/** Sections as they are headed, in the window and in the terminal. */
export const sectionNames: Readonly<Record<AgendaSection, string>> = {
  overdue: 'Overdue',
  asked: 'What came of it?',
  today: 'Today',
  week: 'This week',
  later: 'Later',
  'no-date': 'No date',
  waiting: 'Waiting',
  'under-way': 'Under way',
  settled: 'Done',
}

/** What a step is on a day: its mark where it has a box, else what its heading and its date say. */
export type StepState = 'open' | 'done' | 'in-progress' | 'waiting' | 'cancelled' | 'forwarded'

/** State of a step on `today`. A step of what was done is under way until its day has come. */
export function stateOn(step: Pick<Step, 'kind' | 'state' | 'day'>, today: IsoDay): StepState {
  if (step.kind === 'next-step') return 'open'
  if (step.kind === 'action') {
    if (step.day === null) return 'in-progress'
    return step.day <= today ? 'done' : 'open'
  }
  return step.state === 'unboxed' ? 'open' : step.state
}

/** Days after `today` that are still *this week*: six, so that no weekday stands in it twice. */
const daysOfWeek = 6

/** What the section of a step is told by. */
export interface StepToPlace extends Pick<Step, 'kind' | 'state' | 'day'> {
  /** A box nested in it is neither done nor cancelled. */
  readonly hasOpenBox: boolean
}

/** Section of a step on a day, by its own state and date; its nested steps go where it goes. */
export function sectionOn(step: StepToPlace, today: IsoDay): AgendaSection {
  return createSectionReader(today)(step)
}

/** The same as `sectionOn` for lists of many steps: what depends on the day alone is worked out once. */
export function createSectionReader(today: IsoDay): (step: StepToPlace) => AgendaSection {
  const endOfWeek = addDays(today, daysOfWeek) ?? today
  const dated = ({ day, kind }: StepToPlace): AgendaSection => {
    if (day === null) return 'no-date'
    if (day < today) return kind === 'next-step' ? 'asked' : 'overdue'
    if (day === today) return 'today'
    return day <= endOfWeek ? 'week' : 'later'
  }
  return (step) => {
    const state = stateOn(step, today)
    // A ticked parent with a box open inside is not over.
    if (state === 'done' || state === 'cancelled') return step.hasOpenBox ? dated(step) : 'settled'
    if (state === 'waiting' || state === 'forwarded') return 'waiting'
    if (step.kind === 'action' && step.day === null) return 'under-way'
    return dated(step)
  }
}

/** A box that is neither done nor cancelled. */
export function isOpenBox({ kind, state }: Pick<Step, 'kind' | 'state'>): boolean {
  return kind === 'box' && state !== 'done' && state !== 'cancelled'
}

/** The steps and those nested in them, in the order they are written. */
export function* walkSteps(steps: readonly Step[]): Generator<Step, void> {
  // A stack of our own: lists have been met that are thousands of levels deep.
  const stack = steps.toReversed()
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    yield step
    for (let index = step.steps.length - 1; index >= 0; index -= 1) stack.push(step.steps[index]!)
  }
}

/** What an agenda says beside its title. */
export interface AgendaCounts {
  readonly open: number
  readonly late: number
  readonly waiting: number
}

/** How many of the nested steps are done, of all: `2 of 5`. Steps without a box count where their heading tells. */
export function progressOf(step: Step, today: IsoDay): { readonly done: number; readonly total: number } {
  let done = 0
  for (const nested of step.steps) if (['done', 'cancelled'].includes(stateOn(nested, today))) done += 1
  return { done, total: step.steps.length }
}
