import type { Splice } from '../contract/edits.ts'
import { fail, succeed, type Outcome } from '../contract/errors.ts'
import { sourceSpan } from '../entry/leaf-lines.ts'
import { spliceText } from '../entry/splice-text.ts'
import { parseEntry } from '../markdown/parse-entry.ts'
import { endOfLine, escapeText, insertAt, type CardEdit } from './card-edit.ts'
import { cardOf, isSameCard, type LinkCard } from './link-card.ts'
import { noteSplices } from './link-notes.ts'
import { findStatusTag } from './link-status.ts'
import type { LinkPlace, ReadLink } from './read-links.ts'
import { readsAs } from './reads-as.ts'
import { readLinks } from './read-links.ts'
import { findStar } from './stars.ts'
import { writeMonth } from './written-month.ts'

const notPossible =
  'This cannot be written into the line without changing something else. Edit the line as text.'

/**
 * Writes changed fields of a card back into the line it was read from: the smallest edit, in the line's own style. An
 * unchanged card gives no splice.
 *
 * What is written is read again: the card must then be the one asked for, and all other links of the entry as before.
 * Otherwise it fails with `invalid-input` and nothing is written.
 *
 * @param from offset of the link in `text`, `ResourceUse.span.from`.
 * @returns splices of `text`, rising and apart.
 */
export function writeLinkCard(
  text: string,
  from: number,
  change: Partial<LinkCard>,
): Outcome<readonly Splice[]> {
  const links = readLinks(parseEntry(text))
  const at = links.findIndex(({ use }) => use.span.from === from)
  const link = links[at]
  if (link === undefined) return fail('not-found', 'The link is not there any more.')
  const before = cardOf(link.use)
  const after: LinkCard = { ...before, ...change }
  if (isSameCard(before, after)) return succeed([])
  if (link.place === null) return fail('invalid-input', notPossible)
  const splices = findSplices({ text, links, link, place: link.place, before, after })
  const written = splices === null ? null : spliceText(text, splices)
  if (splices === null || written === null || !isAsMeant(written, links, at, after))
    return fail('invalid-input', notPossible)
  return succeed(splices)
}

function isAsMeant(text: string, before: readonly ReadLink[], at: number, card: LinkCard): boolean {
  return readsAs(
    text,
    before,
    (now, old, index) => now.url === old.url && isSameCard(cardOf(now), index === at ? card : cardOf(old)),
  )
}

