import {
  createSectionReader,
  stateOn,
  type AgendaCounts,
  type AgendaSection,
  type StepToPlace,
} from '../actions/group-agenda.ts'
import type { Step } from '../actions/step.ts'
import type { GoalProgress } from '../contract/facts.ts'
import type { IsoDay } from '../entry/summary.ts'

/** A step or one nested in it that serves a goal, for counting. */
export interface StepTowards extends Pick<Step, 'kind' | 'state' | 'day'> {
  readonly goal: string
}

/** What of a row of the agenda is counted. */
interface CountedRow extends StepToPlace {
  readonly goals: readonly StepTowards[]
}

/** How many rows stand where on one day, and how far goals are. */
export interface AgendaTally {
  readonly sections: ReadonlyMap<AgendaSection, number>
  readonly counts: AgendaCounts
  readonly goals: readonly GoalProgress[]
}

/** Counts that follow the rows: after a save only its own rows are counted again, not the journal's. */
export interface AgendaCounter {
  add(row: CountedRow): void
  remove(row: CountedRow): void
  /** @param rows all of them, for the first question on another day. */
  on(today: IsoDay, rows: () => readonly CountedRow[]): AgendaTally
}

interface Counted {
  readonly today: IsoDay
  readonly sectionOf: (row: CountedRow) => AgendaSection
  readonly sections: Map<AgendaSection, number>
  readonly goals: Map<string, { done: number; total: number }>
}

export function createAgendaCounter(): AgendaCounter {
  let counted: Counted | null = null

  function change(row: CountedRow, by: 1 | -1): void {
    if (counted === null) return
    const { today, sectionOf, sections, goals } = counted
    const section = sectionOf(row)
    sections.set(section, (sections.get(section) ?? 0) + by)
    for (const step of row.goals) {
      const known = goals.get(step.goal) ?? { done: 0, total: 0 }
      known.total += by
      if (['done', 'cancelled'].includes(stateOn(step, today))) known.done += by
      if (known.total === 0) goals.delete(step.goal)
      else goals.set(step.goal, known)
    }
  }

  return {
    add: (row) => change(row, 1),
    remove: (row) => change(row, -1),
    on(today, rows) {
      if (counted?.today !== today) {
        counted = { today, sectionOf: createSectionReader(today), sections: new Map(), goals: new Map() }
        for (const row of rows()) change(row, 1)
      }
      const { sections, goals } = counted
      return { sections, counts: countsOf(sections), goals: progressOf(goals) }
    },
  }
}

function countsOf(sections: ReadonlyMap<AgendaSection, number>): AgendaCounts {
  const count = (...names: readonly AgendaSection[]): number =>
    names.reduce((sum, name) => sum + (sections.get(name) ?? 0), 0)
  return {
    open: count('overdue', 'asked', 'today', 'week', 'later', 'no-date'),
    late: count('overdue', 'asked'),
    waiting: count('waiting'),
  }
}

/** Those with the most steps first. */
function progressOf(
  goals: ReadonlyMap<string, Pick<GoalProgress, 'done' | 'total'>>,
): readonly GoalProgress[] {
  return Array.from(goals, ([goal, progress]) => ({ goal, ...progress })).sort(
    (left, right) => right.total - left.total || left.goal.localeCompare(right.goal),
  )
}
