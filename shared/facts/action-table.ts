import { actionDay } from '../actions/action-day.ts'
import { actionStates, type ActionsAnswer, type ActionsQuestion } from '../contract/facts.ts'
import type { Action, ActionState, IsoDay } from '../entry/summary.ts'
import { byEntry, createRowsByEntry, type FactTable, type ReadFacts } from './fact-table.ts'
import { placeOf, type HeldEntry } from './held-entry.ts'
import { createRowTest, needleOf, windowOf } from './narrow-rows.ts'
import { byDay, createRowList } from './row-list.ts'

/** An action that is no step of another, with its steps. */
interface Row {
  readonly entry: HeldEntry
  /** Its number in `Summary.actions`. */
  readonly at: number
  readonly needle: string
  readonly day: IsoDay | null
  /** Bits of the states of it and its steps, and of its own alone, by `actionStates`. */
  readonly states: number
  readonly own: number
}

export interface ActionTable extends FactTable {
  list(question: ActionsQuestion, readFacts: ReadFacts): ActionsAnswer
}

export function createActionTable(): ActionTable {
  const byPlace = (left: Row, right: Row): number => byEntry(left.entry, right.entry) || left.at - right.at
  const rows = createRowList<Row, 'day' | 'entry'>({
    day: (left, right) => byDay(left.day, right.day) || byPlace(left, right),
    entry: byPlace,
  })
  const held = createRowsByEntry<Row>()
  return {
    add(entry, { actions, date }) {
      const added = actions.map((action, at) => toRow(entry, action, at, date))
      added.forEach(rows.add)
      held.add(entry, added)
    },
    remove: (entry) => held.take(entry).forEach(rows.remove),
    list(question, readFacts) {
      const isMeant = createRowTest(question)
      const wanted = question.states.length === 0 ? -1 : bitsOf(question.states)
      const counts = actionStates.map(() => 0)
      const found = rows.inOrder(question.order).filter((row) => {
        if (!isMeant(row.needle, row.entry)) return false
        counts[row.own] = (counts[row.own] ?? 0) + 1
        return (row.states & wanted) !== 0
      })
      const show = (row: Row) => ({
        ...placeOf(row.entry),
        action: readFacts(row.entry).actions[row.at] as Action,
        day: row.day,
      })
      const states = Object.fromEntries(actionStates.map((state, at) => [state, counts[at] ?? 0]))
      return {
        ...windowOf(found, question, show, (row) => question.order !== 'day' || row.day !== null),
        states: states as Record<ActionState, number>,
      }
    },
  }
}

function toRow(entry: HeldEntry, action: Action, at: number, entryDay: IsoDay | null): Row {
  const texts: string[] = []
  let states = 0
  const stack: Action[] = [action]
  for (let each = stack.pop(); each !== undefined; each = stack.pop()) {
    texts.push(each.text)
    states |= bitsOf([each.state])
    stack.push(...each.steps)
  }
  return {
    entry,
    at,
    needle: needleOf(...texts),
    day: actionDay(action, entryDay),
    states,
    own: actionStates.indexOf(action.state),
  }
}

function bitsOf(states: readonly ActionState[]): number {
  return states.reduce((bits, state) => bits | (1 << actionStates.indexOf(state)), 0)
}