function findSplices(edit: CardEdit): readonly Splice[] | null {
  const { before, after } = edit
  const parts = [
    before.title === after.title ? [] : titleSplices(edit),
    same(before.authors, after.authors) ? [] : authorSplices(edit),
    before.month === after.month ? [] : monthSplices(edit),
    before.status === after.status ? [] : statusSplices(edit),
    before.isMustRead === after.isMustRead ? [] : starSplices(edit),
    same(before.notes, after.notes) ? [] : noteSplices(edit),
  ]
  if (parts.includes(null)) return null
  return joinAtOnePlace(parts.flatMap((part) => part ?? []).toSorted((left, right) => left.from - right.from))
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

/** Texts that are put in at one place stand behind each other, in the order of the fields. */
function joinAtOnePlace(splices: readonly Splice[]): readonly Splice[] {
  const joined: Splice[] = []
  for (const splice of splices) {
    const last = joined.at(-1)
    if (last !== undefined && last.from === splice.from && last.to === last.from && splice.to === splice.from)
      joined[joined.length - 1] = { ...last, text: last.text + splice.text }
    else joined.push(splice)
  }
  return joined
}

function titleSplices({ text, link, place, before, after }: CardEdit): readonly Splice[] {
  const { span, url } = link.use
  const title = escapeText(after.title)
  if (text[span.from] !== '[') return [{ ...span, text: `[${title}](${url})` }]
  const inner = sourceSpan(place.line, place.facts.link.at, place.facts.link.end)
  const source = text.slice(inner.from, inner.to)
  const found = source.indexOf(before.title)
  // A star, a picture or marks around the words stay where they are.
  return found < 0
    ? [{ ...inner, text: title }]
    : [{ from: inner.from + found, to: inner.from + found + before.title.length, text: title }]
}

function authorSplices(edit: CardEdit): readonly Splice[] | null {
  const { place, after } = edit
  const { line, facts } = place
  const [first] = facts.authors
  const names = after.authors.map(escapeText)
  const joined = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
  if (first === undefined) return [insertAt(edit.link.use.span.to, ` by ${joined}`)]
  const last = facts.authors.at(-1)!
  // A name that is a link, or one said of several links, is more than this field.
  if (line.pieces.some(({ run, at, end }) => run.link !== null && at < last.end && end > first.at))
    return null
  if (names.length > 0) return [{ ...sourceSpan(line, first.at, last.end), text: joined }]
  const lead = /(?:\s*,)?\s+by:?\s+$|\s+[-–—]+\s+$|(?<=\()$/iu.exec(line.text.slice(0, first.at))
  if (lead === null) return null
  const trail = line.text[lead.index - 1] === '(' ? /^,?\s+/.exec(line.text.slice(last.end))![0].length : 0
  return [{ ...sourceSpan(line, lead.index, last.end + trail), text: '' }]
}

function monthSplices(edit: CardEdit): readonly Splice[] | null {
  const { text, links, link, place, after } = edit
  const { line, facts } = place
  const old = facts.month
  if (old === null) {
    const neighbour = links.find(({ place: other }) => other?.facts.month != null)?.place
    const style = neighbour == null ? 'Sep 2025' : monthSource(neighbour, text)
    const author = facts.authors.findLast(({ at }) => at > facts.link.at)
    const at = author === undefined ? link.use.span.to : sourceSpan(line, author.at, author.end).to
    return [insertAt(at, ` (${writeMonth(after.month ?? '', style)})`)]
  }
  if (after.month !== null)
    return [{ ...sourceSpan(line, old.at, old.end), text: writeMonth(after.month, monthSource(place, text)) }]
  const bracketed = /\s*\(\s*$/u.exec(line.text.slice(0, old.at))
  const closing = /^\s*\)/u.exec(line.text.slice(old.end))
  if (bracketed !== null && closing !== null)
    return [{ ...sourceSpan(line, bracketed.index, old.end + closing[0].length), text: '' }]
  const comma = /,\s*$/u.exec(line.text.slice(0, old.at))
  return comma === null ? null : [{ ...sourceSpan(line, comma.index, old.end), text: '' }]
}

function monthSource({ line, facts }: LinkPlace, text: string): string {
  const { from, to } = sourceSpan(line, facts.month!.at, facts.month!.end)
  return text.slice(from, to)
}

function starSplices(edit: CardEdit): readonly Splice[] | null {
  const { text, place, after } = edit
  const { line, facts } = place
  if (after.isMustRead) {
    const known = findStar(text)
    const at = place.more?.isJoined === true ? edit.link.use.span.to : endOfLine(edit)
    return [insertAt(at, ` ${known === null ? '⭐' : text.slice(known.at, known.end)}`)]
  }
  if (facts.star === null) return null
  const before = /\s*$/u.exec(line.text.slice(0, facts.star.at))![0].length
  const leading = before === facts.star.at ? /^\s*/u.exec(line.text.slice(facts.star.end))![0].length : 0
  return [
    { ...sourceSpan(line, facts.star.at - (leading > 0 ? 0 : before), facts.star.end + leading), text: '' },
  ]
}

function statusSplices(edit: CardEdit): readonly Splice[] | null {
  const { text, link, place, before, after } = edit
  const box = /^[ \t>]*(?:[-*+]|\d+[.)])[ \t]+\[(.)\][ \t]*[^\p{L}\p{N}[<]*$/u.exec(
    lineBefore(text, link.use.span.from),
  )
  if (box !== null) {
    const at = link.use.span.from - box[0].length + box[0].indexOf(`[${box[1]}]`) + 1
    const mark = { 'to-read': ' ', reading: '/', used: 'x', dropped: '-' }
    return after.status === null ? null : [{ from: at, to: at + 1, text: mark[after.status] }]
  }
  const below =
    place.more === null ? null : findStatusTag(text.slice(place.more.span.from, place.more.span.to))
  if (place.more !== null && below !== null && after.status !== null) {
    const { from } = place.more.span
    return [{ from: from + below.at, to: from + below.end, text: after.status }]
  }
  const tag = findStatusTag(place.line.text)
  if (tag === null)
    return before.status === null
      ? [insertAt(place.more?.span.to ?? endOfLine(edit), ` #${after.status}`)]
      : null
  if (after.status !== null) return [{ ...sourceSpan(place.line, tag.at, tag.end), text: after.status }]
  const space = /\s*#$/u.exec(place.line.text.slice(0, tag.at))![0].length
  return [{ ...sourceSpan(place.line, tag.at - space, tag.end), text: '' }]
}

/** The source line up to an offset. */
function lineBefore(text: string, at: number): string {
  return /[^\r\n]*$/.exec(text.slice(Math.max(0, at - 400), at))![0]
}
