import * as v from 'valibot'
import { succeed } from '../../shared/contract/errors.ts'
import { programsQuestionSchema } from '../../shared/contract/facts.ts'
import type { Program } from '../../shared/entry/summary.ts'
import { createFileLines } from '../file-lines.ts'
import { openIndex } from '../open-index.ts'
import type { Paint } from '../paint.ts'
import { defineVerb } from '../verb.ts'

/** One program. `line` counts from 1. */
export interface ListedProgram {
  readonly name: string
  readonly url: string | null
  readonly format: readonly string[]
  readonly places: readonly string[]
  /** A day, `rolling`, or null: a question to answer. */
  readonly deadline: Program['deadline']
  readonly status: Program['status']
  readonly path: string
  readonly line: number
}

export const programsVerb = defineVerb({
  name: 'programs',
  takes: [],
  about:
    'Lists the lines under a heading such as “research programs”, with format, place, deadline and status, soonest\n' +
    'deadline first.',
  options: {},
  async run({ folder, cacheFolder, showProgress }) {
    const { facts } = await openIndex({ folder, cacheFolder, showProgress, isFresh: false })
    const lines = createFileLines(folder)
    const question = { ...v.parse(programsQuestionSchema, {}), limit: Infinity }
    const listed = facts.listPrograms(question).rows.map(({ program, path }): ListedProgram => ({
      name: program.name,
      url: program.url,
      format: program.formats,
      places: program.places,
      deadline: program.deadline,
      status: program.status,
      path,
      line: lines.numberAt(path, program.span.from),
    }))
    return succeed({
      json: listed,
      write: (paint) =>
        [...listed.map((each) => writeProgram(each, paint)), paint.quiet(`${listed.length} programs`)].join(
          '\n',
        ),
    })
  },
})

function writeProgram(program: ListedProgram, paint: Paint): string {
  const { name, format, places, deadline, status, path, line } = program
  const facts = [...format, places.join('/'), status].filter((fact) => fact !== null && fact !== '')
  return [
    `${paint.strong(name)}  ${facts.join(', ')}`,
    `  ${deadline === null ? paint.mark('deadline?') : `deadline ${deadline}`}`,
    paint.quiet(`  ${path}:${line}`),
  ].join('\n')
}
