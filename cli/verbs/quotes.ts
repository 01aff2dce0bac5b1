import * as v from 'valibot'
import { succeed } from '../../shared/contract/errors.ts'
import { quotesQuestionSchema } from '../../shared/contract/facts.ts'
import { createFileLines } from '../file-lines.ts'
import { openIndex } from '../open-index.ts'
import type { Paint } from '../paint.ts'
import { defineVerb } from '../verb.ts'

/** One quote. `line` counts from 1. */
export interface ListedQuote {
  readonly text: string
  /** Who said it; several joined by *and*. */
  readonly person: string | null
  /** Address that it is from. */
  readonly resource: string | null
  readonly path: string
  readonly line: number
}

export const quotesVerb = defineVerb({
  name: 'quotes',
  takes: [],
  about:
    'Lists block quotes and quote callouts with who said it and where it is from. Points out those with neither.',
  options: {},
  async run({ folder, cacheFolder, showProgress }) {
    const { facts } = await openIndex({ folder, cacheFolder, showProgress, isFresh: false })
    const lines = createFileLines(folder)
    const question = { ...v.parse(quotesQuestionSchema, {}), limit: Infinity }
    const listed = facts.listQuotes(question).rows.map(({ quote, path }): ListedQuote => ({
      text: quote.text,
      person: quote.people.length === 0 ? null : quote.people.join(' and '),
      resource: quote.source?.url ?? null,
      path,
      line: lines.numberAt(path, quote.span.from),
    }))
    const unsourced = listed.filter(({ person, resource }) => person === null && resource === null).length
    return succeed({
      json: listed,
      write: (paint) =>
        [
          ...listed.map((each) => writeQuote(each, paint)),
          paint.quiet(`${listed.length} quotes, ${unsourced} without a source`),
        ].join('\n'),
    })
  },
})

function writeQuote({ text, person, resource, path, line }: ListedQuote, paint: Paint): string {
  const origin = [person, resource].filter((part) => part !== null).join(', ')
  return [
    ...text.split('\n').map((paragraph) => `> ${paragraph}`),
    origin === '' ? `  ${paint.mark('no source')}` : `  — ${paint.strong(origin)}`,
    paint.quiet(`  ${path}:${line}`),
  ].join('\n')
}
