import type { Action, ActionState, HeadingSummary, IsoDay } from '../entry/summary.ts'
import { readOwnDate, type ActionDate, type DateSource } from './action-date.ts'
import { headingTense, isActionHeading } from './action-heading.ts'
import { correctionKey, describeCorrected, type DateCorrections } from './date-corrections.ts'
import { goalOfHeadings, goalOfLabel, goalOfTag } from './goals.ts'
import { readTaskFields, withoutTaskFields, type TaskField, type TaskFieldKind } from './task-fields.ts'

/** `box`: an item with a box. `action`, `next-step`: an item without one under a heading of what was done, or is to come. */
export type StepKind = 'box' | 'action' | 'next-step'

/** An action with what its words, its heading and its neighbours in the tree say of when and what for. */
export interface Step {
  /** The words without fields, and without a date in brackets at their end: what a list shows. */
  readonly words: string
  /** `Action.text`: with `itemNumber` its locator. */
  readonly text: string
  readonly itemNumber: number
  /** Offset of the item in the entry's text, UTF-16 code units. */
  readonly from: number
  readonly kind: StepKind
  readonly state: ActionState
  readonly box: string | null
  readonly day: IsoDay | null
  /** `15:00`, or null. */
  readonly time: string | null
  /** `parent`: the step it belongs to gave the day, or the nearest of its own open steps did. */
  readonly dateFrom: DateSource | null
  /** The user has said what its words mean: a day, or none. */
  readonly isCorrected: boolean
  /** When it was done, as a sign or field says it. */
  readonly doneDay: IsoDay | null
  /** The rule of repetition as written, or null. */
  readonly repeat: string | null
  readonly goal: string | null
  readonly isStarred: boolean
  readonly steps: readonly Step[]
}

/** What the actions of one entry are read with. */
export interface EntryOfSteps {
  /** The entry's day: front matter, else file name, else when the file was written. */
  readonly day: IsoDay | null
  readonly title: string
  readonly headings: readonly HeadingSummary[]
  readonly actionHeadings: readonly string[]
  /** The day that the entry itself gives: it names the entry in what was corrected. */
  readonly ownDay: IsoDay | null
  readonly corrections: DateCorrections
}

/** Dates the actions of an entry. Free of the current day, so that it holds until the entry or a setting changes. */
export function readSteps(actions: readonly Action[], entry: EntryOfSteps): readonly Step[] {
  return actions.map((action) => readStep(action, entry, null, null))
}

function readStep(
  action: Action,
  entry: EntryOfSteps,
  parentDate: ActionDate | null,
  parentGoal: string | null,
): Step {
  const fields = readTaskFields(action.text)
  const isUnderActions = isActionHeading(action.heading, entry.actionHeadings)
  const tense = isUnderActions ? headingTense(action.heading) : null
  const correction = findCorrection(action, entry)
  const own = readOwnDate(action, { entryDay: entry.day, tense, correction })
  const goal = goalOfTag(action.text) ?? parentGoal ?? readGoal(action, entry, isUnderActions)
  const date = own ?? parentDate
  const steps = action.steps.map((step) => readStep(step, entry, date, goal))
  const inherited = date ?? nearestOpen(steps)
  return {
    words: wordsOf(action.text, own),
    text: action.text,
    itemNumber: action.itemNumber,
    from: action.span.from,
    kind: action.box !== null ? 'box' : tense === 'done' ? 'action' : 'next-step',
    state: action.state,
    box: action.box,
    day: inherited?.day ?? null,
    time: inherited?.time ?? null,
    dateFrom: inherited === null ? null : own === null ? 'parent' : own.source,
    isCorrected: correction !== undefined,
    doneDay: dayOfField(fields, 'done'),
    repeat: fields.find(({ kind }) => kind === 'repeat')?.value ?? null,
    goal,
    isStarred: action.isStarred,
    steps,
  }
}

function findCorrection(action: Action, { corrections, ownDay }: EntryOfSteps): IsoDay | null | undefined {
  return corrections.size === 0
    ? undefined
    : corrections.get(correctionKey(describeCorrected(action, ownDay)))
}

function readGoal(action: Action, entry: EntryOfSteps, isUnderActions: boolean): string | null {
  return (
    goalOfHeadings(action.span.from, entry.headings, entry.title, entry.actionHeadings) ??
    (isUnderActions && action.box === null ? goalOfLabel(action.text) : null)
  )
}

/** Boxes are open by their mark; a step without one is open when it is to come. */
function isOpenStep(step: Step): boolean {
  if (step.kind !== 'box') return step.kind === 'next-step'
  return step.state !== 'done' && step.state !== 'cancelled'
}

/** A parent without a date has that of the next of its open steps. */
function nearestOpen(steps: readonly Step[]): Pick<ActionDate, 'day' | 'time'> | null {
  let nearest: { readonly day: IsoDay; readonly time: string | null } | null = null
  for (const step of steps) {
    if (step.day === null || !isOpenStep(step)) continue
    if (nearest === null || step.day < nearest.day) nearest = { day: step.day, time: step.time }
  }
  return nearest
}

function dayOfField(fields: readonly TaskField[], kind: TaskFieldKind): IsoDay | null {
  return fields.find((field) => field.kind === kind && field.day !== null)?.day ?? null
}

/** `submit application (aug 25)` is `submit application`: only where the brackets hold the date alone, at the end. */
function wordsOf(text: string, own: ActionDate | null): string {
  const at = own?.at
  const isBracketed =
    at != null && own?.source !== 'sign' && text[at.from - 1] === '(' && text.slice(at.to).trim() === ')'
  return withoutTaskFields(isBracketed ? text.slice(0, at.from - 1).trimEnd() : text)
}
