import type { Splice } from '../contract/edits.ts'
import type { IsoDay } from '../entry/summary.ts'
import { findActionLine, type ActionLine, type ItemLocator } from './action-line.ts'
import { moveAlong, nextDay, readRepetition } from './repetition.ts'
import { readTaskFields, type TaskField } from './task-fields.ts'

/** What decides what a tick writes beside the character in the box. */
export interface TickStyle {
  readonly today: IsoDay
  /** Write when it was done, in the way the entry does already. */
  readonly addsDoneDate: boolean
}

export interface Tick extends TickStyle {
  /** The new mark: `x`, ` `, or one of the other states. */
  readonly box: string
}

/** True when ticking an item with these words may change more than one character: then it must be planned. */
export function mayWriteMore(words: string, { addsDoneDate }: TickStyle): boolean {
  return addsDoneDate || readTaskFields(words).some(({ kind }) => kind === 'repeat')
}

/**
 * The edit that ticks or unticks an action: one character; where the user wants it, the done date; and for a repeated
 * action a line above with the next occurrence, as the Tasks plugin of Obsidian does. Unticking takes all of that back,
 * so that ticking again makes no second occurrence.
 *
 * @returns null when the entry has no such action any more, or the item has no box
 */
export function planTick(text: string, locator: ItemLocator, tick: Tick): readonly Splice[] | null {
  const line = findActionLine(text, locator)
  if (line === null || line.boxAt === null) return null
  const isDone = tick.box === 'x' || tick.box === 'X'
  const wasDone = /x/i.test(text[line.boxAt] ?? '')
  const splices: Splice[] = [{ from: line.boxAt, to: line.boxAt + 1, text: tick.box }]
  if (isDone && !wasDone)
    splices.push(...occurrenceToAdd(text, line, tick.today), ...doneDateToAdd(text, line, tick))
  if (!isDone && wasDone)
    splices.push(...occurrenceToRemove(text, line, tick.today), ...doneDateToRemove(line, tick))
  return splices.sort((one, other) => one.from - other.from)
}

function fieldsOf(line: ActionLine): readonly TaskField[] {
  return readTaskFields(line.source)
}

/** ` ✅ 2026-11-24` before trailing spaces and a block id (`^a1b2`), which must stay last. */
function doneDateToAdd(text: string, line: ActionLine, { addsDoneDate, today }: Tick): Splice[] {
  const write = addsDoneDate ? doneDateStyle(text) : null
  if (write === null || fieldsOf(line).some(({ kind }) => kind === 'done')) return []
  const end = /(?:\s+\^[\w-]+)?\s*$/.exec(line.source)?.index ?? line.source.length
  return [{ from: line.from + end, to: line.from + end, text: ` ${write(today)}` }]
}

function doneDateToRemove(line: ActionLine, { addsDoneDate }: Tick): Splice[] {
  const done = fieldsOf(line).find(({ kind }) => kind === 'done')
  if (!addsDoneDate || done === undefined) return []
  const from = line.source[done.from - 1] === ' ' ? done.from - 1 : done.from
  return [{ from: line.from + from, to: line.from + done.to, text: '' }]
}

/** How the entry writes when something was done; null when it does not. */
function doneDateStyle(text: string): ((day: IsoDay) => string) | null {
  const signs = text.match(/✅ ?\d{4}-\d{2}-\d{2}/gu)?.length ?? 0
  const fields = text.match(/[[(]completion:: ?\d{4}-\d{2}-\d{2}[\])]/g)?.length ?? 0
  if (signs === 0 && fields === 0) return null
  return signs >= fields ? (day) => `✅ ${day}` : (day) => `[completion:: ${day}]`
}

function occurrenceToAdd(text: string, line: ActionLine, today: IsoDay): Splice[] {
  const next = nextOccurrence(line, today)
  if (next === null || lineAbove(text, line)?.source === next) return []
  return [{ from: line.from, to: line.from, text: next + line.lineEnd }]
}

function occurrenceToRemove(text: string, line: ActionLine, today: IsoDay): Splice[] {
  const doneDay = fieldsOf(line).find(({ kind }) => kind === 'done')?.day ?? today
  const above = lineAbove(text, line)
  return above !== null && above.source === nextOccurrence(line, doneDay)
    ? [{ from: above.from, to: line.from, text: '' }]
    : []
}

function lineAbove(
  text: string,
  line: ActionLine,
): { readonly from: number; readonly source: string } | null {
  if (line.from === 0) return null
  const to = line.from - (text.slice(line.from - 2, line.from) === '\r\n' ? 2 : 1)
  const from = Math.max(text.lastIndexOf('\n', to - 1), text.lastIndexOf('\r', to - 1)) + 1
  return { from, source: text.slice(from, to) }
}

/**
 * The line of the next occurrence: its box open, no done date, every other date as far on as the one it repeats by.
 * Null without a rule that is understood, and where other text stands before the item on its line (`- - [ ] x`): that
 * line cannot be written twice.
 */
function nextOccurrence(line: ActionLine, today: IsoDay): string | null {
  const fields = fieldsOf(line)
  const rule = fields.find(({ kind }) => kind === 'repeat')
  const repetition = rule === undefined ? null : readRepetition(rule.value)
  const prefix = line.source.slice(0, line.itemFrom - line.from)
  if (repetition === null || line.boxAt === null || !/^[\s>]*$/.test(prefix)) return null
  const reference = dayOf(fields, 'due') ?? dayOf(fields, 'scheduled') ?? dayOf(fields, 'start')
  const next = nextDay(repetition, repetition.isFromDone ? today : (reference ?? today))
  if (next === null) return null
  const box = line.boxAt - line.from
  const changes = fields.flatMap((field): Splice[] => {
    const { kind, day, from, to } = field
    if (kind === 'done') return [{ from: line.source[from - 1] === ' ' ? from - 1 : from, to, text: '' }]
    if (day === null || (kind !== 'due' && kind !== 'scheduled' && kind !== 'start')) return []
    const moved = moveAlong(day, reference ?? day, next)
    return moved === null ? [] : [{ from, to, text: line.source.slice(from, to).replace(day, moved) }]
  })
  return rewrite(line.source, [{ from: box, to: box + 1, text: ' ' }, ...changes])
}

function dayOf(fields: readonly TaskField[], kind: TaskField['kind']): IsoDay | null {
  return fields.find((field) => field.kind === kind && field.day !== null)?.day ?? null
}

function rewrite(source: string, changes: readonly Splice[]): string {
  let text = source
  for (const { from, to, text: inserted } of changes.toSorted((one, other) => other.from - one.from)) {
    text = text.slice(0, from) + inserted + text.slice(to)
  }
  return text
}
