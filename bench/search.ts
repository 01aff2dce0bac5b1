// Finding a known note: Cairn's index beside MiniSearch, FlexSearch, Orama, uFuzzy and Fuse.js, on the same generated
// journal in the same run.
// npm run bench -- search [--notes 10000] [--each 40] [--alone] [--json] [--folder a --folder b: real notes]
import { generateJournal, type GeneratedNote } from './support/generate-journal.ts'
import { makeQueries, queryKinds, type KnownItemQuery, type QueryKind } from './support/known-item-queries.ts'
import { processorMs } from './support/processor-time.ts'
import { printFigures, quantile, type Figure } from './support/report.ts'
import { buildCairn, withPassages, type Engine } from './support/search-engines.ts'
import {
  buildFlexSearch,
  buildFuse,
  buildMiniSearch,
  buildOrama,
  buildUFuzzy,
} from './support/search-peers.ts'
import { measureExpansion } from './support/measure-expansion.ts'
import { readNotes } from './support/read-notes.ts'

const count = numberAfter('--notes', 10_000)
const each = numberAfter('--each', 40)
/** Plain Fuse.js takes seconds a query at 10,000 notes, so it is measured where it can be waited for. */
const mostForFuse = 1_000
/** Orama and FlexSearch would hold several times the text in memory. */
const mostForPeers = 20_000
/** Without the peers: for looking at one's own figures. */
const isAlone = process.argv.includes('--alone')

interface Measured {
  readonly engine: Engine
  /** By query, one for each round. */
  readonly times: number[][]
  readonly asked: Map<QueryKind, number>
  readonly first: Map<QueryKind, number>
  readonly ten: Map<QueryKind, number>
}

const folders = process.argv.flatMap((word, at) => (word === '--folder' ? [process.argv[at + 1] ?? ''] : []))
const notes = folders.length > 0 ? readNotes(folders) : Array.from(generateJournal(count))
const queries = makeQueries(notes, each)
const textMb = notes.reduce((sum, note) => sum + note.text.length, 0) / 1e6
const cairn = buildCairn(notes)
const figures: Figure[] = [figure(`${notes.length} notes, text`, textMb, 'MB')]
const peers: Engine[] = []
if (notes.length <= mostForPeers && !isAlone) {
  peers.push(buildMiniSearch(notes), buildFlexSearch(notes), buildOrama(notes))
  peers.push(buildUFuzzy(notes, 'names'), buildUFuzzy(notes, 'everything'))
}
if (notes.length <= mostForFuse && !isAlone) peers.push(buildFuse(notes))
const measured = measureAll([cairn, withPassages(cairn, notes), ...peers])
const [own] = measured
if (own === undefined) throw new Error('nothing was measured')
const reference = measured[2] ?? null
for (const one of measured) report(one, reference)
reportExpansion(own)
for (const engine of [cairn, ...peers.slice(0, 1)]) reportUpdate(engine)
printFigures(figures)

/**
 * Engines take turns, round by round, so that other work on the machine weighs on all alike. Of each query's times the
 * shortest counts: the rest is other programs having the processor.
 */
function measureAll(engines: readonly Engine[]): Measured[] {
  const all = engines.map((engine): Measured => ({
    engine,
    times: [],
    asked: new Map(),
    first: new Map(),
    ten: new Map(),
  }))
  for (const { engine } of all) warmUp(engine)
  const rounds = Math.max(...engines.map((engine) => engine.rounds))
  for (let round = 0; round < rounds; round += 1) {
    for (const one of all) {
      if (round >= one.engine.rounds) continue
      globalThis.gc?.()
      queries.forEach((query, at) => {
        if (at % one.engine.step === 0) measureQuery(one, query, at, round === 0)
      })
    }
  }
  return all
}

function warmUp(engine: Engine): void {
  for (const query of queries.slice(0, engine.rounds > 1 ? 60 : 1)) engine.search(query.text)
}

