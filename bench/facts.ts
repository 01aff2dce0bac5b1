// What the pages of actions and resources ask of the worker, against the plainest walk over as many rows, and against
// sending every row to the window.
import * as v from 'valibot'
import { agendaQuestionSchema, resourcesQuestionSchema } from '../shared/contract/facts.ts'
import type { Step } from '../shared/actions/step.ts'
import type { EntryPath } from '../shared/entry/entry-path.ts'
import type { ResourceUse } from '../shared/entry/summary.ts'
import { createFactBook } from '../shared/facts/fact-book.ts'
import type { EntryFacts } from '../shared/facts/held-entry.ts'
import { processorMs } from './support/processor-time.ts'
import { printFigures, quantile } from './support/report.ts'

const entryCount = 10_000
const actionsOfEntry = 5
const resourceCount = 20_000
const rounds = 40
const words =
  'mentor research safety write read plan apply draft paper talk circuit probe deadline hire team'.split(' ')

let seed = 20261124
/** Small and seeded, so that every run asks about the same journal. */
function random(below: number): number {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}

function phrase(length: number): string {
  return Array.from({ length }, () => words[random(words.length)]).join(' ')
}

function makeStep(at: number): Step {
  const state = random(3) === 0 ? 'done' : 'open'
  const day = random(2) === 0 ? `2026-${String(1 + random(12)).padStart(2, '0')}-10` : null
  const text = phrase(6)
  return {
    words: text,
    text,
    itemNumber: at,
    from: at * 60,
    kind: 'box',
    state,
    box: state === 'done' ? 'x' : ' ',
    day,
    time: null,
    dateFrom: day === null ? null : 'sign',
    doneDay: null,
    repeat: null,
    goal: null,
    isStarred: false,
    isCorrected: false,
    steps: [],
  }
}

function makeUse(number: number): ResourceUse {
  const url = `https://site${number % 900}.example/${number}`
  const authors = random(2) === 0 ? [`Ann ${words[number % words.length]}`] : []
  return {
    url,
    key: url,
    title: phrase(5),
    authors,
    month: null,
    isMustRead: random(8) === 0,
    status: null,
    notes: [],
    isCard: true,
    sentence: '',
    span: { from: number % 500, to: (number % 500) + 40 },
  }
}

function makeEntry(at: number): EntryFacts {
  const path = `2026/${at}.md` as EntryPath
  const date = `20${String(10 + (at % 16))}-0${1 + (at % 9)}-1${at % 10}`
  const steps = Array.from({ length: actionsOfEntry }, (_, number) => makeStep(number))
  const resources = [at * 2, at * 2 + 1, random(resourceCount)].map((number) =>
    makeUse(number % resourceCount),
  )
  const { title, kind, tags } = { title: phrase(3), kind: 'daily' as const, tags: [words[at % 9] ?? ''] }
  return {
    path,
    title,
    date,
    kind,
    tags,
    steps,
    resources,
    programs: [],
    quotes: [],
    people: [],
  }
}

const book = createFactBook()
const entries = Array.from({ length: entryCount }, (_, at) => makeEntry(at))
const buildMs = time(() => entries.forEach((entry) => book.put(entry)))
const today = '2026-11-24'
const actions = (more: object) =>
  book.listAgenda(v.parse(agendaQuestionSchema, { today, limit: 60, ...more }))
const resources = (more: object) =>
  book.listResources(v.parse(resourcesQuestionSchema, { limit: 60, ...more }))

const firstActions = time(() => actions({}))
const firstResources = time(() => resources({}))
const letters = ['m', 'me', 'men', 'ment', 'mento', 'mentor']
const flatActions = entries.flatMap((entry) => entry.steps)
const flatTitles = entries
  .flatMap((entry) => entry.resources.map(({ title }) => title))
  .slice(0, resourceCount)

/** In turn, so that the machine weighs on all alike. */
const times = {
  sumActions: [] as number[],
  openActions: [] as number[],
  filterActions: [] as number[],
  plainFilter: [] as number[],
  openResources: [] as number[],
  filterResources: [] as number[],
  afterEdit: [] as number[],
  cloneResources: [] as number[],
}
let sink = 0
for (let round = 0; round < rounds; round += 1) {
  const text = letters[round % letters.length] ?? ''
  times.sumActions.push(time(() => (sink += flatActions.reduce((sum, { from }) => sum + from, 0))))
  times.openActions.push(time(() => actions({})))
  times.filterActions.push(time(() => actions({ text })))
  times.plainFilter.push(time(() => (sink += flatTitles.filter((title) => title.includes(text)).length)))
  times.openResources.push(time(() => resources({})))
  times.filterResources.push(time(() => resources({ text })))
  book.put(makeEntry(round * 7))
  times.afterEdit.push(time(() => (actions({}), resources({}))))
  const all = resources({ limit: 1000 }).rows
  times.cloneResources.push(time(() => structuredClone(all)) * (resourceCount / all.length))
}
if (sink < 0) throw new Error('never, but the sums must not be left out as unused')

const sum = median(times.sumActions)
const plain = median(times.plainFilter)
printFigures([
  figure(`sum over the array of ${flatActions.length.toLocaleString('en')} actions`, sum),
  figure('open the agenda: all actions in sections, 60 rows', median(times.openActions), sum, 'the sum'),
  figure('filter the agenda by a word being typed', median(times.filterActions), sum, 'the sum'),
  figure(`filter a plain array of ${resourceCount.toLocaleString('en')} titles`, plain),
  figure('open the library, 60 rows', median(times.openResources), plain, 'the plain filter'),
  figure(
    'filter the library by a word being typed',
    median(times.filterResources),
    plain,
    'the plain filter',
  ),
  figure('both again after one entry was saved', median(times.afterEdit), plain, 'the plain filter'),
  figure(
    'copy all resources to another thread, once',
    median(times.cloneResources),
    plain,
    'the plain filter',
  ),
  figure('first question about actions, sorting them', firstActions),
  figure('first question about resources, gathering them', firstResources),
  figure('take all entries in', buildMs),
])

function figure(
  name: string,
  value: number,
  against?: number,
  what?: string,
): Parameters<typeof printFigures>[0][number] {
  return {
    name,
    value,
    unit: 'ms',
    ratio: against === undefined ? null : value / against,
    against: what ?? null,
  }
}

function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** Processor time, ms. */
function time(work: () => unknown): number {
  const start = processorMs()
  work()
  return processorMs() - start
}
