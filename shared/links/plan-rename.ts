import type { Splice } from '../contract/edits.ts'
import { fail, succeed, type Outcome } from '../contract/errors.ts'
import { spliceText } from '../entry/splice-text.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import { withRenamed, type FileTable } from './file-table.ts'
import { findLinkedPlaces, type LinkedPlace } from './linked-places.ts'
import { resolvePlace, type ResolvedPlace } from './resolve-place.ts'
import { respellPlace } from './respell-place.ts'

/** A file gets another path. */
export interface FileRename {
  /** Every file of the journal, as it is now. */
  readonly files: FileTable
  readonly from: string
  readonly to: string
}

/** A link with the file that it must lead to when the rename is done; null for one that leads to no file. */
interface HeldPlace {
  readonly place: LinkedPlace
  readonly was: ResolvedPlace | null
  readonly target: string | null
}

/**
 * What must be written in one entry so that every link of it leads to the same file after a rename: links to the
 * renamed file, those that would mean it by its new name though they mean another, and, in the renamed file itself,
 * those that are counted from its folder. Only destinations change, each in the author's way of writing it.
 *
 * What is written is read again: each link must then lead where it did. Fails with `invalid-input` when a link has no
 * way to name the file, as `[[…]]` has none for a name with `#`.
 *
 * @param path of the entry, as it is now
 * @returns splices of `text`, rising and apart; none when all links hold as they are
 */
export function planRename(rename: FileRename, path: string, text: string): Outcome<readonly Splice[]> {
  const after = withRenamed(rename.files, rename.from, rename.to)
  const newPath = path === rename.from ? rename.to : path
  const held = findLinkedPlaces(parseEntry(text)).map((place) => hold(rename, path, text, place))
  const splices: Splice[] = []
  for (const each of held) {
    const splice = respell(after, newPath, text, each)
    if (splice === 'unnamable') return fail('invalid-input', describe(path, text, each.place))
    if (splice !== null) splices.push(splice)
  }
  const edited = spliceText(text, splices)
  if (edited === null || !isHeld(after, newPath, edited, held))
    return fail('invalid-input', `The links of “${path}” cannot be rewritten safely.`)
  return succeed(splices)
}

function hold({ files, from, to }: FileRename, path: string, text: string, place: LinkedPlace): HeldPlace {
  const was = resolvePlace(files, path, text, place)
  return { place, was, target: was === null ? null : was.path === from ? to : was.path }
}

function respell(
  after: FileTable,
  newPath: string,
  text: string,
  { place, was, target }: HeldPlace,
): Splice | 'unnamable' | null {
  if (was === null || target === null) return null
  if (isNamed(resolvePlace(after, newPath, text, place), target, place, was)) return null
  const { from } = place
  const to = from + was.length
  const rest = text.slice(to, place.to)
  for (const spelled of respellPlace(newPath, target, place, was, text.slice(from, to))) {
    const written = `${spelled}${rest}`
    const tried = { form: place.form, from: 0, to: written.length }
    if (isNamed(resolvePlace(after, newPath, written, tried), target, place, was))
      return { from, to, text: spelled }
  }
  return 'unnamable'
}

/**
 * True when a place names the file as well as it did. A relative path that only the end of the file's path still
 * agrees with is worse than before: other programs know nothing of it.
 */
function isNamed(
  now: ResolvedPlace | null,
  target: string,
  { form }: LinkedPlace,
  was: ResolvedPlace,
): boolean {
  return now?.path === target && (form === 'wiki' || was.base === 'end' || now.base !== 'end')
}

function isHeld(after: FileTable, newPath: string, edited: string, held: readonly HeldPlace[]): boolean {
  const places = findLinkedPlaces(parseEntry(edited))
  return (
    places.length === held.length &&
    places.every((place, at) => {
      const { target } = held[at]!
      return target === null || resolvePlace(after, newPath, edited, place)?.path === target
    })
  )
}

function describe(path: string, text: string, place: LinkedPlace): string {
  return `The link “${text.slice(place.from, place.to)}” in “${path}” cannot hold this name. Choose one without # ^ [ ] | and quotes.`
}
