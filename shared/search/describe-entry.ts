import type { SearchHit } from '../contract/search.ts'
import type { HitContext } from './hit-context.ts'
import { findPhraseOffset } from './find-phrase.ts'
import { headEndOf } from './gather-text.ts'
import type { Marker } from './mark-text.ts'
import type { Candidate } from './match-items.ts'
import { findBestStretch, type Stretch } from './measure-closeness.ts'
import { cutPassage } from './passage.ts'
import { Field, Group, type Segment } from './segment.ts'
import { stringAt } from './string-table.ts'

type EntryPart = Pick<SearchHit, 'passage' | 'where' | 'from'>

/** Why an entry answers: its best passage, what that is part of, and the place to go to. */
export function describeEntry(
  candidate: Candidate,
  context: HitContext,
  marker: Marker,
  path: string,
): EntryPart {
  if (candidate.covered === candidate.own)
    return { passage: null, where: candidate.own === 0 ? 'text' : 'title', from: 0 }
  const text = context.readText(path)
  if (text === null) return { passage: null, where: candidate.own === 0 ? 'text' : 'title', from: 0 }
  const bodyFrom = headEndOf(text)
  const stretch = findStretch(candidate, context, text, bodyFrom)
  if (stretch === null) return describeHidden(candidate, text)
  const passage = marker.mark(cutPassage(text, stretch.from, stretch.to))
  const where =
    stretch.from < bodyFrom && isAll(candidate, Field.tag) ? 'tag' : namePlace(candidate, text, stretch.from)
  return { passage: passage.marks.length === 0 ? null : passage, where, from: stretch.from }
}

/** A phrase where it stands; else in the text proper; else in the front matter (a tag, a description). */
function findStretch(
  candidate: Candidate,
  context: HitContext,
  text: string,
  bodyFrom: number,
): Stretch | null {
  const phrase = context.query.phrases.find(({ isExcluded }) => !isExcluded)
  const at =
    phrase === undefined
      ? -1
      : findPhraseOffset(candidate.segment, candidate.item, phrase.terms, context.readText)
  if (at >= 0 && at < text.length) return { from: at, to: at, words: 1 }
  const stretch = findBestStretch(candidate, bodyFrom) ?? findBestStretch(candidate, 0)
  return stretch !== null && stretch.from < text.length ? stretch : null
}

/** Words with no place of their own: in an address, or only in the title. */
function describeHidden(candidate: Candidate, text: string): EntryPart {
  if (!isAll(candidate, Field.address))
    return { passage: null, where: candidate.own === 0 ? 'text' : 'title', from: 0 }
  const posting = candidate.postings.find((place) => place >= 0) ?? -1
  const term = termOf(candidate.segment, posting)
  return { passage: null, where: 'address', from: Math.max(0, text.toLowerCase().indexOf(term)) }
}

/** The term that a posting belongs to. */
function termOf(segment: Segment, posting: number): string {
  let low = 0
  let high = segment.postingStarts.length - 1
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if ((segment.postingStarts[middle] ?? 0) <= posting) low = middle
    else high = middle
  }
  return stringAt(segment.terms, low)
}

/** What the place at `from` is part of, in words. */
function namePlace(candidate: Candidate, text: string, from: number): string {
  const lineFrom = text.lastIndexOf('\n', from - 1) + 1
  const before = text.slice(lineFrom, from)
  if (/^ {0,3}#{1,6}\s/.test(before)) return 'heading'
  if (isAll(candidate, Field.author)) return 'author'
  if (isInLinkText(before, text.slice(from, from + 300))) return 'link'
  if (isAction(candidate, lineFrom, from)) return 'action'
  return isAll(candidate, Field.note) ? 'how I use it' : 'text'
}

function isInLinkText(before: string, after: string): boolean {
  return before.lastIndexOf('[') > before.lastIndexOf(']') && /^[^[\]\n]*\]\(/.test(after)
}

/** Every word that the title lacks stands in `field` of this entry. */
function isAll(candidate: Candidate, field: number): boolean {
  return candidate.postings.every((posting, word) => {
    if (posting < 0 || (candidate.own & (1 << word)) !== 0) return true
    return ((candidate.segment.postingFields[posting] ?? 0) & field) !== 0
  })
}

/** An action of the entry begins on the line. The actions of an entry are neighbours, in the order of the text. */
function isAction({ segment, item }: Candidate, lineFrom: number, at: number): boolean {
  const from = segment.groupStarts[Group.action] ?? 0
  const to = segment.groupStarts[Group.action + 1] ?? 0
  let low = from
  let high = to
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((segment.itemEntries[middle] ?? 0) < item) low = middle + 1
    else high = middle
  }
  for (; low < to && segment.itemEntries[low] === item; low += 1) {
    const offset = segment.itemOffsets[low] ?? 0
    if (offset >= lineFrom && offset <= at) return true
  }
  return false
}
