import { actionState } from '../../shared/actions/read-actions.ts'
import type { Step } from '../../shared/actions/step.ts'
import type { AgendaAnswer, AgendaGroup, AgendaRow } from '../../shared/contract/facts.ts'

/** Names a row of the agenda in the whole journal. */
export function keyOf({ path, step }: AgendaRow): string {
  return `${path} ${step.itemNumber} ${step.text}`
}

/** The step has this number, or one nested in it has. */
export function holds(step: Step, itemNumber: number): boolean {
  return step.itemNumber === itemNumber || step.steps.some((nested) => holds(nested, itemNumber))
}

/** The row with another mark in the box of one of its steps. */
export function withBox(row: AgendaRow, itemNumber: number, box: string): AgendaRow {
  return holds(row.step, itemNumber) ? { ...row, step: stepWithBox(row.step, itemNumber, box) } : row
}

function stepWithBox(step: Step, itemNumber: number, box: string): Step {
  if (step.itemNumber === itemNumber) return { ...step, box, state: actionState(box) }
  return { ...step, steps: step.steps.map((nested) => stepWithBox(nested, itemNumber, box)) }
}

type Shown = { readonly answer: Omit<AgendaAnswer, 'rows'> | null; readonly rows: readonly AgendaRow[] }

/**
 * The answer with the rows that were ticked here and are settled now put back where they stood: nothing moves under
 * the hand of whoever ticks one after the other.
 *
 * @param before what is on the screen
 * @param kept the rows that were ticked, as they look now
 */
export function keepTicked(
  answer: Omit<AgendaAnswer, 'rows'>,
  rows: readonly AgendaRow[],
  before: Shown,
  kept: ReadonlyMap<string, AgendaRow>,
): { readonly answer: Omit<AgendaAnswer, 'rows'>; readonly rows: readonly AgendaRow[] } {
  const there = new Set(rows.map(keyOf))
  const missing = Array.from(kept).filter(([key]) => !there.has(key))
  if (missing.length === 0 || before.answer === null) return { answer, rows }
  const groups = answer.groups.map((group) => ({ ...group, rows: [] as AgendaRow[] }))
  let at = 0
  for (const group of groups) {
    group.rows = rows.slice(at, at + group.count)
    at += group.count
  }
  for (const [key, row] of missing) {
    const stood = findPlace(before.answer.groups, before.rows, key)
    if (stood === null) continue
    let group = groups.find((each) => each.key === stood.group.key)
    if (group === undefined) {
      group = { ...stood.group, count: 0, rows: [] }
      groups.splice(Math.min(stood.groupAt, groups.length), 0, group)
    }
    group.rows = [...group.rows.slice(0, stood.at), row, ...group.rows.slice(stood.at)]
  }
  return {
    answer: {
      ...answer,
      total: answer.total + missing.length,
      groups: groups.map(({ rows: inside, ...group }): AgendaGroup => {
        // Of a group that goes on below what was asked for, not all rows are here.
        const added = inside.length - Math.min(group.count, inside.length)
        return { ...group, count: group.count + added }
      }),
    },
    rows: groups.flatMap((group) => group.rows),
  }
}

function findPlace(
  groups: readonly AgendaGroup[],
  rows: readonly AgendaRow[],
  key: string,
): { readonly group: AgendaGroup; readonly groupAt: number; readonly at: number } | null {
  let from = 0
  for (const [groupAt, group] of groups.entries()) {
    const at = rows.slice(from, from + group.count).findIndex((row) => keyOf(row) === key)
    if (at >= 0) return { group, groupAt, at }
    from += group.count
  }
  return null
}
