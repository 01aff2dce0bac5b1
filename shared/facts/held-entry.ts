import type { FactPlace } from '../contract/facts.ts'
import type { EntryPath } from '../entry/entry-path.ts'
import type { EntryKind, IsoDay, Summary } from '../entry/summary.ts'
import { foldText } from '../search/fold.ts'

/** What the fact book keeps of an entry. */
export type EntryFacts = Pick<
  Summary,
  'path' | 'title' | 'date' | 'kind' | 'tags' | 'steps' | 'programs' | 'quotes' | 'people' | 'resources'
>

/** An entry in the book: what rows are narrowed and sorted by, and its facts as bytes. */
export interface HeldEntry {
  readonly path: EntryPath
  readonly title: string
  readonly date: IsoDay | null
  readonly kind: EntryKind
  readonly tags: readonly string[]
  /** Folded, each with those above it: `goal/portfolio` and `goal`. */
  readonly tagKeys: ReadonlySet<string>
  /** The facts as JSON in UTF-8: a tenth of what they take as objects. */
  readonly bytes: Uint8Array
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Takes an entry in. Only what belongs to `EntryFacts` is kept of a summary. */
export function holdEntry(summary: EntryFacts): HeldEntry {
  const { path, title, date, kind, tags, steps, programs, quotes, people, resources } = summary
  const facts: EntryFacts = { path, title, date, kind, tags, steps, programs, quotes, people, resources }
  return heldEntry(facts, encoder.encode(JSON.stringify(facts)))
}

/** The entry that `bytes` of `HeldEntry` hold. */
export function heldEntry(facts: EntryFacts, bytes: Uint8Array): HeldEntry {
  const { path, title, date, kind, tags } = facts
  return { path, title, date, kind, tags, tagKeys: new Set(tags.flatMap(tagLevels)), bytes }
}

/** The facts of an entry in the book, read anew from its bytes. */
export function factsOf(bytes: Uint8Array): EntryFacts {
  return JSON.parse(decoder.decode(bytes)) as EntryFacts
}

function tagLevels(tag: string): readonly string[] {
  const levels = tagKey(tag).split('/')
  return levels.map((_, count) => levels.slice(0, count + 1).join('/'))
}

export function tagKey(tag: string): string {
  return foldText(tag).text
}

/** What an answer says of the entry that a row stands in. */
export function placeOf({ path, title, date, kind, tags }: HeldEntry): FactPlace {
  return { path, entryTitle: title, date, kind, tags }
}
