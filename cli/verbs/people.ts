import * as v from 'valibot'
import { succeed } from '../../shared/contract/errors.ts'
import { peopleQuestionSchema, type PersonRow } from '../../shared/contract/facts.ts'
import { localDay } from '../../shared/entry/iso-day.ts'
import { readMemoryNow } from '../../journal/memory/memory-files.ts'
import { personKey } from '../../shared/resources/person-names.ts'
import { createFileLines } from '../file-lines.ts'
import { openIndex } from '../open-index.ts'
import type { Paint } from '../paint.ts'
import { defineVerb } from '../verb.ts'

/** One person. `line` counts from 1. */
export interface ListedPerson {
  readonly name: string
  readonly roles: PersonRow['roles']
  /** Different resources that they wrote. */
  readonly resources: number
  readonly quotes: number
  readonly mentions: readonly { readonly path: string; readonly line: number }[]
}

export const peopleVerb = defineVerb({
  name: 'people',
  takes: [],
  about:
    'Lists everyone the entries name: authors of links, who is quoted, @name, [[People/…]], who made suggestions. What\n' +
    'it prints is private; nothing is sent anywhere.',
  options: {},
  async run({ folder, cacheFolder, showProgress }) {
    const { facts } = await openIndex({ folder, cacheFolder, showProgress, isFresh: false })
    const lines = createFileLines(folder)
    const question = {
      ...v.parse(peopleQuestionSchema, { today: localDay() }),
      same: readMemoryNow(folder, 'people').same,
      limit: Infinity,
    }
    const listed = facts
      .listPeople(question)
      .rows.map(({ key, name, also = [], roles, resources, quotes }): ListedPerson => ({
        name,
        roles,
        resources,
        quotes,
        mentions: facts
          .listPersonPlaces({ key, also: also.map(personKey) })
          .map(({ path, mention }) => ({ path, line: lines.numberAt(path, mention.from) })),
      }))
    return succeed({
      json: listed,
      write: (paint) =>
        [
          ...listed.map((each) => writePerson(each, paint)),
          paint.quiet(listed.length === 1 ? '1 person' : `${listed.length} people`),
        ].join('\n'),
    })
  },
})

function writePerson({ name, roles, resources, quotes, mentions }: ListedPerson, paint: Paint): string {
  const counts = [counted(resources, 'resource'), counted(quotes, 'quote')].filter((each) => each !== '')
  const places = mentions.map(({ path, line }) => paint.quiet(`  ${path}:${line}`))
  return [[paint.strong(name), roles.join(', '), ...counts].join('  '), ...new Set(places)].join('\n')
}

function counted(count: number, thing: string): string {
  return count === 0 ? '' : `${count} ${thing}${count === 1 ? '' : 's'}`
}
