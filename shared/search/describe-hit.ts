import { lanes, matchKinds, type SearchHit } from '../contract/search.ts'
import { describeEntry } from './describe-entry.ts'
import { describeResource } from './describe-resource.ts'
import { gatherResources, readEntryOf } from './gather-uses.ts'
import { headingPathAt } from './heading-path.ts'
import { createMarker, type Marker } from './mark-text.ts'
import type { HitContext } from './hit-context.ts'
import type { Candidate } from './match-items.ts'
import { tierOf } from './rank.ts'
import { readActionRecord, readFactRecord, readOwnText } from './record.ts'
import { Flag, Group, groupOf } from './segment.ts'

/** Makes the hits that are shown: marked title, passages, why, and where to go. */
export function describeHits(candidates: readonly Candidate[], context: HitContext): SearchHit[] {
  const markerOf = createMarkers(context)
  const resources = gatherResources(context.parts, new Set(candidates.filter(isResource).flatMap(keysOf)))
  return candidates.map((candidate) => {
    const { segment, item } = candidate
    const marker = markerOf(candidate)
    const entry = readEntryOf(segment, item)
    const title = readOwnText(segment, item)
    const from = segment.itemOffsets[item] ?? 0
    const base = {
      lane: lanes[candidate.lane] ?? 'entries',
      path: entry.path,
      title: marker.mark(title),
      entryTitle: entry.title,
      date: entry.date,
      isMustRead: ((segment.itemFlags[item] ?? 0) & Flag.star) !== 0,
      box: null,
      from,
      score: shownScore(candidate),
      passages: [],
      moreHits: 0,
      matchedBy: matchKinds[candidate.kind] ?? 'exact',
    }
    const group = groupOf(segment, item)
    if (group === Group.entry) {
      const { headingPlace, ...described } = describeEntry(candidate, context, marker, entry.path, title)
      const headingPath = headingPlace === null ? [] : headingPathAt(segment, item, headingPlace)
      return { ...base, ...described, headingPath }
    }
    const headingPath = headingPathAt(segment, segment.itemEntries[item] ?? 0, from)
    switch (group) {
      case Group.resource: {
        const [key = 0] = keysOf(candidate)
        const resource = resources.get(key)
        return {
          ...base,
          headingPath,
          ...describeResource(candidate, resource, marker, context.keyAt(key), entry.date),
        }
      }
      case Group.action:
        return { ...base, headingPath, where: 'action', box: readActionRecord(segment, item).box }
      case Group.heading:
        return { ...base, headingPath, where: 'heading' }
      default: {
        const { about, role } = readFactRecord(segment, item)
        const passages = about === '' ? [] : [{ ...marker.mark(about), from: null }]
        return { ...base, headingPath, where: role, passages }
      }
    }
  })
}

/** One marker for each alternative of the query in each segment. */
function createMarkers({ parts }: HitContext): (candidate: Candidate) => Marker {
  const markers = new Map<unknown, Map<unknown, Marker>>()
  return ({ plan, segment }) => {
    const known = markers.get(plan)?.get(segment)
    if (known !== undefined) return known
    const at = parts.findIndex((part) => part.segment === segment)
    const marker = createMarker(plan, segment, at)
    markers.set(plan, (markers.get(plan) ?? new Map<unknown, Marker>()).set(segment, marker))
    return marker
  }
}

function isResource({ segment, item }: Candidate): boolean {
  return groupOf(segment, item) === Group.resource
}

/** The number of a resource's or a person's key; none for other items. */
export function keysOf({ segment, item }: Candidate): readonly number[] {
  const group = groupOf(segment, item)
  if (group !== Group.resource && group !== Group.person) return []
  return [segment.resourceKeys[item - (segment.groupStarts[2] ?? 0)] ?? 0]
}

/** Above 1 when all words stand there as typed, below when not, and by half for two edits: comparable between lanes. */
function shownScore(candidate: Candidate): number {
  const { score, plan } = candidate
  const share = score > 0 ? score / (1 + score) : 0
  if (plan.needs === 'any') return share / 2
  return [1 + share, 0.5 + share / 2, share / 2][tierOf(candidate)] ?? 0
}
