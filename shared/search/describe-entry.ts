import type { SearchHit } from '../contract/search.ts'
import type { HitContext } from './hit-context.ts'
import { findPhrase } from './find-phrase.ts'
import { headEndOf } from './gather-text.ts'
import { itemsInEntry } from './heading-path.ts'
import type { Marker, Place } from './mark-text.ts'
import type { Candidate } from './match-items.ts'
import { passageLength, type Stretch } from './measure-closeness.ts'
import { pickStretches } from './pick-stretches.ts'
import { cutPassage } from './passage.ts'
import { firstPosting } from './postings.ts'
import { Field, Group, type Segment } from './segment.ts'
import { stringAt } from './string-table.ts'

type EntryPart = Pick<SearchHit, 'passages' | 'moreHits' | 'where' | 'from'> & {
  /** Offset whose headings stand above the first passage; null without one. */
  readonly headingPlace: number | null
}

const mostPassages = 2

/** Why an entry answers: its best passages, what the first is part of, and the place to go to. */
export function describeEntry(
  candidate: Candidate,
  context: HitContext,
  marker: Marker,
  path: string,
  title: string,
): EntryPart {
  const isPattern = candidate.plan.branch.filters.some(({ filter }) => filter.kind === 'pattern')
  const isNamed = candidate.covered === candidate.own && !isPattern
  const plain = {
    passages: [],
    moreHits: 0,
    where: candidate.own === 0 ? 'text' : 'title',
    from: 0,
    headingPlace: null,
  }
  const text = candidate.covered === 0 && !isPattern ? null : context.readText(path)
  if (text === null) return plain
  const bodyFrom = headEndOf(text)
  const places = marker.findInEntry(candidate.item, text).filter(({ from }) => from < text.length)
  const inBody = places.filter(({ from }) => from >= bodyFrom)
  // The title in the front matter is no passage; a tag or a description is, when the text proper has nothing.
  const stretches = findStretches(candidate, context, inBody.length > 0 || isNamed ? inBody : places)
  const cuts = stretches.map((stretch) => ({ ...stretch, cut: cutPassage(text, stretch.from, stretch.to) }))
  const shown = cuts.filter(({ cut }) => cut.text !== title)
  const passages = shown
    .map(({ from, cut }) => ({ ...marker.mark(cut.text), from }))
    .filter(({ marks }) => marks.length > 0)
  const moreHits = inBody.filter(
    (place) => !cuts.some(({ cut }) => place.from >= cut.from && place.from < cut.to),
  ).length
  const [first] = shown
  const headingPlace = first?.from ?? null
  if (isNamed) return { ...plain, passages, moreHits, headingPlace }
  if (first === undefined) return { ...plain, ...describeHidden(candidate, text) }
  const where =
    first.from < bodyFrom && isAll(candidate, Field.tag) ? 'tag' : namePlace(candidate, text, first.from)
  return { passages, moreHits, where, from: first.from, headingPlace }
}

/** A phrase where it stands; then the places with the most words. */
function findStretches(
  candidate: Candidate,
  context: HitContext,
  places: readonly Place[],
): readonly Stretch[] {
  const phrase = candidate.plan.branch.phrases.find(({ isExcluded }) => !isExcluded)
  if (phrase === undefined) return pickStretches(places, mostPassages)
  const at = findPhrase(candidate.segment, phrase.terms, context.readText).offsetIn(candidate.item)
  if (at < 0) return pickStretches(places, mostPassages)
  const others = places.filter(({ from }) => Math.abs(from - at) > passageLength)
  return [{ from: at, to: at, words: 1 }, ...pickStretches(others, mostPassages - 1)]
}

/** Words with no place of their own: in an address, or only in the title. */
function describeHidden(candidate: Candidate, text: string): Partial<EntryPart> {
  if (!isAll(candidate, Field.address)) return {}
  const posting = candidate.postings.find((place) => place >= 0) ?? -1
  const term = termOf(candidate.segment, posting)
  return { where: 'address', from: Math.max(0, text.toLowerCase().indexOf(term)) }
}

/** The term that a posting belongs to. */
function termOf(segment: Segment, posting: number): string {
  let low = 0
  let high = segment.terms.starts.length
  while (low + 1 < high) {
    const middle = (low + high) >>> 1
    if (firstPosting(segment, middle) <= posting) low = middle
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

/** An action of the entry begins on the line. */
function isAction({ segment, item }: Candidate, lineFrom: number, at: number): boolean {
  const [from, to] = itemsInEntry(segment, Group.action, item)
  for (let action = from; action < to; action += 1) {
    const offset = segment.itemOffsets[action] ?? 0
    if (offset >= lineFrom && offset <= at) return true
  }
  return false
}
