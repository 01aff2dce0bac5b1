import { lanes, type SearchHit } from '../contract/search.ts'
import { describeEntry } from './describe-entry.ts'
import { describeResource } from './describe-resource.ts'
import { gatherResources, readEntryOf } from './gather-uses.ts'
import { createMarker, type Marker } from './mark-text.ts'
import type { HitContext } from './hit-context.ts'
import type { Candidate } from './match-items.ts'
import { readActionRecord, readOwnText } from './record.ts'
import { Flag, Group, groupOf, type Segment } from './segment.ts'

/** Makes the hits that are shown: marked title, passage, why, and where to go. */
export function describeHits(candidates: readonly Candidate[], context: HitContext): SearchHit[] {
  const markerOf = createMarkers(context)
  const resources = gatherResources(context.parts, new Set(candidates.flatMap(keysOf)))
  return candidates.map((candidate) => {
    const { segment, item } = candidate
    const marker = markerOf(segment)
    const entry = readEntryOf(segment, item)
    const base = {
      lane: lanes[candidate.lane] ?? 'entries',
      path: entry.path,
      title: marker.mark(readOwnText(segment, item)),
      entryTitle: entry.title,
      date: entry.date,
      isMustRead: ((segment.itemFlags[item] ?? 0) & Flag.star) !== 0,
      box: null,
      from: segment.itemOffsets[item] ?? 0,
      score: shownScore(candidate, context.holdAll),
    }
    switch (groupOf(segment, item)) {
      case Group.entry:
        return { ...base, ...describeEntry(candidate, context, marker, entry.path) }
      case Group.resource: {
        const [key = 0] = keysOf(candidate)
        return {
          ...base,
          ...describeResource(candidate, resources.get(key), marker, context.keyAt(key), entry.date),
        }
      }
      case Group.action:
        return { ...base, passage: null, where: 'action', box: readActionRecord(segment, item).box }
      default:
        return { ...base, passage: null, where: 'heading' }
    }
  })
}

function createMarkers({ words, parts }: HitContext): (segment: Segment) => Marker {
  const markers = new Map<Segment, Marker>()
  return (segment) => {
    const known = markers.get(segment)
    if (known !== undefined) return known
    const marker = createMarker(
      words,
      segment,
      parts.findIndex((part) => part.segment === segment),
    )
    markers.set(segment, marker)
    return marker
  }
}

/** The number of a resource's key; none for other items. */
export function keysOf({ segment, item }: Candidate): readonly number[] {
  if (groupOf(segment, item) !== Group.resource) return []
  return [segment.resourceKeys[item - (segment.groupStarts[2] ?? 0)] ?? 0]
}

/** Above 1 when all words stand there as typed, below when not: comparable between lanes. */
function shownScore({ score, loose }: Candidate, holdAll: boolean): number {
  const share = score > 0 ? score / (1 + score) : 0
  return holdAll && loose === 0 ? 1 + share : share
}
