import type { Splice } from '../contract/edits.ts'
import type { Doubt } from '../contract/replace.ts'
import { spliceText } from '../entry/splice-text.ts'
import { canonicalKey } from '../markdown/canonical-key.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import type { ParsedEntry, Run, TextRun } from '../markdown/tree.ts'
import { listStretches, locateSplice } from './locate-splice.ts'
import { mapRuns } from './map-runs.ts'

interface WordChange extends Splice {
  readonly run: TextRun
  /** Place in the run's text, UTF-16 code units. */
  readonly start: number
  readonly end: number
}

/** Letters that are parsed at most to find which of a file's changes it is that would be read otherwise. */
const mostParsed = 4_000_000

/**
 * What is doubtful about each splice: where it stands, or that its words would not be read as the words they are
 * (`*` that begins a list, `|` that splits a cell). Judged by parsing the text as it would become and comparing it
 * with the document in which exactly those words are other words.
 *
 * @param splices rising and apart, in `text`
 * @returns one for each splice; null when nothing but words would change
 */
export function findDoubts(text: string, splices: readonly Splice[]): (Doubt | null)[] {
  const entry = parseEntry(text)
  const stretches = listStretches(entry)
  const places = splices.map((splice) => locateSplice(stretches, splice))
  const words = splices.flatMap((splice, at): WordChange[] => {
    const place = places[at]
    return place !== undefined && 'run' in place
      ? [{ ...splice, run: place.run, start: place.from, end: place.to }]
      : []
  })
  const misread = findMisread(entry, words)
  return places.map((place, at) =>
    'doubt' in place ? place.doubt : misread.has(splices[at]?.from ?? -1) ? 'structure' : null,
  )
}

/** Where the changes begin that would not be read as meant. All together first: mostly that settles it. */
function findMisread(entry: ParsedEntry, words: readonly WordChange[]): ReadonlySet<number> {
  if (words.length === 0 || isReadAsMeant(entry, words)) return new Set()
  const all = words.map(({ from }) => from)
  if (words.length * entry.text.length > mostParsed) return new Set(all)
  const alone = words.filter((change) => !isReadAsMeant(entry, [change])).map(({ from }) => from)
  return new Set(alone.length > 0 ? alone : all)
}

function isReadAsMeant(entry: ParsedEntry, words: readonly WordChange[]): boolean {
  const edited = spliceText(entry.text, words)
  if (edited === null) throw new Error('Splices of a finder overlap.')
  const after = parseEntry(edited)
  const isHeadKept = (after.head?.span.to ?? 0) === (entry.head?.span.to ?? 0)
  return isHeadKept && canonicalKey(after.blocks) === keyOfMeant(entry, words)
}

function keyOfMeant(entry: ParsedEntry, words: readonly WordChange[]): string {
  const byRun = new Map<Run, WordChange[]>()
  for (const change of words) byRun.set(change.run, [...(byRun.get(change.run) ?? []), change])
  const changed = (run: Run): Run => {
    const changes = byRun.get(run)
    if (changes === undefined || run.kind !== 'text') return run
    const splices = changes.map(({ start, end, text }) => ({ from: start, to: end, text }))
    return { ...run, text: spliceText(run.text, splices) ?? run.text }
  }
  return canonicalKey(mapRuns(entry.blocks, (runs) => runs.map(changed)))
}
