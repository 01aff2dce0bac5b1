import * as v from 'valibot'
import { succeed } from '../../shared/contract/errors.ts'
import { resourcesQuestionSchema } from '../../shared/contract/facts.ts'
import type { ResourceStatus } from '../../shared/entry/summary.ts'
import { createFileLines } from '../file-lines.ts'
import { openIndex } from '../open-index.ts'
import type { Paint } from '../paint.ts'
import { defineVerb } from '../verb.ts'

/** One resource with every use of it. `line` counts from 1. */
export interface ListedResource {
  readonly url: string
  readonly title: string
  readonly authors: readonly string[]
  /** `2025-09`; null where less than that is written. */
  readonly month: string | null
  readonly star: boolean
  readonly status: ResourceStatus | null
  readonly notes: readonly string[]
  readonly uses: readonly { readonly path: string; readonly line: number; readonly text: string }[]
}

export const resourcesVerb = defineVerb({
  name: 'resources',
  takes: [],
  about:
    'Lists every link and linked file, once for each address, with its author, month, star, your notes, and the places\n' +
    'that use it. Tracking parameters, www and a last slash do not make a second one.',
  options: {},
  async run({ folder, cacheFolder, showProgress }) {
    const { facts } = await openIndex({ folder, cacheFolder, showProgress, isFresh: false })
    const lines = createFileLines(folder)
    const question = { ...v.parse(resourcesQuestionSchema, { order: 'title' }), limit: Infinity }
    const listed = facts.listResources(question).rows.map((row): ListedResource => ({
      url: row.url,
      title: row.title,
      authors: row.authors,
      month: row.month?.length === 7 ? row.month : null,
      star: row.isMustRead,
      status: row.status,
      notes: row.notes,
      uses: facts.listResourcePlaces({ key: row.key }).map(({ path, from }) => ({
        path,
        line: lines.numberAt(path, from),
        text: lines.textAt(path, from),
      })),
    }))
    return succeed({
      json: listed,
      write: (paint) =>
        [...listed.map((each) => writeResource(each, paint)), paint.quiet(count(listed))].join('\n'),
    })
  },
})

function writeResource(
  { url, title, authors, month, star, status, notes, uses }: ListedResource,
  paint: Paint,
): string {
  const facts = [authors.join(', '), month, status].filter((fact) => fact !== null && fact !== '')
  return [
    `${paint.strong(title)}${star ? ' ⭐' : ''}${facts.length === 0 ? '' : `  ${facts.join(', ')}`}`,
    paint.quiet(`  ${url}`),
    ...notes.map((note) => `  - ${note}`),
    ...uses.map(({ path, line }) => paint.quiet(`  ${path}:${line}`)),
  ].join('\n')
}

function count(listed: readonly ListedResource[]): string {
  const uses = listed.reduce((sum, each) => sum + each.uses.length, 0)
  return `${listed.length} resources, ${uses} uses, ${listed.filter(({ star }) => star).length} starred`
}
