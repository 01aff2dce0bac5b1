import type { ProgramsAnswer, ProgramsQuestion } from '../contract/facts.ts'
import type { IsoDay, Program, ProgramStatus } from '../entry/summary.ts'
import { byEntry, createRowsByEntry, type FactTable, type ReadFacts } from './fact-table.ts'
import { placeOf, type HeldEntry } from './held-entry.ts'
import { createRowTest, needleOf, windowOf } from './narrow-rows.ts'
import { byDay, byText, createRowList } from './row-list.ts'

interface Row {
  readonly entry: HeldEntry
  readonly at: number
  readonly needle: string
  readonly name: string
  readonly deadline: IsoDay | 'rolling' | null
  readonly status: ProgramStatus | null
  readonly isFullTime: boolean
}

export interface ProgramTable extends FactTable {
  list(question: ProgramsQuestion, readFacts: ReadFacts): ProgramsAnswer
}

export function createProgramTable(): ProgramTable {
  const byPlace = (left: Row, right: Row): number => byEntry(left.entry, right.entry) || left.at - right.at
  const rows = createRowList<Row, ProgramsQuestion['order']>({
    // `rolling` stands behind all days, since letters come after digits.
    deadline: (left, right) => byDay(left.deadline, right.deadline) || byPlace(left, right),
    name: (left, right) => byText(left.name, right.name) || byPlace(left, right),
    entry: byPlace,
  })
  const held = createRowsByEntry<Row>()
  return {
    add(entry, { programs }) {
      const added = programs.map((program, at) => toRow(entry, program, at))
      added.forEach(rows.add)
      held.add(entry, added)
    },
    prepare: () => void rows.inOrder('deadline'),
    remove: (entry) => held.take(entry).forEach(rows.remove),
    list(question, readFacts) {
      const isMeant = createRowTest(question)
      const { statuses, hasFullTime, order } = question
      const found = rows
        .inOrder(order)
        .filter(
          (row) =>
            (hasFullTime || !row.isFullTime) &&
            (statuses.length === 0 || (row.status !== null && statuses.includes(row.status))) &&
            isMeant(row.needle, row.entry),
        )
      const show = (row: Row) => ({
        ...placeOf(row.entry),
        program: readFacts(row.entry).programs[row.at] as Program,
      })
      return windowOf(found, question, show, (row) => order !== 'deadline' || row.deadline !== null)
    },
  }
}

function toRow(entry: HeldEntry, program: Program, at: number): Row {
  const { name, url, formats, places, deadline, status, nextStep, isFullTime } = program
  const needle = needleOf(name, url, ...formats, ...places, status, nextStep)
  return { entry, at, needle, name: needleOf(name), deadline, status, isFullTime }
}