/** Asked a few times in a row, since reading the processor's time costs more than a quick answer. */
function measureQuery(one: Measured, query: KnownItemQuery, at: number, isCounted: boolean): void {
  const { engine } = one
  const repeats = engine.rounds > 1 ? 3 : 1
  const start = processorMs()
  for (let time = 0; time < repeats; time += 1) (engine.press ?? engine.search)(query.text)
  ;(one.times[at] ??= []).push((processorMs() - start) / repeats)
  if (!isCounted) return
  const paths = engine.search(query.text)
  one.asked.set(query.kind, (one.asked.get(query.kind) ?? 0) + 1)
  const place = paths.findIndex((path) => query.paths.has(path))
  if (place === 0) one.first.set(query.kind, (one.first.get(query.kind) ?? 0) + 1)
  if (place >= 0) one.ten.set(query.kind, (one.ten.get(query.kind) ?? 0) + 1)
}

function report({ engine, times, asked, first, ten }: Measured, against: Measured | null): void {
  const isReference = against?.engine === engine
  const compare = (name: string, value: number, unit: Figure['unit'], other: number | undefined): void => {
    const ratio = isReference || other === undefined ? null : value / other
    figures.push({
      name: `${engine.name}: ${name}`,
      value,
      unit,
      ratio,
      against: ratio === null ? null : (against?.engine.name ?? null),
    })
  }
  if (engine === cairn) figures.push(figure(`${engine.name}: parsing the notes`, cairn.parseMs, 'ms'))
  compare('build', engine.buildMs, 'ms', against?.engine.buildMs)
  figures.push({
    name: `${engine.name}: memory`,
    value: engine.heapMb,
    unit: 'MB',
    ratio: engine.heapMb / textMb,
    against: 'text',
  })
  for (const share of [0.5, 0.95]) {
    const other = against === null ? undefined : quantile(shortest(against.times), share)
    compare(`query p${share * 100}`, quantile(shortest(times), share), 'ms', other)
  }
  for (const [kind, meaning] of Object.entries(queryKinds)) {
    const all = asked.get(kind as QueryKind) ?? 1
    const firsts = (first.get(kind as QueryKind) ?? 0) / all
    const tens = (ten.get(kind as QueryKind) ?? 0) / all
    const ofKind = shortest(times.filter((_, at) => queries[at]?.kind === kind))
    figures.push(figure(`${engine.name}: ${kind} ${meaning}, p95`, quantile(ofKind, 0.95), 'ms'))
    figures.push(figure(`${engine.name}: ${kind} ${meaning}, first`, firsts, 'share'))
    figures.push(figure(`${engine.name}: ${kind} ${meaning}, among ten`, tens, 'share'))
  }
}

/** The least that any search must do: look the words up, with their endings and typos. */
function reportExpansion({ times }: Measured): void {
  const expansion = measureExpansion(cairn.index, queries, cairn.rounds)
  const p95 = quantile(shortest(expansion), 0.95)
  figures.push(figure('looking up the words alone, p95', p95, 'ms'))
  const value = quantile(shortest(times), 0.95)
  figures.push({
    name: 'Cairn: query p95',
    value,
    unit: 'ms',
    ratio: value / p95,
    against: 'looking up the words alone',
  })
}

/** Taking one note in again: reading and parsing it are not counted for any engine. */
function reportUpdate(engine: Engine): void {
  const times: number[] = []
  for (let at = 0; at < 100; at += 1) {
    const note = notes[(at * 97) % notes.length] as GeneratedNote
    const change = engine.prepareUpdate({ ...note, text: `${note.text}\nonce more ${at}\n` })
    const start = processorMs()
    change()
    times.push(processorMs() - start)
    engine.tidy?.()
  }
  figures.push(figure(`${engine.name}: one changed note, p50`, quantile(times, 0.5), 'ms'))
  figures.push(figure(`${engine.name}: one changed note, p95`, quantile(times, 0.95), 'ms'))
}

/** By query, of those that were asked. */
function shortest(times: readonly (readonly number[])[]): number[] {
  return Object.values(times).map((rounds) => Math.min(...rounds))
}

function figure(name: string, value: number, unit: Figure['unit']): Figure {
  return { name, value, unit, ratio: null, against: null }
}

function numberAfter(name: string, otherwise: number): number {
  const at = process.argv.indexOf(name)
  const value = at < 0 ? Number.NaN : Number(process.argv[at + 1])
  return Number.isInteger(value) && value > 0 ? value : otherwise
}
