import { lanes, type MarkedText, type SearchHit } from '../contract/search.ts'
import type { Candidate } from './match-items.ts'
import { createMarker, type Marker } from './mark-text.ts'
import { findBestStretch, type Stretch } from './measure-closeness.ts'
import { cutPassage } from './passage.ts'
import type { PlannedWord } from './plan.ts'
import { readActionRecord, readEntryRecord, readOwnText, readResourceRecord } from './record.ts'
import { Field, Flag, Group, groupOf, type Segment } from './segment.ts'
import { headEndOf } from './gather-text.ts'
import { countBits } from './vocabulary.ts'

/** What describing hits needs. */
export interface HitContext {
  readonly words: readonly PlannedWord[]
  readonly segments: readonly Segment[]
  /** Each hit holds all words of the query. */
  readonly holdAll: boolean
  /** Text of an entry on disk now, null when it cannot be read. Called for shown hits only. */
  readonly readText: (path: string) => string | null
  readonly keyAt: (key: number) => string
}

/** Makes the hit that is shown for a candidate: marked title, passage, why, and where to go. */
export function createHitDescriber(context: HitContext): (candidate: Candidate) => SearchHit {
  const markers = new Map<Segment, Marker>()
  return (candidate) => {
    const { segment } = candidate
    let marker = markers.get(segment)
    if (marker === undefined) {
      marker = createMarker(context.words, segment, context.segments.indexOf(segment))
      markers.set(segment, marker)
    }
    const entry = readEntryRecord(segment, segment.itemEntries[candidate.item] ?? 0)
    const flags = segment.itemFlags[candidate.item] ?? 0
    const base = {
      lane: lanes[candidate.lane] ?? 'entries',
      path: entry.path,
      title: marker.mark(readOwnText(segment, candidate.item)),
      entryTitle: entry.title,
      date: entry.date,
      isMustRead: (flags & Flag.star) !== 0,
      box: null,
      from: segment.itemOffsets[candidate.item] ?? 0,
      score: shownScore(candidate, context.holdAll),
    }
    switch (groupOf(segment, candidate.item)) {
      case Group.entry:
        return { ...base, ...describeEntry(candidate, context, marker, entry.path) }
      case Group.resource:
        return { ...base, ...describeResource(candidate, context, marker, entry.date) }
      case Group.action:
        return { ...base, passage: null, where: 'action', box: readActionRecord(segment, candidate.item).box }
      default:
        return { ...base, passage: null, where: 'heading' }
    }
  }
}

/** Above 1 when all words stand there as typed, below when not: comparable between lanes. */
function shownScore({ score, loose }: Candidate, holdAll: boolean): number {
  const share = score > 0 ? score / (1 + score) : 0
  return holdAll && loose === 0 ? 1 + share : share
}

type EntryPart = Pick<SearchHit, 'passage' | 'where' | 'from'>

function describeEntry(candidate: Candidate, context: HitContext, marker: Marker, path: string): EntryPart {
  const inTitle = countBits(candidate.own)
  if (inTitle > 0 && candidate.own === candidate.covered) return { passage: null, where: 'title', from: 0 }
  const text = context.readText(path)
  const stretch = text === null ? null : findStretch(candidate, text)
  if (text === null || stretch === null) {
    return { passage: null, where: inTitle > 0 ? 'title' : whereOf(candidate), from: 0 }
  }
  const passage = marker.mark(cutPassage(text, stretch.from, stretch.to))
  return {
    passage: passage.marks.length === 0 ? null : passage,
    where: whereOf(candidate),
    from: stretch.from,
  }
}

/** In the text proper when the words stand there, else in the front matter (a tag, a description). */
function findStretch(candidate: Candidate, text: string): Stretch | null {
  const stretch = findBestStretch(candidate, headEndOf(text)) ?? findBestStretch(candidate, 0)
  return stretch !== null && stretch.from < text.length ? stretch : null
}

const placeNames: readonly (readonly [number, string])[] = [
  [Field.heading, 'heading'],
  [Field.author, 'author'],
  [Field.action, 'action'],
  [Field.link, 'link'],
  [Field.note, 'how I use it'],
]

/** The weightiest place that holds a word the title does not. */
function whereOf(candidate: Candidate): string {
  let fields = 0
  let onlyTag = true
  let onlyAddress = true
  candidate.postings.forEach((posting, word) => {
    if (posting < 0 || (candidate.own & (1 << word)) !== 0) return
    const here = candidate.segment.postingFields[posting] ?? 0
    fields |= here
    onlyTag &&= here === Field.tag
    onlyAddress &&= here === Field.address
  })
  if (onlyTag && (fields & Field.tag) !== 0) return 'tag'
  if (onlyAddress && fields !== 0) return 'address'
  return placeNames.find(([field]) => (fields & field) !== 0)?.[1] ?? 'text'
}

type ResourcePart = Pick<SearchHit, 'passage' | 'where' | 'date' | 'key'>

function describeResource(
  candidate: Candidate,
  context: HitContext,
  marker: Marker,
  day: string | null,
): ResourcePart {
  const { segment, item } = candidate
  const { month, authors, notes } = readResourceRecord(segment, item)
  const key = context.keyAt(segment.resourceKeys[item - (segment.groupStarts[2] ?? 0)] ?? 0)
  const note = notes.find((text) => marker.wordsIn(text) !== 0)
  const author = authors.find((text) => marker.wordsIn(text) !== 0)
  const shared = { key, date: month ?? day }
  const byAuthors = authors.length > 0 ? marker.mark(authors.join(', ')) : null
  const missing = candidate.covered & ~candidate.own
  if (missing === 0) return { ...shared, where: 'title', passage: byAuthors ?? firstNote(notes, marker) }
  if (author !== undefined && (marker.wordsIn(author) & missing) !== 0)
    return { ...shared, where: 'author', passage: byAuthors }
  if (note !== undefined) return { ...shared, where: 'how I use it', passage: marker.mark(note) }
  return { ...shared, where: 'address', passage: marker.mark(key.replace(/^https?:\/\//, '')) }
}

function firstNote(notes: readonly string[], marker: Marker): MarkedText | null {
  return notes[0] === undefined ? null : marker.mark(notes[0])
}
