import * as v from 'valibot'
import {
  allAgendaSections,
  sectionNames,
  stateOn,
  type StepState,
} from '../../shared/actions/group-agenda.ts'
import type { DateSource } from '../../shared/actions/action-date.ts'
import type { Step, StepKind } from '../../shared/actions/step.ts'
import { agendaQuestionSchema } from '../../shared/contract/facts.ts'
import { fail, succeed } from '../../shared/contract/errors.ts'
import type { EntryPath } from '../../shared/entry/entry-path.ts'
import { leadingIsoDay, localDay } from '../../shared/entry/iso-day.ts'
import type { IsoDay } from '../../shared/entry/summary.ts'
import { createFileLines, type FileLines } from '../file-lines.ts'
import { openIndex } from '../open-index.ts'
import type { Paint } from '../paint.ts'
import { defineVerb } from '../verb.ts'

/** One action, with those nested in it. `line` counts from 1. */
export interface ListedStep {
  readonly text: string
  readonly path: string
  readonly line: number
  readonly kind: StepKind
  readonly state: StepState
  readonly date: IsoDay | null
  readonly dateFrom: DateSource | null
  readonly goal: string | null
  readonly steps: readonly ListedStep[]
}

export const agendaVerb = defineVerb({
  name: 'agenda',
  takes: [],
  about:
    'Lists every action of the folder: what is late, asked about, due and waiting, then what is under way and done.\n' +
    'Boxes, and steps without one under headings such as “actions” and “next steps”.',
  options: {
    on: { type: 'text', shown: 'YYYY-MM-DD', about: 'as it stands on this day (today)' },
  },
  async run({ folder, options, cacheFolder, showProgress }) {
    const today = options.on === null ? localDay() : leadingIsoDay(options.on)
    if (today === null) return fail('invalid-input', `“${options.on ?? ''}” is not a day such as 2026-11-24.`)
    const { facts } = await openIndex({ folder, cacheFolder, showProgress, isFresh: false })
    const lines = createFileLines(folder)
    const question = v.parse(agendaQuestionSchema, { today, sections: [...allAgendaSections] })
    const { rows, counts } = facts.listAgenda({ ...question, limit: Infinity })
    const listed = rows.map(({ path, step }) => describeStep(path, step, today, lines))
    return succeed({
      json: listed,
      write(paint) {
        const written = rows.flatMap(({ section }, at) => {
          const isFirst = at === 0 || rows[at - 1]?.section !== section
          return [
            ...(isFirst ? ['', paint.strong(sectionNames[section])] : []),
            ...writeStep(listed[at]!, 1, paint),
          ]
        })
        const { open, late, waiting } = counts
        return [...written, '', paint.quiet(`${open} open, ${late} late, ${waiting} waiting`)]
          .join('\n')
          .trimStart()
      },
    })
  },
})

function describeStep(path: EntryPath, step: Step, today: IsoDay, lines: FileLines): ListedStep {
  return {
    text: step.text,
    path,
    line: lines.numberAt(path, step.from),
    kind: step.kind,
    state: stateOn(step, today),
    date: step.day,
    dateFrom: step.dateFrom,
    goal: step.goal,
    steps: step.steps.map((nested) => describeStep(path, nested, today, lines)),
  }
}

const marks: Readonly<Record<StepState, string>> = {
  open: '[ ]',
  done: '[x]',
  'in-progress': '[/]',
  waiting: '[?]',
  cancelled: '[-]',
  forwarded: '[>]',
}

function writeStep(step: ListedStep, depth: number, paint: Paint): string[] {
  const date =
    step.date === null || (depth > 1 && step.dateFrom === 'parent') ? '' : `  ${paint.mark(step.date)}`
  const line = `${'  '.repeat(depth)}${marks[step.state]} ${step.text}${date}  ${paint.quiet(`${step.path}:${step.line}`)}`
  return [line, ...step.steps.flatMap((nested) => writeStep(nested, depth + 1, paint))]
}
