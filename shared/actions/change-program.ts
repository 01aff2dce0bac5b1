import type { Splice } from '../contract/edits.ts'
import { spliceText } from '../entry/splice-text.ts'
import type { IsoDay, Program, ProgramStatus } from '../entry/summary.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import { readLinks } from '../resources/read-links.ts'
import { readPrograms } from './read-programs.ts'

/** What the user fills in of a program. */
export type ProgramChange = { readonly deadline: IsoDay } | { readonly status: ProgramStatus }

type Seen = Pick<Program, 'name' | 'url' | 'span'>

/**
 * The edit that writes a program's deadline or status where its line says how it is held: `(part-time, London)` becomes
 * `(part-time, London, deadline 2026-01-15)`. What the line or a bullet under it says already is changed there.
 *
 * Each way of writing it is read again; the first that says what was meant, and leaves the rest as it was, is the edit.
 *
 * @returns null when the entry has no such program any more, or no way of writing it is read as meant
 */
export function planProgram(text: string, seen: Seen, change: ProgramChange): readonly Splice[] | null {
  const program = findProgram(text, seen)
  if (program === null) return null
  for (const splice of waysToWrite(text, program, change)) {
    const changed = spliceText(text, [splice])
    const after = changed === null ? null : findProgram(changed, { ...program, span: program.span })
    if (after !== null && isMeant(program, after, change)) return [splice]
  }
  return null
}

/** The program where it was seen; else the only one of its name. */
function findProgram(text: string, { name, url, span }: Seen): Program | null {
  const parsed = parseEntry(text)
  const named = readPrograms(parsed, readLinks(parsed), null).filter(
    (each) => each.name === name && each.url === url,
  )
  return named.find((each) => each.span.from === span.from) ?? (named.length === 1 ? named[0]! : null)
}

function isMeant(before: Program, after: Program, change: ProgramChange): boolean {
  const wanted = { ...before, ...change, span: after.span }
  return JSON.stringify(wanted) === JSON.stringify(after)
}

const deadlineWords = String.raw`(?:deadline|due|apply by|applications? (?:due|close[sd]?|until)|closes?|rolling|📅)`
const statusWords = String.raw`(?:thinking|considering|maybe|interested|undecided|preparing|drafting|applied|submitted|waiting to hear|interview(?:ed|ing|s)?|offer(?:ed)?|accepted|got in|declined|rejected|turned down|withdrawn|withdrew|closed|ended|over)`

function* waysToWrite(text: string, { span }: Program, change: ProgramChange): Generator<Splice, void> {
  const words = 'deadline' in change ? `deadline ${change.deadline}` : change.status
  const line = text.slice(span.from, span.to)
  // A part of the bracket, or a bullet below: up to the next comma, bracket or line end.
  const written = new RegExp(
    'deadline' in change
      ? `${deadlineWords}[^,;()\\n\\r]*`
      : `(?:status\\s*:?\\s*)?${statusWords}[^,;()\\n\\r]*`,
    'giu',
  )
  const below = /^(?:(?:\r\n|\r|\n)[ \t]*[-*+] [^\r\n]*)*/.exec(text.slice(span.to))?.[0].length ?? 0
  for (const match of text.slice(span.from, span.to + below).matchAll(written)) {
    const from = span.from + match.index
    yield { from, to: from + match[0].trimEnd().length, text: words }
  }
  const brackets = Array.from(line.matchAll(/\(([^()]*)\)/g)).reverse()
  for (const bracket of brackets) {
    // The address of a link is no place for words.
    if (line[bracket.index - 1] === ']') continue
    const at = span.from + bracket.index + bracket[0].length - 1
    yield { from: at, to: at, text: bracket[1]?.trim() === '' ? words : `, ${words}` }
  }
  const end = span.from + line.trimEnd().length
  yield { from: end, to: end, text: ` (${words})` }
  // Behind a dash a bracket is part of the remark.
  yield { from: end, to: end, text: `, ${words}` }
}
