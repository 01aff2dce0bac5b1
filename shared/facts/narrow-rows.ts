import type { FactWindow } from '../contract/facts.ts'
import { foldText } from '../search/fold.ts'
import { tagKey, type HeldEntry } from './held-entry.ts'

/** What all questions are narrowed by, see `contract/facts.ts`. */
export interface Narrowing {
  readonly text: string
  readonly tags: readonly string[]
  readonly kinds: readonly string[]
  readonly path?: string | undefined
}

/** Tells whether a row with this folded text, in this entry, is meant. */
export type RowTest = (needle: string, entry: HeldEntry) => boolean

/** Prepares a question: words are folded once, not once for each row. */
export function createRowTest({ text, tags, kinds, path }: Narrowing): RowTest {
  const words = foldText(text)
    .text.split(/\s+/)
    .filter((word) => word !== '')
  const tagKeys = tags.map((tag) => tagKey(tag.replace(/^#/, '')))
  const isEntryMeant = (entry: HeldEntry): boolean =>
    (path === undefined || entry.path === path) &&
    (kinds.length === 0 || kinds.includes(entry.kind)) &&
    (tagKeys.length === 0 || tagKeys.some((tag) => entry.tagKeys.has(tag)))
  const isAnyEntry = path === undefined && kinds.length === 0 && tags.length === 0
  const [only] = words
  const hasWords: (needle: string) => boolean =
    only === undefined
      ? () => true
      : words.length === 1
        ? (needle) => needle.includes(only)
        : (needle) => words.every((word) => needle.includes(word))
  return isAnyEntry ? hasWords : (needle, entry) => hasWords(needle) && isEntryMeant(entry)
}

/** Text as rows are searched: folded, one line. */
export function needleOf(...texts: readonly (string | null)[]): string {
  return foldText(texts.filter((text) => text !== null && text !== '').join('\n')).text
}

/**
 * The rows of a window, in the order asked for, made only where they are shown.
 *
 * @param hasValue of what the rows are sorted by: those without one are last, whichever way they are sorted.
 */
export function windowOf<Row, Shown>(
  rows: readonly Row[],
  question: { readonly from: number; readonly limit: number; readonly isDescending: boolean },
  show: (row: Row) => Shown,
  hasValue: (row: Row) => boolean = () => true,
): FactWindow<Shown> {
  const { from, limit, isDescending } = question
  const valued = isDescending ? countValued(rows, hasValue) : 0
  const wanted: Shown[] = []
  for (let at = from; at < Math.min(rows.length, from + limit); at += 1) {
    const row = rows[at < valued ? valued - 1 - at : at]
    if (row !== undefined) wanted.push(show(row))
  }
  return { rows: wanted, total: rows.length }
}

/** Rows without a value stand at the end: how many stand before them. */
function countValued<Row>(rows: readonly Row[], hasValue: (row: Row) => boolean): number {
  let count = rows.length
  while (count > 0 && !hasValue(rows[count - 1] as Row)) count -= 1
  return count
}
