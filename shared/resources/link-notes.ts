import type { Splice } from '../contract/edits.ts'
import { sourceSpan } from '../entry/leaf-lines.ts'
import type { LinkBullet, MoreLines } from './read-links.ts'
import { endOfLine, escapeText, insertAt, type CardEdit } from './card-edit.ts'

/**
 * Notes that were changed, added at the end, or taken away at the end. Those on the line itself come first, then the
 * sub-bullets; a new note is a new sub-bullet below them. Null when it is more than that.
 */
export function noteSplices(edit: CardEdit): readonly Splice[] | null {
  const { place, before, after } = edit
  const inLine = before.notes.length - place.bullets.length
  if (inLine < 0) return null
  const splices: Splice[] = []
  for (let at = 0; at < Math.max(before.notes.length, after.notes.length); at += 1) {
    const old = before.notes[at]
    const wanted = after.notes[at]
    if (old === wanted) continue
    if (old === undefined) continue
    const bullet = place.bullets[at - inLine]
    const splice =
      bullet !== undefined
        ? bulletNote(edit, bullet, wanted)
        : place.more !== null && at === inLine - 1
          ? brokenNote(edit, at, place.more, wanted)
          : lineNote(edit, at, wanted)
    if (splice === null) return null
    splices.push(splice)
  }
  const added = after.notes.slice(before.notes.length)
  return added.length === 0 ? splices : [...splices, addBullets(edit, added)]
}

function lineNote({ place, text }: CardEdit, at: number, wanted: string | undefined): Splice | null {
  const note = place.facts.notes[at]
  if (note === undefined) return null
  const span = sourceSpan(place.line, note.at, note.end)
  if (wanted !== undefined) return { ...span, text: escapeText(wanted) }
  const before = /[ \t]*\($/.exec(text.slice(0, span.from).slice(-40))
  return before === null || text[span.to] !== ')'
    ? null
    : { from: span.from - before[0].length, to: span.to + 1, text: '' }
}

/** A note that goes on below its line becomes one line where it is changed. */
function brokenNote({ place }: CardEdit, at: number, more: MoreLines, wanted?: string): Splice | null {
  const note = place.facts.notes[at]
  if (wanted === undefined || (more.isJoined && note === undefined)) return null
  const from = more.isJoined ? sourceSpan(place.line, note!.at, note!.end).from : more.span.from
  return { from, to: more.span.to, text: escapeText(wanted) }
}

function bulletNote({ text }: CardEdit, { item }: LinkBullet, wanted: string | undefined): Splice | null {
  const [first, ...rest] = item.blocks
  if (first?.type !== 'paragraph' || first.span === undefined || item.span === undefined) return null
  if (wanted !== undefined) return { ...first.span, text: escapeText(wanted) }
  if (rest.length > 0) return null
  // The whole line goes, with the line end before it.
  let from = item.span.from
  while (from > 0 && text[from - 1] !== '\n' && text[from - 1] !== '\r') from -= 1
  const lineEnd = /\r\n?$|\n$/.exec(text.slice(Math.max(0, from - 2), from))?.[0].length ?? 0
  return { from: from - lineEnd, to: item.span.to, text: '' }
}

/** New sub-bullets below the last one, else below the line, each with the indent that makes it part of it. */
function addBullets(edit: CardEdit, notes: readonly string[]): Splice {
  const { text, place } = edit
  const lineEnd = /\r\n?|\n/.exec(text)?.[0] ?? '\n'
  const last = place.bullets.at(-1)?.item
  const write = (prefix: string): string =>
    notes.map((note) => `${lineEnd}${prefix}${escapeText(note)}`).join('')
  if (last?.span === undefined)
    return insertAt(edit.place.more?.span.to ?? endOfLine(edit), write(`${childIndent(edit)}- `))
  const lead = text.slice(startOfLine(text, last.span.from), last.span.from)
  const marker = /^(?:[-*+]|\d+[.)])[ \t]+/.exec(text.slice(last.span.from))?.[0] ?? '- '
  return insertAt(last.span.to, write(lead + (/^\d/.test(marker) ? '- ' : marker)))
}

/** What stands before a sub-bullet of the link's line: that line's own quote marks, and one step in under its bullet. */
function childIndent({ text, link }: CardEdit): string {
  const { from } = link.use.span
  const lead = text.slice(startOfLine(text, from), from)
  const item = /^([ \t>]*)([-*+]|\d+[.)])([ \t]+)/.exec(lead)
  if (item === null) return /^[ \t>]*/.exec(lead)![0]
  const [, outer = '', marker = '', space = ''] = item
  const isTabbed = /^\t+(?:[-*+]|\d+[.)])[ \t]/m.test(text)
  return outer + (isTabbed ? '\t' : ' '.repeat(marker.length + Math.min(space.length, 4)))
}

function startOfLine(text: string, at: number): number {
  let from = at
  while (from > 0 && text[from - 1] !== '\n' && text[from - 1] !== '\r') from -= 1
  return from
}
