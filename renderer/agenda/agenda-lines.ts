import { stateOn } from '../../shared/actions/group-agenda.ts'
import type { Step } from '../../shared/actions/step.ts'
import type { AgendaGroup, AgendaRow } from '../../shared/contract/facts.ts'
import type { IsoDay } from '../../shared/entry/summary.ts'

/** One line of the agenda: the head of a group, or a step, nested ones under their own. */
export type AgendaLine =
  | { readonly kind: 'group'; readonly id: string; readonly group: AgendaGroup; readonly isFirst: boolean }
  | {
      readonly kind: 'step'
      readonly id: string
      readonly row: AgendaRow
      readonly step: Step
      /** 0 for a step that is no step of another. */
      readonly depth: number
      /** Its steps are shown; null when it has none. */
      readonly isOpen: boolean | null
    }

/** A step with more nested steps than this is folded until one asks: it would push all others off the screen. */
const mostUnfolded = 12

/** The lines of the agenda, in the order of the answer. `folds` is what the user folded or unfolded, by line. */
export function agendaLines(
  groups: readonly AgendaGroup[],
  rows: readonly AgendaRow[],
  folds: ReadonlyMap<string, boolean>,
): readonly AgendaLine[] {
  const lines: AgendaLine[] = []
  let at = 0
  for (const group of groups) {
    const inside = rows.slice(at, at + group.count)
    if (inside.length === 0) break
    lines.push({ kind: 'group', id: `group ${group.key}`, group, isFirst: lines.length === 0 })
    for (const row of inside) addStep(lines, row, row.step, 0, folds)
    at += group.count
  }
  return lines
}

function addStep(
  lines: AgendaLine[],
  row: AgendaRow,
  step: Step,
  depth: number,
  folds: ReadonlyMap<string, boolean>,
): void {
  const id = lineId(row, step)
  const isOpen = step.steps.length === 0 ? null : (folds.get(id) ?? step.steps.length <= mostUnfolded)
  lines.push({ kind: 'step', id, row, step, depth, isOpen })
  if (isOpen === true) for (const nested of step.steps) addStep(lines, row, nested, depth + 1, folds)
}

/** Names a step in the whole journal. */
export function lineId(row: Pick<AgendaRow, 'path'>, step: Pick<Step, 'itemNumber'>): string {
  return `${row.path} ${step.itemNumber}`
}

/** The step is done or given up, by its mark or by what its heading and date say. */
export function isSettledOn(step: Step, today: IsoDay): boolean {
  const state = stateOn(step, today)
  return state === 'done' || state === 'cancelled'
}
